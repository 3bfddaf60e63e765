using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Disclosure.Data;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.PublicLog;

/// <summary>
/// Lets no answer go to review or be published that the head has not agreed to, or that tells who asked: whoever wrote it
/// last, and wherever. Only the kind of thing is named: who reviews content need not know who asked.
/// </summary>
internal sealed class AnswerCheck(PortalDbContext db, PersonalData personalData) : IPublicationCheck
{
    public async Task<IReadOnlyList<string>> ProblemsAsync(ContentVersion version, CancellationToken cancellation)
    {
        if (version.Item.Type != AnswerContent.Type
            || await db.Set<PublicAnswer>().AsNoTracking().FirstOrDefaultAsync(a => a.ItemId == version.ItemId, cancellation) is not { } answer)
        {
            return [];
        }

        string[] agreed = answer.ApprovedBy is null ? ["公开工作机构的负责人还没有同意公开这件答复。请在申请的页面办理。"] : [];
        var row = await db.Set<RequesterRow>().AsNoTracking().FirstOrDefaultAsync(r => r.RequestId == answer.RequestId, cancellation);
        return row is null
            ? agreed
            : [.. agreed, .. AnswerContent.Read(version).PersonalData(personalData.Unprotect(row.Protected)).Select(found => found.Problem)];
    }
}

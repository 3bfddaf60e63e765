using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.PublicLog;

/// <summary>
/// Lets no answer go to review or be published that the head has not agreed to, or that tells who asked or was consulted:
/// whoever wrote it last, and wherever. Only the kind of thing is named: who reviews content need not know who they are.
/// </summary>
internal sealed class AnswerCheck(PortalDbContext db, AnswerPrivacy privacy) : IPublicationCheck
{
    public async Task<IReadOnlyList<string>> ProblemsAsync(ContentVersion version, CancellationToken cancellation)
    {
        if (version.Item.Type != AnswerContent.Type
            || await db.Set<PublicAnswer>().AsNoTracking().FirstOrDefaultAsync(a => a.ItemId == version.ItemId, cancellation) is not { } answer)
        {
            return [];
        }

        string[] agreed = answer.ApprovedBy is null ? ["公开工作机构的负责人还没有同意公开这件答复。请在申请的页面办理。"] : [];
        return [.. agreed, .. (await privacy.ProblemsAsync(answer.RequestId, AnswerContent.Read(version), cancellation)).Select(found => found.Problem)];
    }
}

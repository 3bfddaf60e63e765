using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.Domain.PublicLog;
using Livelihood.Disclosure.Keeping;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.PublicLog;

/// <summary>
/// Finds persons in what is to be published of an answer: who asked, and third parties that were consulted and did not agree to all
/// . Agencies are no persons, and who agreed may be named.
/// </summary>
public sealed class AnswerPrivacy(PortalDbContext db, PersonalData personalData, RequestLog log)
{
    /// <summary>Where they can be read in a draft, a sentence each that says what to do; nothing once they are deleted after their time.</summary>
    public async Task<IReadOnlyList<(string Field, string Problem)>> ProblemsAsync(Guid requestId, AnswerDraft draft, CancellationToken cancellation = default) =>
        await db.Set<RequesterRow>().AsNoTracking().Where(r => r.RequestId == requestId).Select(r => r.Protected).FirstOrDefaultAsync(cancellation) is { } kept
            ? [.. draft.PersonalData(personalData.Unprotect(kept)), .. draft.Names(await OthersAsync(requestId, cancellation))]
            : [];

    private async Task<IReadOnlyList<string>> OthersAsync(Guid requestId, CancellationToken cancellation)
    {
        var history = await log.ReadAsync(requestId, cancellation);
        var asked = Consents.WithoutWholeConsent(history);
        if (asked.Count == 0)
        {
            return [];
        }

        // Names lie apart from the events today, and lay in them once.
        var names = await db.Set<EventPartyRow>().Where(p => p.RequestId == requestId && asked.Contains(p.Sequence)).Select(p => p.Protected)
            .Concat(db.Set<RequestEventRow>().Where(e => e.RequestId == requestId && asked.Contains(e.Sequence) && e.Protected != null).Select(e => e.Protected!))
            .ToListAsync(cancellation);
        return names.ConvertAll(personalData.UnprotectText);
    }
}

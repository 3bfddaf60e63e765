using Livelihood.Disclosure.Data;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.PublicLog;

/// <summary>A request whose answer somebody should do something about.</summary>
/// <param name="Request">The request.</param>
/// <param name="Answer">What is known of its public answer.</param>
public sealed record WaitingAnswer(DisclosureRequest Request, PublicAnswer Answer);

/// <summary>Finds what waits at an office on the way to the public log: proposals of requesters, drafts, what was returned.</summary>
public sealed class WaitingAnswers(PortalDbContext db)
{
    /// <summary>How many are listed at the most; what is done leaves the list.</summary>
    public const int Most = 100;

    /// <summary>What waits, the oldest reply first.</summary>
    public async Task<IReadOnlyList<WaitingAnswer>> FindAsync(AgencyReach reach, CancellationToken cancellation = default)
    {
        var requests = db.Set<DisclosureRequest>().AsNoTracking();
        requests = reach.Everything ? requests : requests.Where(r => reach.Ids.Contains(r.AgencyId));
        var found = await db.Set<PublicAnswer>().AsNoTracking().Where(a => a.ApprovedBy == null)
            .Join(requests, a => a.RequestId, r => r.Id, (a, r) => new { Answer = a, Request = r })
            .OrderBy(pair => pair.Request.ServedOn).ThenBy(pair => pair.Request.Number).Take(Most).ToListAsync(cancellation);
        return [.. found.Select(pair => new WaitingAnswer(pair.Request, pair.Answer))];
    }
}

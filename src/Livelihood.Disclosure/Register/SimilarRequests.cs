using Livelihood.Disclosure.Data;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>Counts requests for the same information: a reason to publish it .</summary>
public sealed class SimilarRequests(PortalDbContext db)
{
    private const int Years = 2;

    /// <summary>How many other requests of the last two years ask the agency for the same as this one.</summary>
    public Task<int> CountOthersAsync(DisclosureRequest request, DateOnly today, CancellationToken cancellation = default)
    {
        var since = ChinaClock.StartOf(today.AddYears(-Years));
        return db.Set<DisclosureRequest>()
            .Where(r => r.AgencyId == request.AgencyId && r.SubmittedUtc >= since && r.Id != request.Id)
            .CountAsync(r => (request.Subject != null && r.Subject == request.Subject) || (request.DocumentNumber != null && r.DocumentNumber == request.DocumentNumber), cancellation);
    }
}

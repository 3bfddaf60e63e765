using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>Another request that asks an agency for the same.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Summary">What it asks for.</param>
/// <param name="SubmittedUtc">When it was entered.</param>
/// <param name="State">Where it stands.</param>
public sealed record SimilarRequest(string Number, string Summary, DateTimeOffset SubmittedUtc, RequestState State);

/// <summary>Finds requests for the same information: of the same person they are repeated (R-36-6), of others a reason to publish it .</summary>
public sealed class SimilarRequests(PortalDbContext db)
{
    private const int Years = 2;
    private const int Most = 10;

    /// <summary>Requests of the last two years with the same name or document number, the newest first.</summary>
    public async Task<IReadOnlyList<SimilarRequest>> FindAsync(NewRequest wanted, DateOnly today, CancellationToken cancellation = default)
    {
        var since = ChinaClock.StartOf(today.AddYears(-Years));
        var (subject, number) = (wanted.Wanted.Subject, wanted.Wanted.DocumentNumber);
        var found = await db.Set<DisclosureRequest>().AsNoTracking()
            .Where(r => r.AgencyId == wanted.Agency.Id && r.SubmittedUtc >= since)
            .Where(r => (subject != null && r.Subject == subject) || (number != null && r.DocumentNumber == number))
            .OrderByDescending(r => r.SubmittedUtc).Take(Most).ToListAsync(cancellation);
        return [.. found.Select(r => new SimilarRequest(r.Number, r.Wanted.Summary, r.SubmittedUtc, r.State))];
    }

    /// <summary>How many other requests of the last two years ask the agency for the same as this one.</summary>
    public Task<int> CountOthersAsync(DisclosureRequest request, DateOnly today, CancellationToken cancellation = default)
    {
        var since = ChinaClock.StartOf(today.AddYears(-Years));
        return db.Set<DisclosureRequest>()
            .Where(r => r.AgencyId == request.AgencyId && r.SubmittedUtc >= since && r.Id != request.Id)
            .CountAsync(r => (request.Subject != null && r.Subject == request.Subject) || (request.DocumentNumber != null && r.DocumentNumber == request.DocumentNumber), cancellation);
    }
}

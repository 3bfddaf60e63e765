using System.Text.Json;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Keeping;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>A line of the history.</summary>
/// <param name="Event">What happened, with its legal date.</param>
/// <param name="RecordedUtc">When it was recorded.</param>
/// <param name="Actor">Who recorded it, as in the audit chain.</param>
/// <param name="Sequence">Its number, from 1.</param>
/// <param name="Secret">What it says of a person, for the office alone; null where it says nothing.</param>
public sealed record HistoryEntry(RequestEvent Event, DateTimeOffset RecordedUtc, string Actor, int Sequence = 0, string? Secret = null);

/// <summary>A reply deadline as it was computed and kept.</summary>
public sealed record KeptDeadline(DateOnly Due, bool IsProvisional, string CalendarVersion, IReadOnlyList<DerivationStep> Steps);

/// <summary>A request with its history and its deadline; nothing of who asks.</summary>
public sealed record RequestDetails(DisclosureRequest Request, Agency Agency, IReadOnlyList<HistoryEntry> History, KeptDeadline? Deadline)
{
    /// <summary>The day on which its personal data were deleted after their time, or null.</summary>
    public DateOnly? ErasedOn { get; init; }
}

/// <summary>Reads the register.</summary>
public sealed class RequestQueries(PortalDbContext db, IAgencyDirectory agencies, PersonalData personalData)
{
    /// <summary>A request by its number, or null.</summary>
    public async Task<RequestDetails?> FindAsync(string number, CancellationToken cancellation = default)
    {
        var request = await db.Set<DisclosureRequest>().AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, cancellation);
        return request is null ? null : await DescribeAsync(request, cancellation);
    }

    /// <summary>A request's history and deadline.</summary>
    public async Task<RequestDetails> DescribeAsync(DisclosureRequest request, CancellationToken cancellation = default)
    {
        var events = await db.Set<RequestEventRow>().AsNoTracking()
            .Where(e => e.RequestId == request.Id).OrderBy(e => e.Sequence).ToListAsync(cancellation);
        var deadline = await db.Set<ReplyDeadlineRow>().AsNoTracking()
            .Where(d => d.RequestId == request.Id).OrderByDescending(d => d.Sequence).FirstOrDefaultAsync(cancellation);
        var parties = await db.Set<EventPartyRow>().AsNoTracking().Where(p => p.RequestId == request.Id).ToDictionaryAsync(p => p.Sequence, p => p.Protected, cancellation);
        var erased = await db.Set<ErasureRow>().AsNoTracking().Where(e => e.RequestId == request.Id).Select(e => (DateOnly?)e.On).FirstOrDefaultAsync(cancellation);
        return new(
            request,
            (await agencies.FindAsync(request.AgencyId, cancellation))!,
            [.. events.Select(e => new HistoryEntry(
                RequestLog.Read(e.Event), e.RecordedUtc, e.Actor, e.Sequence,
                erased is null && (parties.GetValueOrDefault(e.Sequence) ?? e.Protected) is { } party ? personalData.UnprotectText(party) : null))],
            deadline is null ? null : new(
                deadline.DueOn, deadline.IsProvisional, deadline.CalendarVersion,
                JsonSerializer.Deserialize<List<DerivationStep>>(deadline.Steps, EventJson.Options)!)) { ErasedOn = erased };
    }

    /// <summary>Who asks, masked: what screens show; null where it was deleted after its time.</summary>
    public async Task<Requester?> MaskedRequesterAsync(Guid requestId, CancellationToken cancellation = default) =>
        await db.Set<RequesterRow>().Where(r => r.RequestId == requestId).Select(r => r.Protected).SingleOrDefaultAsync(cancellation) is { } kept
            ? personalData.Unprotect(kept).Masked()
            : null;
}

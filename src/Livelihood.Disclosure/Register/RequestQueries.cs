using System.Text.Json;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Accounts;
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
public sealed record RequestDetails(DisclosureRequest Request, Agency Agency, IReadOnlyList<HistoryEntry> History, KeptDeadline? Deadline);

/// <summary>One page of the work list.</summary>
/// <param name="Requests">Unconfirmed ones first, then by due date.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record WorkListPage(IReadOnlyList<DisclosureRequest> Requests, int Total);

/// <summary>How much there is to do.</summary>
/// <param name="Unconfirmed">Waiting for the office's confirmation.</param>
/// <param name="Open">Confirmed, not answered.</param>
/// <param name="Soon">Of these, due by the given day.</param>
/// <param name="Late">Of these, past their deadline.</param>
public sealed record WorkListCounts(int Unconfirmed, int Open, int Soon, int Late);

/// <summary>Reads the register.</summary>
public sealed class RequestQueries(PortalDbContext db, IAgencyDirectory agencies, PersonalData personalData)
{
    /// <summary>Requests on a page of the work list.</summary>
    public const int PageSize = 50;

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
        return new(
            request,
            (await agencies.FindAsync(request.AgencyId, cancellation))!,
            [.. events.Select(e => new HistoryEntry(
                RequestLog.Read(e.Event), e.RecordedUtc, e.Actor, e.Sequence, e.Protected is null ? null : personalData.UnprotectText(e.Protected)))],
            deadline is null ? null : new(
                deadline.DueOn, deadline.IsProvisional, deadline.CalendarVersion,
                JsonSerializer.Deserialize<List<DerivationStep>>(deadline.Steps, EventJson.Options)!));
    }

    /// <summary>Who asks, masked: what screens show.</summary>
    public async Task<Requester> MaskedRequesterAsync(Guid requestId, CancellationToken cancellation = default) => personalData.Unprotect(
        await db.Set<RequesterRow>().Where(r => r.RequestId == requestId).Select(r => r.Protected).SingleAsync(cancellation)).Masked();

    /// <summary>A page of the work list.</summary>
    /// <param name="reach">The agencies that the reader may see.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<WorkListPage> WorkListAsync(AgencyReach reach, int page, CancellationToken cancellation = default)
    {
        var visible = Visible(reach);
        var requests = await visible.AsNoTracking()
            .OrderBy(r => r.State == RequestState.Unconfirmed ? 0 : 1).ThenBy(r => r.DueOn).ThenBy(r => r.SubmittedUtc).ThenBy(r => r.Number)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .ToListAsync(cancellation);
        return new(requests, await visible.CountAsync(cancellation));
    }

    /// <summary>How much there is to do.</summary>
    /// <param name="reach">The agencies that the reader may see.</param>
    /// <param name="today">Today.</param>
    /// <param name="soon">The last day that counts as soon.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<WorkListCounts> CountAsync(AgencyReach reach, DateOnly today, DateOnly soon, CancellationToken cancellation = default)
    {
        var counts = await Visible(reach)
            .GroupBy(_ => 1)
            .Select(all => new WorkListCounts(
                all.Count(r => r.State == RequestState.Unconfirmed),
                all.Count(r => r.ReceivedOn != null && r.Outcome == null),
                all.Count(r => r.ReceivedOn != null && r.Outcome == null && r.DueOn >= today && r.DueOn <= soon),
                all.Count(r => r.ReceivedOn != null && r.EndedOn == null && r.DueOn < today)))
            .SingleOrDefaultAsync(cancellation);
        return counts ?? new(0, 0, 0, 0);
    }

    private IQueryable<DisclosureRequest> Visible(AgencyReach reach)
    {
        var all = db.Set<DisclosureRequest>();
        return reach.Everything ? all : all.Where(r => reach.Ids.Contains(r.AgencyId));
    }
}

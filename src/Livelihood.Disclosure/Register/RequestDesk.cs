using System.Security.Claims;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Fees;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Office;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Time;

namespace Livelihood.Disclosure.Register;

/// <summary>A request as it lies in front of a member of staff.</summary>
/// <param name="Details">The request.</param>
/// <param name="Sources">As what the person may act.</param>
/// <param name="Occasion">What forms are made from.</param>
public sealed record DeskRequest(RequestDetails Details, IReadOnlySet<EventSource> Sources, FormOccasion Occasion)
{
    /// <summary>What the person can record.</summary>
    public IReadOnlyList<Offer> Offers() => Details.ErasedOn is not null ? [] : Domain.Office.Offers.Of(Occasion, Sources);
}

/// <summary>Puts a request in front of a member of staff; what the person may not see is not there.</summary>
public sealed class RequestDesk(
    RequestQueries queries, RequestAccess access, IWorkingDayCalendars calendars, ChinaClock clock, ICurrentActor actor, Colleagues colleagues, FeeStandards fees)
{
    /// <summary>The request, or null where there is none for this person.</summary>
    public async Task<DeskRequest?> FindAsync(ClaimsPrincipal person, string number, CancellationToken cancellation = default)
    {
        // Another agency's request does not exist for this reader: its number tells nothing.
        if (await queries.FindAsync(number, cancellation) is not { } details
            || !(await access.VisibleAsync(person, cancellation)).Covers(details.Request.AgencyId))
        {
            return null;
        }

        var sources = await access.SourcesAsync(person, details.Request.AgencyId, cancellation);
        var history = new RequestHistory([.. details.History.Select(entry => entry.Event)]);
        return new(details, sources, new(history, details.Request.Wanted, clock.Today, await calendars.CurrentAsync(cancellation), actor.Current)
        {
            Fees = sources.Overlaps([EventSource.Handler, EventSource.Head]) ? await fees.BookAsync(cancellation) : FeeBook.Delivered,
            Colleagues = sources.Contains(EventSource.Handler) ? await colleagues.OfAsync(details.Request.AgencyId, cancellation) : [],
        });
    }
}

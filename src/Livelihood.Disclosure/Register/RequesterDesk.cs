using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Persons;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Disclosure.Register;

/// <summary>Puts a request in front of its requester, who gave number and query code.</summary>
public sealed class RequesterDesk(RequestPass pass, RequestQueries queries, ComplaintCounting complaints, IWorkingDayCalendars calendars, ChinaClock clock)
{
    /// <summary>As what a requester acts.</summary>
    public static readonly IReadOnlySet<EventSource> Sources = new HashSet<EventSource> { EventSource.Requester };

    /// <summary>The request that the reader holds a pass for; null without one.</summary>
    public async Task<DeskRequest?> FindAsync(HttpContext http, CancellationToken cancellation = default)
    {
        if (pass.Read(http) is not { } number || await queries.FindAsync(number, cancellation) is not { } details)
        {
            return null;
        }

        var history = new RequestHistory([.. details.History.Select(entry => entry.Event)]);
        return new(details, Sources, new(history, details.Request.Wanted, clock.Today, await calendars.CurrentAsync(cancellation), HttpActor.Public)
        {
            ComplaintObjection = await complaints.ObjectionAsync(details.Request, history, cancellation),
        });
    }

    /// <summary>What the requester can do.</summary>
    public static IReadOnlyList<Offer> OffersOf(DeskRequest desk) => desk.Details.ErasedOn is not null ? [] : Offers.Of(desk.Occasion, Sources, RequesterForms.All);
}

using Livelihood.Disclosure.Citizens;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Citizens;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Pages.Citizen;

/// <summary>A request in the list.</summary>
/// <param name="Request">The request.</param>
/// <param name="Agency">The agency's name.</param>
/// <param name="DaysLeft">Working days to the deadline; null while no reply is due.</param>
public sealed record RequestLine(DisclosureRequest Request, string Agency, int? DaysLeft);

/// <summary>The requests that a citizen's account collects.</summary>
public sealed class RequestsModel(
    CollectedRequests collected, CitizenAccounts accounts, IAgencyDirectory agencies, IWorkingDayCalendars calendars, ChinaClock clock) : CitizenPage
{
    public string? Address { get; private set; }

    public IReadOnlyList<RequestLine> Lines { get; private set; } = [];

    public int Total { get; private set; }

    public int CurrentPage { get; private set; } = 1;

    public int Pages => (Total + CollectedRequests.PageSize - 1) / CollectedRequests.PageSize;

    public string UrlOfPage(int page) => Url.Page("/Citizen/Requests", new { page = page == 1 ? null : (int?)page })!;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number, CancellationToken cancellation)
    {
        CurrentPage = Math.Clamp(number, 1, 100_000);
        Address = accounts.AddressOf(Citizen);
        var found = await collected.PageAsync(Citizen.Id, CurrentPage, cancellation);
        Total = found.Total;
        var names = (await agencies.AllAsync(cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name, StringComparer.Ordinal);
        var (today, calendar) = (clock.Today, await calendars.CurrentAsync(cancellation));
        Lines = [.. found.Requests.Select(request => new RequestLine(
            request, names.GetValueOrDefault(request.AgencyId, request.AgencyId),
            request is { DueOn: { } due } && Workflow.DueStates.Contains(request.State) ? DaysUntil.Of(due, today, calendar) : null))];
    }
}

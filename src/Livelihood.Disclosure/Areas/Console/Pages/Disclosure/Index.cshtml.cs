using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>The work list: unconfirmed requests first, then by due date.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class IndexModel(RequestQueries queries, RequestAccess access, IWorkingDayCalendars calendars, ChinaClock clock) : PageModel
{
    private const int SoonWorkingDays = 5;
    private WorkingDayCalendar? _calendar;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int CurrentPage { get; set; } = 1;

    public WorkListPage List { get; private set; } = new([], 0);

    public WorkListCounts Counts { get; private set; } = new(0, 0, 0, 0);

    public int Pages => (List.Total + RequestQueries.PageSize - 1) / RequestQueries.PageSize;

    public Func<int, string> UrlOfPage => page => Url.Page("/Disclosure/Index", new { area = "Console", p = page })!;

    public int DaysLeft(DateOnly due) => DaysUntil.Of(due, clock.Today, _calendar!);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var reach = await access.VisibleAsync(User, cancellation);
        if (reach is { Everything: false, Ids.Count: 0 })
        {
            return Forbid();
        }

        _calendar = await calendars.CurrentAsync(cancellation);
        CurrentPage = Math.Clamp(CurrentPage, 1, 100_000);
        List = await queries.WorkListAsync(reach, CurrentPage, cancellation);
        Counts = await queries.CountAsync(reach, clock.Today, _calendar.AddWorkingDays(clock.Today, SoonWorkingDays), cancellation);
        return Page();
    }
}

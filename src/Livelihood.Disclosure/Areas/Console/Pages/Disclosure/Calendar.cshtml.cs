using System.Globalization;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Office;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>The calendar of the office: what is due on each day of a month. All of its state is in its address.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class CalendarModel(
    DueDays due, RequestAccess access, IAgencyDirectory agencies, IWorkingDayCalendars calendars, ChinaClock clock, ICurrentActor actor) : PageModel
{
    private WorkingDayCalendar? _calendar;

    /// <summary>As <c>2026-03</c>; nothing is this month. What cannot be read stays as it was typed, and is told.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    /// <summary>Whether only what the reader is responsible for is shown.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    public MonthSheet Sheet { get; private set; } = null!;

    public ILookup<DateOnly, DueCount> Due { get; private set; } = Array.Empty<DueCount>().ToLookup(count => count.On);

    /// <summary>Agencies to choose; those that the reader may see.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public DateOnly Today => clock.Today;

    /// <summary>How much is due on a day.</summary>
    public int TotalOf(DateOnly day) => Due[day].Sum(count => count.Count);

    /// <summary>Whether there is nothing to tell of a day, so that a list leaves it out.</summary>
    public bool IsPlain(SheetDay? day) => day is null || (day.Note is null && day.On != Today && !Due.Contains(day.On));

    /// <summary>The address of another month; null where the calendar ends.</summary>
    public string? UrlOf(DateOnly first) => MonthSheet.IsWithin(first, _calendar!)
        ? Url.Page("/Disclosure/Calendar", new { area = "Console", month = first.ToString("yyyy-MM", CultureInfo.InvariantCulture), agency = Agency, mine = Mine ? "true" : null })
        : null;

    /// <summary>The work list of a day.</summary>
    public string WorkListOf(DateOnly day) => Url.Page("/Disclosure/Index", new
    {
        area = "Console", due = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), agency = Agency, who = Mine ? actor.Current : null,
    })!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var reach = await access.VisibleAsync(User, cancellation);
        if (reach is { Everything: false, Ids.Count: 0 })
        {
            return Forbid();
        }

        _calendar = await calendars.CurrentAsync(cancellation);
        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(agency => reach.Covers(agency.Id))];
        Agency = Agencies.FirstOrDefault(agency => agency.Id == Agency)?.Id;
        Sheet = MonthSheet.Of(MonthToShow(_calendar), _calendar);
        Due = await due.BetweenAsync(reach, Sheet.First, Sheet.Last, Agency, Mine ? actor.Current : null, cancellation);
        return Page();
    }

    private DateOnly MonthToShow(WorkingDayCalendar calendar)
    {
        string? problem = null;
        var shown = (string.IsNullOrWhiteSpace(Month) ? null : MonthSheet.Read(Month, calendar, out problem)) ?? Today;
        if (problem is null)
        {
            Month = shown.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        }
        else
        {
            ModelState.AddModelError("month", $"{problem}下面是{shown.Year}年{shown.Month}月。");
        }

        return shown;
    }
}

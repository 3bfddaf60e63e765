using Livelihood.Platform.Accounts;
using Livelihood.Platform.Calendar;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Platform.Areas.Console.Pages.Calendar;

/// <summary>Shows a year of the working-day calendar and changes it (R-C3); the next year can be added.</summary>
[Authorize(Policy = Permissions.ManageCalendar)]
public sealed class IndexModel(IWorkingDayCalendars calendars) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty]
    public string BasedOn { get; set; } = "";

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public bool Announced { get; set; }

    [BindProperty]
    public string? Holidays { get; set; }

    [BindProperty]
    public string? MakeUpDays { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public WorkingDayCalendar Current { get; private set; } = null!;

    /// <summary>The years with data, newest first, and the one after them.</summary>
    public IEnumerable<int> Years => Current.Document.Years.Select(year => year.Year).Append(Current.Document.Years[^1].Year + 1).Reverse();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Year = Years.Contains(Year) ? Year : Current.ConfirmedThrough;
        var year = Current.Document.Years.FirstOrDefault(known => known.Year == Year);
        BasedOn = Current.Version;
        Source = year?.Source ?? $"国务院办公厅关于{Year}年部分节假日安排的通知";
        Announced = year?.Announced ?? false;
        Holidays = CalendarYearText.Write(year?.Holidays ?? []);
        MakeUpDays = CalendarYearText.Write(year?.MakeUpWorkingDays ?? []);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var holidays = Read(nameof(Holidays), () => CalendarYearText.ReadHolidays(Holidays));
        var days = Read(nameof(MakeUpDays), () => CalendarYearText.ReadDays(MakeUpDays));
        if (ModelState.IsValid)
        {
            try
            {
                var amended = await calendars.AmendAsync(new(Year, Announced, Source ?? "", holidays, days), BasedOn, Reason ?? "", cancellation);
                TempData["Notice"] = amended.Version == BasedOn
                    ? "内容没有变化，日历没有修改。"
                    : $"工作日历已更新为版本 {amended.Version}，办理中的申请已重新计算期限。";
                return RedirectToPage(new { Year });
            }
            catch (CalendarDocumentException problem)
            {
                ModelState.AddModelError("", problem.Message);
            }
        }

        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation) => Current = await calendars.CurrentAsync(cancellation);

    private IReadOnlyList<T> Read<T>(string field, Func<IReadOnlyList<T>> read)
    {
        try
        {
            return read();
        }
        catch (CalendarDocumentException problem)
        {
            ModelState.AddModelError(field, problem.Message);
            return [];
        }
    }
}

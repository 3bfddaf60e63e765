using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>Follows a request by receipt number and query code.</summary>
[EnableRateLimiting(DisclosureLimits.Queries)]
public sealed class StatusModel(StatusQuery status, IWorkingDayCalendars calendars, ChinaClock clock) : PageModel
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public RequestDetails? Details { get; private set; }

    public int DaysLeft { get; private set; }

    public DateOnly ConfirmationDue { get; private set; }

    public Deadline? Estimate { get; private set; }

    /// <summary>The history without what is the office's own; members of staff are named by their agency only.</summary>
    public IReadOnlyList<(HistoryEntry Entry, string? By)> History => [.. Details!.History.Where(entry => !IsInternal(entry.Event)).Select(entry =>
        (entry, (string?)(entry.Actor == HttpActor.Public ? "申请人" : entry.Actor == HttpActor.System ? "系统" : Details.Agency.ShortName)))];

    private static bool IsInternal(RequestEvent happened) => Workflow.IsInternal(happened is RecordCorrected corrected ? corrected.Right : happened);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Response.ForbidStoring();
        Require(!string.IsNullOrWhiteSpace(Number), nameof(Number), "请填写回执编号");
        Require(!string.IsNullOrWhiteSpace(Code), nameof(Code), "请填写查询码");
        Require(Number is null || Number.Length <= 100, nameof(Number), "回执编号太长，请核对");
        Require(Code is null || Code.Length <= 100, nameof(Code), "查询码太长，请核对");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var answer = await status.AskAsync(Number!, Code!, cancellation);
        Details = answer.Details;
        Require(answer.RefusedMinutes is null, nameof(Code), $"这件申请的查询码连续输错次数过多，请在{answer.RefusedMinutes}分钟后再试");
        Require(Details is not null || !ModelState.IsValid, nameof(Number), "没有找到这件申请：回执编号或者查询码不正确，请对照回执逐个核对");
        if (Details is not null)
        {
            await ComputeAsync(Details, cancellation);
        }

        return Page();
    }

    private async Task ComputeAsync(RequestDetails details, CancellationToken cancellation)
    {
        var calendar = await calendars.CurrentAsync(cancellation);
        if (details.Deadline is { } deadline)
        {
            DaysLeft = DaysUntil.Of(deadline.Due, clock.Today, calendar);
            return;
        }

        ConfirmationDue = calendar.WorkingDayOnOrAfter(ChinaClock.DateOf(details.Request.SubmittedUtc));
        Estimate = ReplyClock.Read(ConfirmationDue, [], calendar);
    }

    private void Require(bool holds, string field, string otherwise)
    {
        if (!holds)
        {
            ModelState.AddModelError(field, otherwise);
        }
    }
}

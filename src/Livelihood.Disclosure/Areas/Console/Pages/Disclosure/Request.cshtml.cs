using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Pages;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>One request: masked details, history, deadline with derivation, and confirmation.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class RequestModel(
    RequestQueries queries, RequestHandling handling, RequestAccess access, IWorkingDayCalendars calendars, StaffNames names, ChinaClock clock) : PageModel
{
    public RequestDetails Details { get; private set; } = null!;

    public Requester Requester { get; private set; } = null!;

    public bool IsUnmasked { get; private set; }

    public bool MayHandle { get; private set; }

    public int DaysLeft { get; private set; }

    public IReadOnlyList<(HistoryEntry Entry, string? By)> History { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(string number, CancellationToken cancellation) => ShowAsync(number, unmask: false, cancellation);

    /// <summary>Shows who asks; the reading is audited.</summary>
    public async Task<IActionResult> OnPostUnmaskAsync(string number, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        return await ShowAsync(number, unmask: true, cancellation);
    }

    /// <summary>Confirms the request: the reply clock starts.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string number, CancellationToken cancellation)
    {
        if (await RefuseAsync(number, cancellation) is { } refusal)
        {
            return refusal;
        }

        try
        {
            await handling.ConfirmAsync(number, cancellation);
        }
        catch (DisclosureRuleException problem)
        {
            ModelState.AddModelError("", problem.Message);
            return await ShowAsync(number, unmask: false, cancellation);
        }

        TempData["Notice"] = "已确认收到申请，答复期限已经起算。";
        return RedirectToPage("/Disclosure/Request", new { area = "Console", number });
    }

    private async Task<IActionResult?> RefuseAsync(string number, CancellationToken cancellation)
    {
        var details = await queries.FindAsync(number, cancellation);
        var isVisible = details is not null && (await access.VisibleAsync(User, cancellation)).Covers(details.Request.AgencyId);
        return !isVisible ? NotFound() : await access.MayHandleAsync(User, details!.Request.AgencyId, cancellation) ? null : Forbid();
    }

    private async Task<IActionResult> ShowAsync(string number, bool unmask, CancellationToken cancellation)
    {
        // Another agency's request does not exist for this reader: its number tells nothing.
        if (await queries.FindAsync(number, cancellation) is not { } details
            || !(await access.VisibleAsync(User, cancellation)).Covers(details.Request.AgencyId))
        {
            return NotFound();
        }

        MayHandle = await access.MayHandleAsync(User, details.Request.AgencyId, cancellation);
        if (unmask && !MayHandle)
        {
            return Forbid();
        }

        (Details, IsUnmasked) = (details, unmask);
        Requester = unmask
            ? await handling.ReadRequesterAsync(number, cancellation)
            : await queries.MaskedRequesterAsync(details.Request.Id, cancellation);
        History = await names.NameAsync(details.History, cancellation);
        if (details.Deadline is { } deadline)
        {
            DaysLeft = DaysUntil.Of(deadline.Due, clock.Today, await calendars.CurrentAsync(cancellation));
        }

        return Page();
    }
}

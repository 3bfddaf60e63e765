using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.WithheldInformation;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Withheld;

/// <summary>Puts right what was entered wrongly; what stood there before stays in the history, but for the title (R-18).</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class EditModel(WithheldDesk desk, WithheldRegister register, WithheldTitle titles, ReviewTimes times, ChinaClock clock) : PageModel, IEntryPage
{
    public DeskEntry Desk { get; private set; } = null!;

    [BindProperty]
    public EntryForm Input { get; set; } = new();

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refusal)
        {
            return refusal;
        }

        var entry = Desk.Entry;
        Input = new() { Title = entry.Title, DocumentNumber = entry.DocumentNumber, Ground = entry.Ground, DecidedOn = $"{entry.DecidedOn:yyyy-MM-dd}" };
        Revision = entry.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refusal)
        {
            return refusal;
        }

        ModelState.Clear();
        var decidedOn = Input.Read(clock.Today, ModelState.AddModelError);
        var reason = EntryForm.Line(Reason);
        if (reason is null || reason.Length > ActModel.LongestReason)
        {
            ModelState.AddModelError(nameof(Reason), $"请写明为什么更正，不超过{ActModel.LongestReason}个字");
        }

        if (ModelState.IsValid && await titles.ProblemAsync(Desk.Entry.RequestId, Input.TitleLine, Input.NumberLine, cancellation) is { } personal)
        {
            ModelState.AddModelError("Input.Title", personal);
        }

        var was = Was(decidedOn);
        if (ModelState.IsValid && was.Count == 0)
        {
            ModelState.AddModelError("", "没有改动，不用更正。");
        }

        if (!ModelState.IsValid)
        {
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        // The first review is counted from the day of the decision; after it, that day moves nothing.
        DateOnly? next = decidedOn != Desk.Entry.DecidedOn && Desk.History.LastReview is null ? (await times.InForceAsync(decidedOn, cancellation)).Next(decidedOn) : null;
        try
        {
            await register.RecordAsync(id, Revision, new EntryCorrected(clock.Today, reason!, was, decidedOn, next), entry =>
            {
                (entry.Title, entry.DocumentNumber, entry.Ground) = (Input.TitleLine, Input.NumberLine, Input.Ground!);
            }, cancellation);
        }
        catch (DisclosureRuleException refused)
        {
            ModelState.AddModelError("", refused.Message);
            return Again(StatusCodes.Status422UnprocessableEntity);
        }
        catch (WithheldChangedException changed)
        {
            ModelState.AddModelError("", changed.Message);
            await OpenAsync(id, cancellation);
            Revision = Desk.Entry.Revision;
            return Again(StatusCodes.Status409Conflict);
        }

        TempData["Notice"] = "已更正登记。";
        return RedirectToPage("/Withheld/Entry", new { area = "Console", id });
    }

    /// <summary>What stood in the parts that changed.</summary>
    private List<string> Was(DateOnly decidedOn)
    {
        var entry = Desk.Entry;
        string?[] was =
        [
            entry.Title == Input.TitleLine ? null : "名称改了，原来的名称不保留。",
            entry.DocumentNumber == Input.NumberLine ? null : $"原来的文号：{entry.DocumentNumber ?? "没有"}。",
            entry.Ground == Input.Ground ? null : $"原来的依据：{WithheldGrounds.ShortNameOf(entry.Ground)}。",
            entry.DecidedOn == decidedOn ? null : $"原来的决定日期：{Wording.Day(entry.DecidedOn)}。",
        ];
        return [.. was.OfType<string>()];
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<IActionResult?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(User, id, cancellation) is not { } found)
        {
            return NotFound();
        }

        Desk = found;
        return found.MayHandle ? null : Forbid();
    }
}

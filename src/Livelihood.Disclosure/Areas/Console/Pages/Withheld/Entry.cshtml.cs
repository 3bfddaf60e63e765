using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.WithheldInformation;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Withheld;

/// <summary>One entry of the register: what it is, its reviews, and the head's decision on the last one .</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class EntryModel(WithheldDesk desk, WithheldRegister register, WithheldList list, ActorNames names, ICurrentActor actor, ChinaClock clock) : PageModel
{
    public DeskEntry Desk { get; private set; } = null!;

    /// <summary>The history with the names of who recorded it.</summary>
    public IReadOnlyList<(WithheldLine Line, string By)> Lines { get; private set; } = [];

    public ReviewDays Days { get; private set; } = null!;

    /// <summary>The revision that the head saw.</summary>
    [BindProperty]
    public int Revision { get; set; }

    /// <summary>Why the head returns a result.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether the person keeps the register and the entry is open.</summary>
    public bool MayAct => Desk.MayHandle && !Desk.History.HasEnded;

    /// <summary>Whether a result waits for this person.</summary>
    public bool MayDecide => Desk.MayDecide && Desk.Entry.AwaitsHead && !IsOwn;

    /// <summary>Whether the result that waits is the person's own.</summary>
    public bool IsOwn => Desk.History.Pending?.By == actor.Current;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await LoadAsync(id, cancellation) ? Show() : NotFound();

    /// <summary>The head confirms the result.</summary>
    public Task<IActionResult> OnPostConfirmAsync(Guid id, CancellationToken cancellation) =>
        DecideAsync(id, new ReviewConfirmed(clock.Today, actor.Current), "已确认评估结果。", cancellation);

    /// <summary>The head returns the result.</summary>
    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken cancellation) =>
        DecideAsync(id, new ReviewReturned(clock.Today, actor.Current, EntryForm.Line(Reason) ?? ""), "已退回评估结果。", cancellation);

    private async Task<IActionResult> DecideAsync(Guid id, WithheldEvent decision, string done, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!Desk.MayDecide)
        {
            return Forbid();
        }

        ModelState.Clear();
        if (decision is ReviewReturned { Reason.Length: 0 or > ActModel.LongestReason })
        {
            ModelState.AddModelError(nameof(Reason), $"请写明哪里需要改，不超过{ActModel.LongestReason}个字");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        try
        {
            await register.RecordAsync(id, Revision, decision, cancellation: cancellation);
        }
        catch (Exception refused) when (refused is DisclosureRuleException or WithheldChangedException)
        {
            ModelState.AddModelError("", refused.Message);
            Response.StatusCode = refused is WithheldChangedException ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
            await LoadAsync(id, cancellation);
            return Show();
        }

        TempData["Notice"] = done;
        return RedirectToPage("/Withheld/Entry", new { area = "Console", id });
    }

    private PageResult Show()
    {
        Revision = Desk.Entry.Revision;
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(User, id, cancellation) is not { } found)
        {
            return false;
        }

        (Desk, Days) = (found, await list.DaysAsync(cancellation));
        Lines = await names.NameAsync(found.Lines, line => line.Actor, cancellation);
        return true;
    }
}

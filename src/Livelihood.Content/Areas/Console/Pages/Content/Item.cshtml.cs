using Livelihood.Content.Editing;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>An item with where it stands, what may be done with it now and all that happened to it.</summary>
public sealed class ItemModel(ItemOverviews overviews, IContentWorkflow workflow) : PageModel
{
    public ItemOverview Overview { get; private set; } = null!;

    /// <summary>Opinion for the steps that need nothing else.</summary>
    [BindProperty]
    public StepForm Decision { get; set; } = new();

    [BindProperty]
    public StepForm Schedule { get; set; } = new();

    [BindProperty]
    public StepForm Withdrawal { get; set; } = new();

    /// <summary>Whether somebody else was faster; the page shows the item as it is now.</summary>
    public bool IsOvertaken { get; private set; }

    /// <summary>The steps that are decided with an opinion alone.</summary>
    public IReadOnlyList<WorkflowRule> Decisions =>
        [.. Overview.Steps.Where(s => s.Event is not (ContentEvent.Schedule or ContentEvent.Withdraw))];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if ((DateTimeOffset?)Overview.Latest.Parts.Get("PublishLaterPart")?["ScheduledPublishUtc"] is { } planned)
        {
            var local = ChinaClock.Local(planned);
            (Schedule.Date, Schedule.Time) = (local.ToString("yyyy-MM-dd"), local.ToString("HH:mm"));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, ContentEvent? step, int revision, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (step is not { } happening)
        {
            return BadRequest();
        }

        if (Details(happening) is not { } details)
        {
            return Page();
        }

        try
        {
            await workflow.DoAsync(User, id, revision, happening, details, cancellation);
            TempData["Notice"] = Overview.Steps.FirstOrDefault(s => s.Event == happening)?.Label is { } label ? $"已办理：{label}。" : "已办理。";
            return RedirectToPage(new { id });
        }
        catch (ContentRefusedException refused)
        {
            await LoadAsync(id, cancellation);
            IsOvertaken = Overview.Item.Revision != revision;
            var page = this.Refused(refused);
            if (IsOvertaken && refused is not StepForbiddenException)
            {
                Response.StatusCode = StatusCodes.Status409Conflict;
            }

            return page;
        }
    }

    // What was typed, or null where it cannot be right; the message then stands beside its field.
    private StepDetails? Details(ContentEvent step)
    {
        var (form, prefix) = step switch
        {
            ContentEvent.Schedule => (Schedule, nameof(Schedule)),
            ContentEvent.Withdraw => (Withdrawal, nameof(Withdrawal)),
            _ => (Decision, nameof(Decision)),
        };
        ModelState.Clear();
        var intended = step == ContentEvent.Schedule ? form.ReadTime(ModelState, prefix) : null;
        if (string.IsNullOrWhiteSpace(form.Comment) && Overview.Steps.FirstOrDefault(s => s.Event == step) is { NeedsComment: true } rule)
        {
            ModelState.AddModelError($"{prefix}.{nameof(form.Comment)}", $"请填写“{rule.Label}”的意见或者原因，它会留在记录里。");
        }

        return ModelState.IsValid ? new(form.Comment, intended, form.HideTitle) : null;
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (await overviews.FindAsync(User, id, cancellation) is not { } found)
        {
            return false;
        }

        Overview = found;
        return true;
    }
}

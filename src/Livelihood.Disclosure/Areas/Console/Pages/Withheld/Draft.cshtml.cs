using Livelihood.Content.Items;
using Livelihood.Content.Taxonomies;
using Livelihood.Content.Workflow;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.PublicLog;
using Livelihood.Disclosure.PublicLog;
using Livelihood.Disclosure.WithheldInformation;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Withheld;

/// <summary>Writes what becomes public of an entry, and sends it to the secrecy review .</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class DraftModel(WithheldDesk desk, WithheldPublication publication, TaxonomyTerms taxonomies) : PageModel
{
    public DeskEntry Desk { get; private set; } = null!;

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Category { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Whether the person has looked at what looks like numbers of people.</summary>
    [BindProperty]
    public bool AreNumbersChecked { get; set; }

    /// <summary>The categories that can be chosen.</summary>
    public IReadOnlyList<TermLine> Categories { get; private set; } = [];

    /// <summary>What looks like numbers of people in what was typed.</summary>
    public IReadOnlyList<string> Numbers { get; private set; } = [];

    /// <summary>Whether nobody is deciding on the draft now.</summary>
    public bool IsWritable => Desk.Item is null || Livelihood.Content.Workflow.WorkflowTable.IsEditable(Desk.Item.Stage);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refusal)
        {
            return refusal;
        }

        (Title, Summary, Text, Category) = WithheldPublication.DraftOf(Desk);
        Revision = Desk.Entry.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await OpenAsync(id, cancellation) is { } refusal)
        {
            return refusal;
        }

        ModelState.Clear();
        var draft = new AnswerDraft(Title ?? "", Summary ?? "", (Text ?? "").ReplaceLineEndings("\n"), Categories.Any(line => line.Term.Alias == Category) ? Category : null);
        Numbers = draft.Numbers();
        try
        {
            await publication.DraftAsync(Desk, Revision, draft, AreNumbersChecked, cancellation);
        }
        catch (Exception refused) when (refused is ContentRefusedException or DisclosureRuleException or WithheldChangedException)
        {
            foreach (var (field, problem) in refused is AnswerRefusedException several ? several.Problems : [("", refused.Message)])
            {
                ModelState.AddModelError(field, problem);
            }

            var isConflict = refused is ContentConflictException or WithheldChangedException;
            Response.StatusCode = isConflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
            await OpenAsync(id, cancellation);
            Revision = isConflict ? Desk.Entry.Revision : Revision;
            return Page();
        }

        TempData["Notice"] = "已保存，送保密审查。";
        return RedirectToPage("/Withheld/Entry", new { area = "Console", id });
    }

    private async Task<IActionResult?> OpenAsync(Guid id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(User, id, cancellation) is not { } found)
        {
            return NotFound();
        }

        (Desk, Categories) = (found, await taxonomies.ChoicesAsync(TaxonomyTerms.Categories, cancellation));
        return !found.MayHandle ? Forbid() : found.History.MayBePublished && found.Entry.Source != WithheldSource.Content ? null : NotFound();
    }
}

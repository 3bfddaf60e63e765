using Livelihood.Content.Items;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Livelihood.Content.Areas.Console.Pages.Taxonomies;

/// <summary>Adds a term, or changes or deletes one.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class TermModel(TaxonomyEditor editor) : PageModel
{
    public Taxonomy Taxonomy { get; private set; } = null!;

    /// <summary>The term as it is; null while one is added.</summary>
    public TermLine? Line { get; private set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? ParentId { get; set; }

    [BindProperty]
    public bool Retired { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    /// <summary>The terms that this one may stand below.</summary>
    public IEnumerable<SelectListItem> Parents => Taxonomy.Tree.Lines
        .Where(l => Line is null || !Taxonomy.Tree.Holds(Line.Term.ContentItemId, l.Term.ContentItemId))
        .Select(l => new SelectListItem(new string('　', l.Depth) + l.Term.DisplayText, l.Term.ContentItemId));

    public async Task<IActionResult> OnGetAsync(string id, string? termId, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, termId, cancellation))
        {
            return NotFound();
        }

        Revision = Taxonomy.Revision;
        (Name, Code, ParentId, Retired) = (Line?.Term.DisplayText, Line?.Term.Alias, Line?.ParentId, Line?.Term.Retired ?? false);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(string id, string? termId, CancellationToken cancellation) =>
        DoAsync(id, termId, $"已保存“{Name?.Trim()}”。", () =>
        {
            var edit = new TermEdit(Name, Code, string.IsNullOrEmpty(ParentId) ? null : ParentId, Retired);
            return termId is null
                ? editor.AddAsync(Taxonomy, Revision, edit, cancellation)
                : editor.ChangeAsync(Taxonomy, Revision, termId, edit, cancellation);
        }, cancellation);

    public Task<IActionResult> OnPostDeleteAsync(string id, string termId, CancellationToken cancellation) =>
        DoAsync(id, termId, "已删除分类项。", () => editor.DeleteAsync(Taxonomy, Revision, termId, cancellation), cancellation);

    private async Task<IActionResult> DoAsync(string id, string? termId, string notice, Func<Task> change, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, termId, cancellation))
        {
            return NotFound();
        }

        try
        {
            await change();
            TempData["Notice"] = notice;
            return RedirectToPage("Taxonomy", new { id });
        }
        catch (ContentRefusedException refused)
        {
            return this.Refused(refused);
        }
    }

    private async Task<bool> LoadAsync(string id, string? termId, CancellationToken cancellation)
    {
        if (await editor.FindAsync(id, cancellation) is not { } found)
        {
            return false;
        }

        Taxonomy = found;
        Line = found.Tree.Find(termId);
        return termId is null || Line is not null;
    }
}

using Livelihood.Content.Catalogue;
using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Livelihood.Content.Navigation;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Livelihood.Content.Areas.Console.Pages.Columns;

/// <summary>Adds a column, or changes or deletes one.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class EditModel(
    SiteStructures structures, ColumnEditor editor, PlacedItems placed, CatalogueQuery catalogue, FieldFilters filters,
    IAgencyDirectory agencies, TaxonomyTerms taxonomies)
    : PageModel
{
    /// <summary>The column as it is; null while one is added.</summary>
    public Column? Column { get; private set; }

    [BindProperty]
    public ColumnForm Input { get; set; } = new();

    [BindProperty]
    public int Revision { get; set; }

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Types { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Agencies { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Values { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (Column is not null)
        {
            Revision = Column.Revision;
            Input = ColumnForm.Of(Column, await placed.PathsAsync(Column.Selection.Placed, cancellation));
        }

        return Page();
    }

    public Task<IActionResult> OnPostAsync(string? id, CancellationToken cancellation) => DoAsync(id, async () =>
    {
        var edit = Input.ToEdit(await placed.IdsAsync(Input.Placed, cancellation));
        if (id is null)
        {
            await editor.AddAsync(null, edit, cancellation);
        }
        else
        {
            await editor.ChangeAsync(id, Revision, edit, cancellation);
        }

        return $"已保存栏目“{edit.Name!.Trim()}”。";
    }, cancellation);

    public Task<IActionResult> OnPostDeleteAsync(string id, CancellationToken cancellation) => DoAsync(id, async () =>
    {
        await editor.DeleteAsync(id, Revision, cancellation);
        return $"已删除栏目“{Column!.Name}”。";
    }, cancellation);

    private async Task<IActionResult> DoAsync(string? id, Func<Task<string>> change, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            TempData["Notice"] = await change();
            return RedirectToPage("Index");
        }
        catch (ContentRefusedException refused)
        {
            return this.Refused(refused is FieldRefusedException field ? new FieldRefusedException($"Input.{field.Field}", field.Message) : refused);
        }
    }

    private async Task<bool> LoadAsync(string? id, CancellationToken cancellation)
    {
        var tree = (await structures.CurrentAsync(cancellation)).Columns;
        Column = tree.Find(id);
        Parents = [.. tree.Lines.Where(l => Column is null || !tree.WayTo(l.Column).Contains(Column)).Select(l => new SelectListItem(new string('　', l.Depth) + l.Column.Name, l.Column.Id))];
        Types = [.. (await catalogue.TypesAsync(cancellation)).Select(t => new SelectListItem(t.DisplayName, t.Name))];
        Agencies = [.. (await agencies.AllAsync(cancellation)).Select(a => new SelectListItem(a.Name, a.Id))];
        Categories = await TermsAsync(TaxonomyTerms.Categories, cancellation);
        Topics = await TermsAsync(TaxonomyTerms.Topics, cancellation);
        Values =
        [
            .. from filter in await filters.AllAsync(cancellation)
               from value in filter.Options
               select new SelectListItem($"{filter.TypeName}，{filter.Label}：{value}", $"{filter.Field}={value}"),
        ];
        return id is null || Column is not null;
    }

    private async Task<IReadOnlyList<SelectListItem>> TermsAsync(string taxonomy, CancellationToken cancellation) =>
    [
        .. from line in await taxonomies.ChoicesAsync(taxonomy, cancellation)
           where line.Term.Alias is not null
           select new SelectListItem(line.Term.DisplayText, line.Term.Alias),
    ];
}

using Livelihood.Content.Catalogue;
using Livelihood.Content.Columns;
using Livelihood.Content.Definitions;
using Livelihood.Content.Navigation;
using Livelihood.Content.Pages.Components;
using Livelihood.Content.Parts;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Pages.Columns;

/// <summary>A column: what is placed by hand, the columns below it, and its lines, newest first, with filters.</summary>
public sealed class ColumnModel(
    SiteStructures structures, ColumnLines lines, CatalogueQuery catalogue, FieldFilters fields, TaxonomyTerms taxonomies, IAgencyDirectory agencies)
    : PageModel
{
    private const int LinesOfChild = 5;
    private const int LastPage = 5000;

    private Dictionary<string, string> _names = [];

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    /// <summary>Values of the types' own fields, each as <c>Notice.Kind=公告</c>; one for each field of <see cref="Fields"/> at the most.</summary>
    [BindProperty(SupportsGet = true, Name = "v")]
    public string[] Values { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public Column Column { get; private set; } = null!;

    /// <summary>The columns above it and itself, the highest first.</summary>
    public IReadOnlyList<Column> Way { get; private set; } = [];

    public IReadOnlyList<CatalogueEntry> Placed { get; private set; } = [];

    /// <summary>The columns below it with their newest lines; all of them, with lines or without.</summary>
    public IReadOnlyList<ColumnBlock> Below { get; private set; } = [];

    /// <summary>The types to filter by; empty where the column shows but one.</summary>
    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    /// <summary>The topics to filter by; empty where what the column shows has none.</summary>
    public IReadOnlyList<TaxonomyTerm> Topics { get; private set; } = [];

    /// <summary>The fields with a list of values of the types that the column shows.</summary>
    public IReadOnlyList<FieldFilter> Fields { get; private set; } = [];

    /// <summary>The agencies to filter by: those that the column shows.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public IReadOnlyList<int> Years { get; private set; } = [];

    public CataloguePage Result { get; private set; } = new([], 0);

    public int PageCount => Math.Max(1, (Result.Total + CatalogueQuery.PageSize - 1) / CatalogueQuery.PageSize);

    /// <summary>What the reader has narrowed the list to.</summary>
    public ColumnFilter Filter => new() { Type = Type, AgencyId = Agency, Topic = Topic, Year = Year, Values = Values };

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        var tree = (await structures.CurrentAsync(cancellation)).Columns;
        if (tree.At(slug) is not { } column)
        {
            return NotFound();
        }

        if (column.Address is not null)
        {
            return LocalRedirect(Url.Content("~" + column.Address));
        }

        PublicCaching.Allow(HttpContext);
        (Column, Way) = (column, tree.WayTo(column));
        await ReadFiltersAsync(cancellation);
        Result = await lines.PageAsync(column, Filter, Number, cancellation);
        if (Number > PageCount)
        {
            return NotFound();
        }

        if (Number == 1 && !Filter.IsSet)
        {
            Placed = await lines.PlacedAsync(column, cancellation);
            Result = Result with { Entries = [.. Result.Entries.Where(e => !Placed.Any(p => p.ItemId == e.ItemId))] };
            var below = tree.Below(column.Id).ToList();
            var newest = await lines.NewestAsync(below.Select(c => (c, LinesOfChild)), cancellation);
            Below = [.. below.Select(c => new ColumnBlock(c, [.. newest[c.Id]]))];
        }

        return Page();
    }

    /// <summary>The meta tags that inspectors check on a column's page.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Meta() =>
    [
        new("ColumnName", Column.Name),
        new("ColumnType", Column.Kind ?? Column.Name),
        new("ColumnDescription", Column.Description),
        new("Description", Column.Description),
    ];

    /// <summary>The agency's name, for a line of the list.</summary>
    public string NameOf(string agencyId) => _names.GetValueOrDefault(agencyId, agencyId);

    /// <summary>The address of another page of the same list.</summary>
    public string UrlOfPage(int number) => Url.Page("/Columns/Column", new { slug = Column.Slug, Type, Agency, Topic, Year, v = Values, p = number }) ?? "";

    private async Task ReadFiltersAsync(CancellationToken cancellation)
    {
        var selection = Column.Selection;
        var shown = (await catalogue.TypesAsync(cancellation)).Where(t => selection.Types.Count == 0 || selection.Types.Contains(t.Name)).ToList();
        var all = await agencies.AllAsync(cancellation);
        var filter = await lines.FilterAsync(Column, cancellation);
        _names = all.ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        Types = shown.Count > 1 ? shown : [];
        Agencies = [.. all.Where(a => filter is null or { AgencyIds.Count: 0 } || filter.AgencyIds.Contains(a.Id))];
        Topics = shown.Exists(t => t.Parts.Exists(p => p.PartName == nameof(OfficialDocumentPart)))
            ? [.. (await taxonomies.ChoicesAsync(TaxonomyTerms.Topics, cancellation)).Select(l => l.Term).Where(t => t.Alias is not null)]
            : [];
        Type = Types.Any(t => t.Name == Type) ? Type : null;
        Fields = [.. (await fields.AllAsync(cancellation)).Where(f => (Type is null ? shown is [var only] && only.Name == f.Type : f.Type == Type))];
        Years = await lines.YearsAsync(Column, cancellation);
        // What a link cannot mean is left out rather than complained of: old links keep working.
        Agency = Agencies.Any(a => a.Id == Agency) ? Agency : null;
        Topic = Topics.Any(t => t.Alias == Topic) ? Topic : null;
        Values = [.. Fields.Select(f => f.Options.Select(o => $"{f.Field}={o}").FirstOrDefault(v => Values.Contains(v))).OfType<string>()];
        Year = Year is >= 1900 and <= 9998 ? Year : null;
        Number = Math.Clamp(Number, 1, LastPage);
    }
}

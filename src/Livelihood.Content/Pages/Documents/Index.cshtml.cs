using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Feeds;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Pages.Documents;

/// <summary>The public catalogue, filtered by type, agency and year.</summary>
public sealed class IndexModel(CatalogueQuery catalogue, IAgencyDirectory agencies) : PageModel
{
    private const int LastPage = 5000;

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public IReadOnlyList<int> Years { get; private set; } = [];

    public CataloguePage Result { get; private set; } = new([], 0);

    public int PageCount => Math.Max(1, (Result.Total + CatalogueQuery.PageSize - 1) / CatalogueQuery.PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Types = await catalogue.TypesAsync(cancellation);
        Agencies = await agencies.AllAsync(cancellation);
        // What a link cannot mean is left out rather than complained of: old links keep working.
        Type = Types.Any(t => t.Name == Type) ? Type : null;
        Agency = Agencies.Any(a => a.Id == Agency) ? Agency : null;
        Year = Year is >= 1900 and <= 9998 ? Year : null;
        Number = Math.Clamp(Number, 1, LastPage);
        var filter = new CatalogueFilter
        {
            Types = Type is null ? [.. Types.Select(t => t.Name)] : [Type],
            AgencyIds = Agency is null ? [] : [Agency],
            Year = Year,
        };
        Years = await catalogue.YearsAsync(filter, cancellation);
        Result = await catalogue.PageAsync(filter, Number, cancellation);
        return Number > PageCount ? NotFound() : Page();
    }

    /// <summary>The name and address of the feed of what is chosen; null where all is shown.</summary>
    public KeyValuePair<string, string>? Feed => (Agency, Type) switch
    {
        ({ } agency, _) => new(NameOf(agency), "~" + FeedEndpoints.PathOfAgency(agency)),
        (_, { } type) => new(Types.First(t => t.Name == type).DisplayName, "~" + FeedEndpoints.PathOfType(type)),
        _ => null,
    };

    /// <summary>The agency's name, for a line of the list.</summary>
    public string NameOf(string agencyId) => Agencies.FirstOrDefault(a => a.Id == agencyId)?.Name ?? agencyId;

    /// <summary>The address of another page of the same list.</summary>
    public string UrlOfPage(int number) =>
        Url.Page("/Documents/Index", new { Type, Agency, Year, p = number }) ?? "";
}

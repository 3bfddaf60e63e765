using Livelihood.Content.Definitions;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Passages;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Feeds;
using Livelihood.Search.Querying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Pages.Search;

/// <summary>The search page. All of its state is in its address, so that any result can be kept as a link.</summary>
public sealed class IndexModel(ISearch search, IQueryReading reading, IAgencyDirectory agencies, TypeFacets typeFacets, PortalDbContext db) : PageModel
{
    private IReadOnlyDictionary<string, string> _agencyNames = new Dictionary<string, string>();
    private IReadOnlyDictionary<string, string> _typeNames = new Dictionary<string, string>();

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary><c>current</c>, <c>ended</c>, or nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Validity { get; set; }

    /// <summary><c>newest</c>, or nothing for the best first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public SearchQuery Query { get; private set; } = QueryParser.Parse(null);

    public SearchResults Results { get; private set; } = SearchResults.None;

    public IReadOnlyList<FoundDocument> Found { get; private set; } = [];

    public IReadOnlyList<FacetLinks> Facets { get; private set; } = [];

    public bool IsNewestFirst => Sort == "newest";

    /// <summary>The address of this search as a feed, with its tilde.</summary>
    public string FeedUrl => "~/search/feed" + SearchFeed.QueryOf(Query.Text, Filter);

    private SearchFilter Filter => new(Blank(Type), Blank(Agency), Year, Validity switch { "current" => true, "ended" => false, _ => null })
    {
        Values = TypeFacets.ValuesIn(Request.Query, Blank(Type)),
    };

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Query = await reading.ReadAsync(Text, cancellation);
        var order = IsNewestFirst ? SearchOrder.Newest : SearchOrder.Relevance;
        Results = await search.SearchAsync(new(Query, Filter, order, Number), cancellation);
        if (Results.Facets.Types.Count == 0)
        {
            return;
        }

        _agencyNames = (await agencies.AllAsync(cancellation)).ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        _typeNames = await db.Set<ContentTypeDefinition>().AsNoTracking().ToDictionaryAsync(t => t.Name, t => t.DisplayName, cancellation);
        var marks = new MarkFinder(Query, Results.IsByNumber);
        Found =
        [
            .. Results.Hits.Select(h => FoundDocument.Of(
                h, marks, $"{Url.Content("~" + h.Entry.Path)}?q={Uri.EscapeDataString(Query.Text)}",
                NameOf(_agencyNames, h.Entry.AgencyId), NameOf(_typeNames, h.Entry.Type))),
        ];
        var own = await typeFacets.LinksAsync(Blank(Type), Results.Fields, Filter.Values, UrlWith, cancellation);
        Facets = [.. FacetsOf(Results.Facets).Concat(own).Where(f => f.IsUseful)];
    }

    /// <summary>The address of another page of the same results.</summary>
    public string UrlOfPage(int number) => UrlOf(Type, Agency, Year, Validity, Sort, number);

    /// <summary>The address of the same results in another order.</summary>
    public string UrlOfSort(string? sort) => UrlOf(Type, Agency, Year, Validity, sort);

    /// <summary>The address of the same search without its filters.</summary>
    public string UrlOfAll => UrlOf(null, null, null, null, Sort);

    private IEnumerable<FacetLinks> FacetsOf(FacetCounts counts) =>
    [
        FacetLinks.Of("类型", counts.Types, t => NameOf(_typeNames, t), t => t == Type, t => UrlOf(t, Agency, Year, Validity, Sort), UrlOf(null, Agency, Year, Validity, Sort)),
        FacetLinks.Of("发布机关", counts.Agencies, a => NameOf(_agencyNames, a), a => a == Agency, a => UrlOf(Type, a, Year, Validity, Sort), UrlOf(Type, null, Year, Validity, Sort)),
        FacetLinks.Of("年份", counts.Years, y => $"{y}年", y => y == Year, y => UrlOf(Type, Agency, y, Validity, Sort), UrlOf(Type, Agency, null, Validity, Sort)),
        FacetLinks.Of("有效性", counts.InForce, v => v ? "有效" : "已废止或失效", v => (v ? "current" : "ended") == Validity,
            v => UrlOf(Type, Agency, Year, v ? "current" : "ended", Sort), UrlOf(Type, Agency, Year, null, Sort)),
    ];

    // The fields of a type are of no use with another.
    private string UrlOf(string? type, string? agency, int? year, string? validity, string? sort, int page = 1) =>
        UrlOf(type, agency, year, validity, sort, page, type == Type ? Filter.Values : []);

    private string UrlWith(IReadOnlyList<(string Field, string Value)> values) => UrlOf(Type, Agency, Year, Validity, Sort, 1, values);

    private string UrlOf(
        string? type, string? agency, int? year, string? validity, string? sort, int page, IReadOnlyList<(string Field, string Value)> values)
    {
        var route = new RouteValueDictionary(new { q = Query.Text, type, agency, year, validity, sort, p = page == 1 ? (int?)null : page });
        foreach (var (field, value) in values)
        {
            route[TypeFacets.Prefix + field] = value;
        }

        return Url.Page("/Search/Index", null, route) ?? "";
    }

    private static string NameOf(IReadOnlyDictionary<string, string> names, string id) => names.GetValueOrDefault(id, id);

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}

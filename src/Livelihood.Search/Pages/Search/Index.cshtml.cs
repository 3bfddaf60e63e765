using Livelihood.Search.Domain.Passages;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.QueryLog;
using Livelihood.Search.Querying;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Search.Pages.Search;

/// <summary>The search page. All of its state is in its address, so that any result can be kept as a link.</summary>
public sealed class IndexModel(ISearch search, IQueryReading reading, FilterReading filters, FacetPanel panel, FacetNames names, AskedQueries asked) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    /// <summary><c>newest</c>, <c>number</c>, or nothing for the best first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public SearchQuery Query { get; private set; } = QueryParser.Parse(null);

    /// <summary>What was wrong in the filters of the address; the search goes on without.</summary>
    public IReadOnlyList<string> FilterNotices { get; private set; } = [];

    public SearchResults Results { get; private set; } = SearchResults.None;

    public IReadOnlyList<FoundDocument> Found { get; private set; } = [];

    public IReadOnlyList<FacetLinks> Facets { get; private set; } = [];

    public IReadOnlyList<ChosenValue> Chosen { get; private set; } = [];

    /// <summary>This search as an address.</summary>
    public SearchAddress Address { get; private set; } = new("", "", SearchFilter.None, null);

    /// <summary>The orders, each with its address; the one in use has none.</summary>
    public IEnumerable<(string Text, string? Url)> Orders =>
        from order in new (string? Sort, string Text)[] { (null, "相关的在前"), (SearchOrders.Newest, "新的在前"), (SearchOrders.Number, "按文号") }
        select (order.Text, order.Sort == Address.Sort ? null : Address.SortedBy(order.Sort));

    /// <summary>The address of this search as a feed, with its tilde.</summary>
    public string FeedUrl => "~/search/feed" + SearchAddress.QueryOf(Query.Text, Address.Filter);

    /// <summary>The address where a reader subscribes to this search by e-mail, with its tilde.</summary>
    public string AlertUrl => "~/search/alerts/new" + SearchAddress.QueryOf(Query.Text, Address.Filter);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Query = await reading.ReadAsync(Text, cancellation);
        var (filter, problems) = await filters.ReadAsync(Request.Query, cancellation);
        FilterNotices = [.. problems.Values.SelectMany(p => p).Select(p => $"网址中的筛选条件有误：{p.Split('。')[0]}。")];
        Address = AddressOf(filter);
        Results = await search.SearchAsync(new(Query, filter, SearchOrders.Of(Sort), Number) { MayReadOtherwise = filter.Pairs.Count == 0 }, cancellation);
        Note(filter);
        if (Results.ReadAs is not null)
        {
            // Marks, filters and further pages are of what was found.
            Query = await reading.ReadAsync(Results.ReadAs, cancellation);
            Address = AddressOf(filter);
        }

        if (Results.Total == 0 && filter.Pairs.Count == 0)
        {
            return;
        }

        var (agencies, types) = (await names.AgenciesAsync(cancellation), await names.TypesAsync(cancellation));
        var marks = new MarkFinder(Query, Results.IsByNumber);
        Found =
        [
            .. Results.Hits.Select(h => FoundDocument.Of(
                h, marks, $"{Url.Content("~" + h.Entry.Path)}?q={Uri.EscapeDataString(Query.Text)}",
                agencies.GetValueOrDefault(h.Entry.AgencyId, h.Entry.AgencyId), types.GetValueOrDefault(h.Entry.Type, h.Entry.Type))),
        ];
        Facets = await panel.LinksAsync(Results, Address, cancellation);
        Chosen = await panel.ChosenAsync(Address, cancellation);
    }

    private SearchAddress AddressOf(SearchFilter filter) => new(Url.Page("/Search/Index") ?? "", Query.Text, filter, SearchOrders.Known(Sort));

    // Another page, filter or order is the same question still.
    private void Note(SearchFilter filter)
    {
        if (!Query.IsEmpty && filter.Pairs.Count == 0 && Number <= 1 && Address.Sort is null)
        {
            asked.Asked(Query.Text, Results.Total, Results.Total == 0 || Results.IsPartial, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "");
        }
    }
}

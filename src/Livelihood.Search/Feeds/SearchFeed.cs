using Livelihood.Content.Feeds;
using Livelihood.Search.Pages.Search;
using Livelihood.Search.Querying;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Search.Feeds;

/// <summary>Any search as a feed, so that a reader is told of what will be published on a subject. Order and page number make no other feed.</summary>
public static class SearchFeed
{
    private const string Path = "/search/feed";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps the address.</summary>
    public static IEndpointRouteBuilder MapSearchFeed(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapMethods(Path, Reading, AnswerAsync);
        return endpoints;
    }

    private static async Task<IResult> AnswerAsync(
        HttpRequest request, ISearch search, IQueryReading reading, FilterReading filters, AtomFeed feed, IConfiguration configuration, string? q,
        CancellationToken cancellation)
    {
        var query = await reading.ReadAsync(q, cancellation);
        var (filter, _) = await filters.ReadAsync(request.Query, cancellation);
        var results = await search.SearchAsync(new(query, filter, SearchOrder.Published, Size: AtomFeed.PageSize) { MostPassages = 0 }, cancellation);
        var address = SearchAddress.QueryOf(query.Text, filter);
        var title = query.Text.Length == 0 ? "搜索" : $"搜索“{query.Text}”";
        var head = new FeedHead($"feed/search{address}", $"{configuration["Portal:Name"]}：{title}", Path, "/search") { Query = address, PageQuery = address };
        return await feed.AnswerAsync(head, [.. results.Hits.Select(h => h.Entry)], cancellation);
    }
}

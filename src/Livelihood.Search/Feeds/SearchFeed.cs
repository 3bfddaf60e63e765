using Livelihood.Content.Feeds;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Pages.Search;
using Livelihood.Search.Querying;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Search.Feeds;

/// <summary>Any search as a feed, so that a reader is told of what will be published on a subject.</summary>
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

    /// <summary>The feed's query for a search, escaped, with its question mark. Order and page number make no other feed.</summary>
    /// <param name="text">What is searched.</param>
    /// <param name="filter">What it is narrowed to.</param>
    public static string QueryOf(string text, SearchFilter filter)
    {
        var query = new QueryBuilder { { "q", text } };
        foreach (var (name, value) in new[]
            { ("type", filter.Type), ("agency", filter.AgencyId), ("year", filter.Year?.ToString()), ("validity", ValidityOf(filter)) })
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        foreach (var (field, value) in filter.Values)
        {
            query.Add(TypeFacets.Prefix + field, value);
        }

        return query.ToString();
    }

    private static async Task<IResult> AnswerAsync(
        HttpRequest request, ISearch search, IQueryReading reading, AtomFeed feed, IConfiguration configuration, string? q, string? type, string? agency, string? year, string? validity,
        CancellationToken cancellation)
    {
        var query = await reading.ReadAsync(q, cancellation);
        var filter = new SearchFilter(
            Blank(type), Blank(agency), int.TryParse(year, out var number) ? number : null, validity switch { "current" => true, "ended" => false, _ => null })
        {
            Values = TypeFacets.ValuesIn(request.Query, Blank(type)),
        };
        var results = await search.SearchAsync(new(query, filter, SearchOrder.Published, Size: AtomFeed.PageSize), cancellation);
        var address = QueryOf(query.Text, filter);
        var title = query.Text.Length == 0 ? "搜索" : $"搜索“{query.Text}”";
        var head = new FeedHead($"feed/search{address}", $"{configuration["Portal:Name"]}：{title}", Path, "/search") { Query = address, PageQuery = address };
        return await feed.AnswerAsync(head, [.. results.Hits.Select(h => h.Entry)], cancellation);
    }

    private static string? ValidityOf(SearchFilter filter) => filter.IsInForce switch { true => "current", false => "ended", null => null };

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}

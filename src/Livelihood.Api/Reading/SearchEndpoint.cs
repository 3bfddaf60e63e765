using System.ComponentModel;
using System.Globalization;
using Livelihood.Api.Answers;
using Livelihood.Content.Publication;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Livelihood.Api.Reading;

/// <summary>Searches as the search page does, as JSON or CSV.</summary>
internal sealed class SearchEndpoint(ISearchAnswers search, ItemWriter writer, PublicAddresses addresses)
{
    private static readonly IReadOnlyList<CsvColumn<FoundItem>> Columns =
    [
        .. ItemsEndpoint.Columns.Select(c => new CsvColumn<FoundItem>(c.Heading, f => c.Value(f.Item))),
        new("所在位置", f => string.Join('\n', f.Passages.Select(p => p.Heading).Where(h => h.Length > 0))),
        new("相关段落", f => string.Join('\n', f.Passages.Select(p => p.Text))),
    ];

    public async Task<IResult> AnswerAsync(SearchRequest request, HttpContext http, CancellationToken cancellation)
    {
        var question = request.Read(http.Request.Query, out var errors);
        var answer = await search.AnswerAsync(question, cancellation);
        if (errors.Count + answer.Problems.Count > 0)
        {
            return ApiProblem.BadRequest(errors.Concat(answer.Problems).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal)).Answer();
        }

        var items = await writer.WriteAsync([.. answer.Hits.Select(h => h.Entry)], cancellation);
        var found = items.Zip(answer.Hits, Of).ToList();
        var next = question.Page < answer.PageCount && question.Page * question.Size < SearchRequest.MostResults ? AddressOf(http.Request, question.Page + 1) : null;
        if (next is not null)
        {
            http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return Representation.List(http, ListOf(answer, question, found, next), found, Columns);
    }

    private static FoundItem Of(ItemSummary item, AnswerHit hit) => new(item,
    [
        .. hit.Passages.Select(p => new FoundPlace(p.Heading, p.Text, p.Anchor.Length == 0 ? item.Url : $"{item.Url}#{Uri.EscapeDataString(p.Anchor)}")),
    ]);

    private static FoundList ListOf(SearchAnswer answer, SearchQuestion question, IReadOnlyList<FoundItem> found, string? next) => new()
    {
        Total = answer.Total,
        IsTotalExact = answer.IsTotalExact,
        IsPartial = answer.IsPartial,
        Notices = answer.Notices,
        Page = question.Page,
        Results = found,
        Facets = answer.Facets.ToDictionary(
            f => f.Key, f => (IReadOnlyList<FacetValue>)[.. f.Value.Select(v => new FacetValue(v.Value, v.Count))], StringComparer.Ordinal),
        Next = next,
    };

    private string AddressOf(HttpRequest request, int page)
    {
        var query = new QueryBuilder(request.Query.Where(q => q.Key != "page"));
        query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return addresses.Of($"{ApiRoutes.Root}/search", query.ToString());
    }
}

/// <summary>What a search found.</summary>
[Description("一页搜索结果")]
public sealed record FoundList
{
    /// <summary>How many documents in all.</summary>
    [Description("共几篇")]
    public required int Total { get; init; }

    /// <summary>Whether the total is exact.</summary>
    [Description("total 是否准确；false 时可能略多")]
    public required bool IsTotalExact { get; init; }

    /// <summary>Whether no document has all the words.</summary>
    [Description("true：没有一篇同时含有所有的词，结果含有其中主要部分")]
    public required bool IsPartial { get; init; }

    /// <summary>What of the query was read otherwise.</summary>
    [Description("对查询词的说明，例如哪些没有用上")]
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>The page.</summary>
    [Description("第几页")]
    public required int Page { get; init; }

    /// <summary>The results.</summary>
    [Description("这一页的结果")]
    public required IReadOnlyList<FoundItem> Results { get; init; }

    /// <summary>Counts by parameter.</summary>
    [Description("各个条件下有几篇：名称与参数相同，值可以直接作为参数；每个条件按其他条件筛选后计数。机关只计它自己的")]
    public required IReadOnlyDictionary<string, IReadOnlyList<FacetValue>> Facets { get; init; }

    /// <summary>The next page.</summary>
    [Description("下一页的地址，照原样使用；最后一页为 null")]
    public string? Next { get; init; }
}

/// <summary>A document that was found.</summary>
/// <param name="Item">The document.</param>
/// <param name="Passages">The places that answer.</param>
[Description("一条搜索结果")]
public sealed record FoundItem(
    [property: Description("公开的信息")] ItemSummary Item,
    [property: Description("含有查询词的段落，最多三处")] IReadOnlyList<FoundPlace> Passages);

/// <summary>A place in a document.</summary>
/// <param name="Heading">The article or heading it stands in.</param>
/// <param name="Text">The text.</param>
/// <param name="Url">Its address.</param>
[Description("含有查询词的段落")]
public sealed record FoundPlace(
    [property: Description("所在的条或者标题；开头部分为空")] string Heading,
    [property: Description("段落的文字")] string Text,
    [property: Description("这一处的网页地址")] string Url);

/// <summary>A value with its count.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many.</param>
[Description("一个值有几篇")]
public sealed record FacetValue([property: Description("值")] string Value, [property: Description("几篇")] int Count);

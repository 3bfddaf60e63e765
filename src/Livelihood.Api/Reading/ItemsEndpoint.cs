using Livelihood.Api.Answers;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Feeds;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Livelihood.Api.Reading;

/// <summary>Lists published items, page by page, as JSON or CSV.</summary>
internal sealed class ItemsEndpoint(
    PublicationQuery publications, CatalogueQuery catalogue, IAgencyDirectory agencies, ItemWriter writer, PublicAddresses addresses)
{
    /// <summary>What a table of items has: the same as the list in JSON, headed in Chinese.</summary>
    internal static readonly IReadOnlyList<CsvColumn<ItemSummary>> Columns =
    [
        new("编号", i => i.Id),
        new("索引号", i => i.IndexNumber),
        new("标题", i => i.Title),
        new("类型", i => i.Type),
        new("类型名称", i => i.TypeName),
        new("机关编码", i => i.Agency),
        new("机关", i => i.AgencyName),
        new("发文字号", i => i.Number),
        new("生成日期", i => i.Date.ToString("yyyy-MM-dd")),
        new("有效性", i => i.Validity),
        new("公开类别", i => i.Category),
        new("主题分类", i => i.Topic),
        new("内容概述", i => i.Abstract),
        new("首次公开时间", i => Instant(i.FirstPublishedAt)),
        new("公开时间", i => Instant(i.PublishedAt)),
        new("网页", i => i.Url),
        new("接口地址", i => i.Self),
    ];

    public async Task<IResult> AnswerAsync(ItemsRequest request, HttpContext http, CancellationToken cancellation)
    {
        var types = (await catalogue.TypesAsync(cancellation)).Select(t => t.Name).ToList();
        var question = request.Read(await agencies.AllAsync(cancellation), types, out var errors);
        if (errors.Count > 0)
        {
            return ApiProblem.BadRequest(errors).Answer();
        }

        var page = await publications.PageAsync(question.Filter, question.Order, question.After, question.Size, cancellation);
        var next = page.Next is null ? null : AddressOf(http.Request, page.Next);
        if (next is not null)
        {
            http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        var items = await writer.WriteAsync(page.Entries, cancellation);
        return Representation.List(http, new ItemList { Items = items, Next = next }, items, Columns);
    }

    private string AddressOf(HttpRequest request, PublicationCursor next)
    {
        var query = new QueryBuilder(request.Query.Where(q => q.Key != "cursor"));
        query.Add("cursor", next.ToString());
        return addresses.Of($"{ApiRoutes.Root}/items", query.ToString());
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}

using System.ComponentModel;
using Livelihood.Api.Answers;
using Livelihood.Api.Reading;
using Livelihood.Api.Tokens;
using Livelihood.Api.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Livelihood.Api;

/// <summary>The addresses of the interface for programs.</summary>
public static class ApiRoutes
{
    /// <summary>What they all begin with, below the portal's root. Within a version nothing is taken away or renamed.</summary>
    public const string Root = "/api/v1";

    /// <summary>The address of the description for programs.</summary>
    public const string Description = Root + "/openapi.json";

    internal const string Cors = "api";
    internal const string ReadTag = "读取";
    internal const string WriteTag = "推送";

    /// <summary>Maps the addresses.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenApi(Description).RequireCors(Cors).RequireRateLimiting(ApiLimits.Reading);
        var api = endpoints.MapGroup(Root).WithMetadata(new SkipStatusCodePagesAttribute()).AddEndpointFilter<ApiFaults>();
        MapReading(api.MapGroup("").WithTags(ReadTag).RequireCors(Cors).RequireRateLimiting(ApiLimits.Reading));
        MapWriting(api.MapGroup("").WithTags(WriteTag).RequireRateLimiting(ApiLimits.Writing).WithMetadata(new RequestSizeLimitAttribute(PushReader.LongestBody)));
        api.Map("/{**rest}", (HttpContext http) => ApiProblem.NotFound(
            $"没有 {http.Request.Method} {http.Request.Path} 这个接口。全部接口见 {http.Request.PathBase}/api。").Answer()).ExcludeFromDescription();
        return endpoints;
    }

    private static void MapReading(RouteGroupBuilder read)
    {
        read.MapGet("/items", (ItemsEndpoint items, [AsParameters] ItemsRequest request, HttpContext http, CancellationToken cancellation) =>
                items.AnswerAsync(request, http, cancellation))
            .Describe<ItemList>("listItems", "列出公开的信息", "按条件列出，一页一页地读。next 和响应头 Link 是下一页的地址，照原样使用；读的时候有新公开的，不会漏，也不会重复。要和本平台保持同步，用 sort=published 和 updatedSince。", hasCsv: true)
            .Produces<ApiProblem>(StatusCodes.Status400BadRequest, ApiProblem.ContentType);
        read.MapGet("/items/{id}", ([Description("永久编号")] string id, ItemEndpoint item, HttpContext http, CancellationToken cancellation) =>
                item.AnswerAsync(id, http, cancellation))
            .Describe<ItemDetail>("getItem", "读取一条公开信息的全部内容", "登记信息、正文（Markdown 和 HTML）、各部件的数据、相关信息和附件。")
            .Produces<ApiProblem>(StatusCodes.Status404NotFound, ApiProblem.ContentType);
        read.MapGet("/search", (SearchEndpoint search, [AsParameters] SearchRequest request, HttpContext http, CancellationToken cancellation) =>
                search.AnswerAsync(request, http, cancellation))
            .Describe<FoundList>("search", "搜索公开的信息", "与搜索页相同的结果、顺序和条件，附含有查询词的段落和各个条件的篇数。", hasCsv: true)
            .Produces<ApiProblem>(StatusCodes.Status400BadRequest, ApiProblem.ContentType);
        read.MapGet("/types", (TypesEndpoint types, HttpContext http, CancellationToken cancellation) => types.ListAsync(http, cancellation))
            .Describe<TypeList>("listTypes", "列出内容类型", "全部内容类型。", hasCsv: true);
        read.MapGet("/types/{name}", ([Description("内容类型的名称")] string name, TypesEndpoint types, HttpContext http, CancellationToken cancellation) =>
                types.AnswerAsync(name, http, cancellation))
            .Describe<TypeDetail>("getType", "读取一个内容类型的部件和字段", "有哪些部件和字段，显示的名称，是否必填，可选的值。")
            .Produces<ApiProblem>(StatusCodes.Status404NotFound, ApiProblem.ContentType);
        read.MapGet("/agencies", (AgenciesEndpoint agencies, HttpContext http, CancellationToken cancellation) => agencies.ListAsync(http, cancellation))
            .Describe<AgencyList>("listAgencies", "列出行政机关", "全部机关的编码、名称、曾用名和上下级。", hasCsv: true);
        read.MapGet("/agencies/{id}", ([Description("机关编码")] string id, AgenciesEndpoint agencies, HttpContext http, CancellationToken cancellation) =>
                agencies.AnswerAsync(id, http, cancellation))
            .Describe<AgencyDetail>("getAgency", "读取一个行政机关", "编码、名称、曾用名和上级机关。")
            .Produces<ApiProblem>(StatusCodes.Status404NotFound, ApiProblem.ContentType);
    }

    private static void MapWriting(RouteGroupBuilder write)
    {
        write.MapPut("/items/{key}", ([Description(KeyText)] string key, PushEndpoint push, HttpContext http, CancellationToken cancellation) =>
                push.PutAsync(key, http, cancellation))
            .Describe<PushedItem>("putItem", "新建或者修改一份草稿", "同一个编号推送多少次都是同一条内容；内容相同的不产生新的版本。已经公开的，保存为新的草稿，公众看到的不变。工作人员在本平台修改过的，要用 If-Match 表明已经核对。公开和撤下由工作人员办理，令牌做不到。")
            .Accepts<PushRequest>("application/json")
            .Produces<PushedItem>(StatusCodes.Status201Created)
            .RefusesAs(400, 404, 409, 412, 413, 422).RequireAuthorization(ApiScopes.Write);
        write.MapGet("/items/{key}/draft", ([Description(KeyText)] string key, PushEndpoint push, HttpContext http, CancellationToken cancellation) =>
                push.DraftAsync(key, http, cancellation))
            .Describe<PushedItem>("getDraft", "读取自己推送的内容的最新一版", "状态、修订号、最近一步的审查或者批准意见，以及各部件的数据。")
            .RefusesAs(404).RequireAuthorization(ApiScopes.Write);
        write.MapPost("/items/{key}/submit", ([Description(KeyText)] string key, PushEndpoint push, HttpContext http, CancellationToken cancellation) =>
                push.SubmitAsync(key, http, cancellation))
            .Describe<PushedItem>("submitItem", "送保密审查", "草稿送给本机关的保密审查员。已经送审的再送一次，什么也不改变。")
            .RefusesAs(404, 409, 412, 422).RequireAuthorization(ApiScopes.Submit);
    }

    private const string KeyText = "内容在本机关系统里的编号（首次推送即新建），或者本平台的永久编号（修改已有的）";

    private static RouteHandlerBuilder Describe<T>(this RouteHandlerBuilder route, string name, string summary, string description, bool hasCsv = false) => route
        .WithName(name).WithSummary(summary).WithDescription(description)
        .Produces<T>(StatusCodes.Status200OK, "application/json", hasCsv ? [CsvTable.ContentType.Split(';')[0]] : [])
        .Produces<ApiProblem>(StatusCodes.Status429TooManyRequests, ApiProblem.ContentType);

    private static RouteHandlerBuilder RefusesAs(this RouteHandlerBuilder route, params int[] statuses) =>
        statuses.Concat([StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden])
            .Aggregate(route, (r, status) => r.Produces<ApiProblem>(status, ApiProblem.ContentType));
}

using System.ComponentModel;
using Livelihood.Api.Answers;
using Livelihood.Content.Feeds;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Api.Reading;

/// <summary>Tells the agencies.</summary>
internal sealed class AgenciesEndpoint(IAgencyDirectory agencies, PublicAddresses addresses)
{
    private static readonly IReadOnlyList<CsvColumn<AgencyDetail>> Columns =
    [
        new("编码", a => a.Id),
        new("全称", a => a.Name),
        new("简称", a => a.ShortName),
        new("上级机关编码", a => a.Parent),
        new("发文代字", a => string.Join('、', a.DocumentCodes)),
        new("曾用名", a => string.Join('、', a.FormerNames)),
        new("受理公开申请", a => a.AcceptsRequests ? "是" : "否"),
        new("订阅地址", a => a.Feed),
        new("接口地址", a => a.Self),
    ];

    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancellation)
    {
        var all = (await agencies.AllAsync(cancellation)).Select(Of).ToList();
        return Representation.List(http, new AgencyList(all), all, Columns);
    }

    public async Task<IResult> AnswerAsync(string id, HttpContext http, CancellationToken cancellation) =>
        await agencies.FindAsync(id, cancellation) is { } agency
            ? Representation.Json(http, Of(agency))
            : ApiProblem.NotFound($"没有编码为“{id}”的机关。全部编码见 /api/v1/agencies。").Answer();

    private AgencyDetail Of(Agency a) => new(
        a.Id, a.Name, a.ShortName, a.ParentId, a.DocumentCodes, [.. a.FormerNames.Select(f => f.Name)], a.AcceptsRequests,
        addresses.Of(FeedEndpoints.PathOfAgency(a.Id)), addresses.Of($"{ApiRoutes.Root}/agencies/{a.Id}"));
}

/// <summary>An agency.</summary>
/// <param name="Id">Its permanent code.</param>
/// <param name="Name">Its full name.</param>
/// <param name="ShortName">Its short name.</param>
/// <param name="Parent">The code of the agency above.</param>
/// <param name="DocumentCodes">What its document numbers begin with.</param>
/// <param name="FormerNames">Names that it, or those it took over, had.</param>
/// <param name="AcceptsRequests">Whether it receives disclosure requests here.</param>
/// <param name="Feed">The address of its feed.</param>
/// <param name="Self">Its address in this interface.</param>
[Description("行政机关")]
public sealed record AgencyDetail(
    [property: Description("永久编码")] string Id,
    [property: Description("全称")] string Name,
    [property: Description("简称")] string ShortName,
    [property: Description("上级机关的编码；没有的为 null")] string? Parent,
    [property: Description("发文代字")] IReadOnlyList<string> DocumentCodes,
    [property: Description("曾用名，包括并入的机关")] IReadOnlyList<string> FormerNames,
    [property: Description("是否在本平台受理公开申请")] bool AcceptsRequests,
    [property: Description("订阅地址（Atom）")] string Feed,
    [property: Description("在本接口的地址")] string Self);

/// <summary>All agencies.</summary>
/// <param name="Agencies">The agencies, in their order.</param>
[Description("全部行政机关")]
public sealed record AgencyList(IReadOnlyList<AgencyDetail> Agencies);

using System.ComponentModel;
using System.Text.Json.Nodes;

namespace Livelihood.Api.Writing;

/// <summary>An item as an agency's own system pushes it.</summary>
[Description("推送的内容")]
internal sealed record PushRequest
{
    [Description("内容类型的名称，例如 Notice；见 /api/v1/types")]
    public required string Type { get; init; }

    [Description("各部件的数据，字段见 /api/v1/types/{name}。没有写的部件保持原样")]
    public required JsonObject Parts { get; init; }
}

/// <summary>How an item stands after a request.</summary>
[Description("内容现在的情况")]
internal sealed record PushedItem
{
    [Description("永久编号")]
    public required string Id { get; init; }

    [Description("索引号")]
    public required string IndexNumber { get; init; }

    [Description("标题")]
    public required string Title { get; init; }

    [Description("修订号，与响应头 ETag 相同；修改时写在 If-Match 里")]
    public int Revision { get; init; }

    [Description("状态：Draft 草稿、SecrecyReview 待保密审查、Approval 待批准、Scheduled 待定时发布、Published 已发布、Withdrawn 已撤下")]
    public required string Stage { get; init; }

    [Description("状态的中文名称")]
    public required string StageText { get; init; }

    [Description("这次请求是否改变了内容")]
    public bool Changed { get; init; }

    [Description("公开以后的网页地址；公众现在看不到的为 null")]
    public string? Url { get; init; }

    [Description("最近一步办理；还没有的为 null")]
    public PushedStep? LastStep { get; init; }

    [Description("最新一版的部件数据；只在读取草稿时有")]
    public JsonObject? Parts { get; init; }
}

/// <summary>A step on the way to publication, without whose it was.</summary>
/// <param name="Text">What was done.</param>
/// <param name="Comment">The opinion or reason.</param>
/// <param name="At">When.</param>
[Description("一步办理")]
internal sealed record PushedStep(
    [property: Description("办理的事项")] string Text,
    [property: Description("意见或者原因")] string? Comment,
    [property: Description("时间（UTC）")] DateTimeOffset At);

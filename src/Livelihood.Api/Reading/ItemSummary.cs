using System.ComponentModel;

namespace Livelihood.Api.Reading;

/// <summary>A published item, as lists have it.</summary>
[Description("一条公开的信息")]
public record ItemSummary
{
    /// <summary>The item's id.</summary>
    [Description("永久编号，26 个字符，不会改变")]
    public required string Id { get; init; }

    /// <summary>索引号.</summary>
    [Description("索引号，不会改变")]
    public required string IndexNumber { get; init; }

    /// <summary>The title.</summary>
    [Description("标题")]
    public required string Title { get; init; }

    /// <summary>The content type's name.</summary>
    [Description("内容类型的名称，见 /api/v1/types")]
    public required string Type { get; init; }

    /// <summary>The content type in words.</summary>
    [Description("内容类型的中文名称")]
    public required string TypeName { get; init; }

    /// <summary>The responsible agency.</summary>
    [Description("机关编码，见 /api/v1/agencies")]
    public required string Agency { get; init; }

    /// <summary>The agency's name.</summary>
    [Description("机关全称")]
    public required string AgencyName { get; init; }

    /// <summary>发文字号.</summary>
    [Description("发文字号；没有的为 null")]
    public string? Number { get; init; }

    /// <summary>The formed date, else that of publication.</summary>
    [Description("生成日期：成文日期，没有的为首次公开的日期")]
    public DateOnly Date { get; init; }

    /// <summary>有效性.</summary>
    [Description("有效性：现行有效、已修改、已废止、已失效；没有注明的为 null")]
    public string? Validity { get; init; }

    /// <summary>公开类别.</summary>
    [Description("公开类别，《政府信息公开条例》第二十条、第二十一条的项，例如 20-1")]
    public string? Category { get; init; }

    /// <summary>主题分类.</summary>
    [Description("主题分类")]
    public string? Topic { get; init; }

    /// <summary>内容概述.</summary>
    [Description("内容概述")]
    public string? Abstract { get; init; }

    /// <summary>When the item was first published.</summary>
    [Description("首次公开的时间（UTC）")]
    public DateTimeOffset FirstPublishedAt { get; init; }

    /// <summary>When the version shown was published.</summary>
    [Description("现在这一版公开的时间（UTC）；每次更新都会变")]
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>The page.</summary>
    [Description("网页地址")]
    public required string Url { get; init; }

    /// <summary>The item's address in this interface.</summary>
    [Description("全部内容在本接口的地址")]
    public required string Self { get; init; }
}

/// <summary>A page of a list.</summary>
[Description("一页公开信息")]
public sealed record ItemList
{
    /// <summary>The items.</summary>
    [Description("这一页的信息")]
    public required IReadOnlyList<ItemSummary> Items { get; init; }

    /// <summary>The next page.</summary>
    [Description("下一页的地址，照原样使用；最后一页为 null")]
    public string? Next { get; init; }
}

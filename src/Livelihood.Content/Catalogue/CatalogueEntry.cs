using Livelihood.Content.Parts;
using Livelihood.Platform.Data;

namespace Livelihood.Content.Catalogue;

/// <summary>
/// A line of the public catalogue (公开目录, 第十二条): one for each published item, and for nothing else. Lists, feeds
/// and counts ask this table, so that what is not published cannot appear in them.
/// </summary>
[Unaudited("The catalogue follows from publication and withdrawal, which are audited.")]
public sealed class CatalogueEntry
{
    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>The content type's name.</summary>
    public required string Type { get; init; }

    /// <summary>The agency's id.</summary>
    public required string AgencyId { get; init; }

    /// <summary>索引号.</summary>
    public required string IndexNumber { get; init; }

    /// <summary>The address.</summary>
    public required string Path { get; set; }

    /// <summary>名称.</summary>
    public required string Title { get; set; }

    /// <summary>名称 as references are compared with it (<see cref="References.ReferenceKey.TitleKey"/>); null where it is too long.</summary>
    public string? TitleKey { get; set; }

    /// <summary>发文字号 in its canonical form, or null.</summary>
    public string? Number { get; set; }

    /// <summary>生成日期: the formed date, else the date of publication.</summary>
    public DateOnly Date { get; set; }

    /// <summary>有效性, or null.</summary>
    public Validity? Validity { get; set; }

    /// <summary>施行日期, or null.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>废止日期, or null.</summary>
    public DateOnly? RepealedOn { get; set; }

    /// <summary>公开类别, or null.</summary>
    public string? Category { get; set; }

    /// <summary>主题分类, or null.</summary>
    public string? Topic { get; set; }

    /// <summary>内容概述, or null.</summary>
    public string? Abstract { get; set; }

    /// <summary>When the item was first published.</summary>
    public DateTimeOffset FirstPublishedUtc { get; init; }

    /// <summary>When this version was published.</summary>
    public DateTimeOffset PublishedUtc { get; set; }
}

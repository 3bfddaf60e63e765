using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Relations;
using Livelihood.Platform.Time;

namespace Livelihood.Content.Rendering;

/// <summary>A line of an item's record.</summary>
/// <param name="Label">Such as 索引号.</param>
/// <param name="Text">The value.</param>
/// <param name="IsWide">Whether it takes the whole width.</param>
public sealed record RecordLine(string Label, string Text, bool IsWide = false);

/// <summary>The record that stands above an item's text (国办发〔2018〕22号, 第十二条). What is not known is left out.</summary>
public static class ItemRecord
{
    /// <summary>The lines of a published version, in the usual order.</summary>
    /// <param name="version">The version, with its item.</param>
    /// <param name="agency">The responsible agency's name.</param>
    /// <param name="category">公开类别 in words, or null.</param>
    /// <param name="topic">主题分类 in words, or null.</param>
    /// <param name="validity">Whether it binds today; null where that was not asked, as for a draft.</param>
    public static IEnumerable<RecordLine> LinesOf(ContentVersion version, string agency, string? category, string? topic, ValidityMark? validity = null)
    {
        if (version.Part<DisclosureRecordPart>() is not { } record)
        {
            return [];
        }

        var printed = version.Part<OfficialDocumentPart>();
        var document = printed ?? new();
        var issuers = document.IssuingAgencies.Count > 0 ? string.Join(" ", document.IssuingAgencies) : agency;
        var published = document.PublishedOn
            ?? (version.PublishedUtc is { } at ? ChinaClock.DateOf(at) : (DateOnly?)null);
        RecordLine?[] lines =
        [
            new("索引号", version.Item.IndexNumber),
            new("发文机关", issuers),
            Line("发文字号", document.Number),
            Line("主题分类", topic),
            Line("公开类别", category),
            new("公开属性", record.Attribute.Text()),
            Line("成文日期", document.FormedOn?.Text()),
            Line("发布日期", published?.Text()),
            Line("施行日期", document.EffectiveOn?.Text()),
            Line("废止日期", document.RepealedOn?.Text()),
            Line("有效性", validity?.Text ?? document.Validity?.Text() ?? (printed is null ? null : "未注明")),
            Line("关键词", document.SubjectTerms.Count > 0 ? string.Join(" ", document.SubjectTerms) : null),
            Line("标题", version.DisplayText, isWide: true),
            Line("内容概述", record.Abstract, isWide: true),
        ];
        return lines.OfType<RecordLine>();
    }

    private static RecordLine? Line(string label, string? text, bool isWide = false) =>
        string.IsNullOrWhiteSpace(text) ? null : new(label, text, isWide);
}

namespace Livelihood.Content.Editing.Comparison;

/// <summary>The labels of the fields of parts that code knows; parts of fields bring theirs with their definition.</summary>
internal static class FieldNames
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["TitlePart.Title"] = "标题",
        ["AutoroutePart.Path"] = "地址",
        ["MarkdownBodyPart.Markdown"] = "正文",
        ["OfficialDocumentPart.Number"] = "发文字号",
        ["OfficialDocumentPart.IssuingAgencies"] = "发文机关",
        ["OfficialDocumentPart.FormedOn"] = "成文日期",
        ["OfficialDocumentPart.PublishedOn"] = "发布日期",
        ["OfficialDocumentPart.EffectiveOn"] = "施行日期",
        ["OfficialDocumentPart.RepealedOn"] = "废止日期",
        ["OfficialDocumentPart.Validity"] = "有效性",
        ["OfficialDocumentPart.Addressees"] = "主送机关",
        ["OfficialDocumentPart.CopiedTo"] = "抄送机关",
        ["OfficialDocumentPart.Topic"] = "主题分类",
        ["OfficialDocumentPart.SubjectTerms"] = "关键词",
        ["DisclosureRecordPart.Category"] = "公开类别",
        ["DisclosureRecordPart.Attribute"] = "公开属性",
        ["DisclosureRecordPart.Abstract"] = "内容概述",
        ["PrintedInPart.IssueId"] = "刊登的公报",
        ["PrintedInPart.Section"] = "公报栏目",
        ["PrintedInPart.Order"] = "公报中的次序",
        ["PrintedInPart.Page"] = "公报页码",
        ["PublishLaterPart.ScheduledPublishUtc"] = "计划发布时间",
        ["FilesPart.Files"] = "附件",
        ["RelationsPart.Amends"] = "修改的文件",
        ["RelationsPart.Repeals"] = "废止的文件",
        ["RelationsPart.ReplacedBy"] = "替代本文件的文件",
        ["RelationsPart.Interprets"] = "解读的文件",
    };

    private static readonly Dictionary<string, int> Order = Known.Keys.Index().ToDictionary(k => k.Item, k => k.Index, StringComparer.Ordinal);

    /// <summary>The place of a part's member among those of its part: as forms show them.</summary>
    public static int PlaceOf(string key) => Order.GetValueOrDefault(key, int.MaxValue);

    /// <summary>The label of a part's member; the name in data where nobody gave one.</summary>
    public static string Of(string part, string member) => Known.GetValueOrDefault($"{part}.{member}", $"{part}.{member}");
}

namespace Livelihood.Content.Parts;

/// <summary>The title, as printed, on one line.</summary>
public sealed record TitlePart(string Title);

/// <summary>An address of the item's own choice, such as <c>about/guide</c>; without it the index number makes the address.</summary>
public sealed record AutoroutePart(string Path);

/// <summary>The text in Markdown; raw HTML in it is shown as text.</summary>
public sealed record MarkdownBodyPart(string Markdown);

/// <summary>Whether a document still binds.</summary>
public enum Validity
{
    /// <summary>现行有效.</summary>
    InForce,

    /// <summary>已修改.</summary>
    Amended,

    /// <summary>已废止.</summary>
    Repealed,

    /// <summary>已失效.</summary>
    Expired,
}

/// <summary>The record of an official document (GB/T 9704-2012).</summary>
public sealed record OfficialDocumentPart
{
    /// <summary>发文字号 in its canonical form, such as 云政办〔2019〕8号; null for laws and speeches.</summary>
    public string? Number { get; init; }

    /// <summary>发文机关: the names as printed.</summary>
    public IReadOnlyList<string> IssuingAgencies { get; init; } = [];

    /// <summary>成文日期.</summary>
    public DateOnly? FormedOn { get; init; }

    /// <summary>发布日期: the day on which it was first made public, in print or here.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>施行日期.</summary>
    public DateOnly? EffectiveOn { get; init; }

    /// <summary>废止日期.</summary>
    public DateOnly? RepealedOn { get; init; }

    /// <summary>有效性; null where nobody has said.</summary>
    public Validity? Validity { get; init; }

    /// <summary>主送机关, as printed.</summary>
    public string? Addressees { get; init; }

    /// <summary>抄送机关, as printed.</summary>
    public string? CopiedTo { get; init; }

    /// <summary>主题分类.</summary>
    public string? Topic { get; init; }

    /// <summary>关键词 (主题词 on old documents).</summary>
    public IReadOnlyList<string> SubjectTerms { get; init; } = [];
}

/// <summary>公开属性.</summary>
public enum DisclosureAttribute
{
    /// <summary>主动公开.</summary>
    Proactive,

    /// <summary>依申请公开.</summary>
    OnRequest,

    /// <summary>不予公开.</summary>
    NotDisclosed,
}

/// <summary>What the catalogue says of an item (第十二条).</summary>
public sealed record DisclosureRecordPart
{
    /// <summary>公开类别: the item of 第二十条 or 第二十一条, such as 20-1; null where none was chosen.</summary>
    public string? Category { get; init; }

    /// <summary>公开属性.</summary>
    public DisclosureAttribute Attribute { get; init; } = DisclosureAttribute.Proactive;

    /// <summary>内容概述.</summary>
    public string? Abstract { get; init; }
}

/// <summary>Where an item was printed.</summary>
/// <param name="IssueId">The gazette issue's item id.</param>
/// <param name="Section">栏目, without brackets.</param>
/// <param name="Order">The place in the issue, from 1.</param>
/// <param name="Page">The printed page; null where the contents names none.</param>
public sealed record PrintedInPart(string IssueId, string Section, int Order, int? Page);

/// <summary>The source that an item was read from, in the file store.</summary>
/// <param name="FileHash">The file's address.</param>
/// <param name="FromLine">The first line, from 1.</param>
/// <param name="ToLine">The last line.</param>
public sealed record SourceTextPart(string FileHash, int FromLine, int ToLine);

using System.ComponentModel;
using System.Text.Json.Nodes;

namespace Livelihood.Api.Reading;

/// <summary>A published item with all that it says.</summary>
[Description("一条公开信息的全部内容")]
public sealed record ItemDetail : ItemSummary
{
    /// <summary>The number of the version.</summary>
    [Description("第几版")]
    public int Version { get; init; }

    /// <summary>The record as its page shows it.</summary>
    [Description("登记信息，与网页所列相同")]
    public required IReadOnlyList<LabelledText> Record { get; init; }

    /// <summary>The text in Markdown.</summary>
    [Description("正文（Markdown）；没有正文的为 null")]
    public string? Markdown { get; init; }

    /// <summary>The text as HTML.</summary>
    [Description("正文（HTML），与网页所显示的相同")]
    public string? Html { get; init; }

    /// <summary>All parts.</summary>
    [Description("各部件的数据，字段见 /api/v1/types/{name}")]
    public required JsonObject Parts { get; init; }

    /// <summary>Published items to which it refers.</summary>
    [Description("它指向的其他公开信息")]
    public required IReadOnlyList<LinkedItem> Links { get; init; }

    /// <summary>Files.</summary>
    [Description("附件")]
    public required IReadOnlyList<LinkedFile> Files { get; init; }
}

/// <summary>A line of a record.</summary>
/// <param name="Label">The label.</param>
/// <param name="Text">The text.</param>
public sealed record LabelledText(string Label, string Text);

/// <summary>An item to which another refers.</summary>
/// <param name="Relation">Part and field that name it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its page.</param>
/// <param name="Self">Its address in this interface.</param>
public sealed record LinkedItem(
    [property: Description("部件和字段，例如 PolicyInterpretation.Interprets")] string Relation, string Id, string Title, string Url, string Self);

/// <summary>A file of an item.</summary>
/// <param name="Title">Its title or alternative text.</param>
/// <param name="Url">Its address.</param>
public sealed record LinkedFile(string Title, string Url);

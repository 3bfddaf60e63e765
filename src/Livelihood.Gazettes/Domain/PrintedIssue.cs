using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Livelihood.Content.Documents;
using Livelihood.Gazettes.Domain.Editing;

namespace Livelihood.Gazettes.Domain;

/// <summary>What digitisation (公报数字化) read from the text of one printed gazette issue.</summary>
/// <param name="Masthead">Title, numbers, date, publisher, editorial board.</param>
/// <param name="Sections">The table of contents, in printed order; empty when the text has none.</param>
/// <param name="Documents">The documents, in printed order.</param>
/// <param name="Doubts">Everything an editor should look at, in the order of the source.</param>
/// <param name="Furniture">Lines of page furniture (page numbers, running heads) that belong to no document.</param>
public sealed record PrintedIssue(
    Masthead Masthead,
    IReadOnlyList<PrintedSection> Sections,
    IReadOnlyList<PrintedDocument> Documents,
    IReadOnlyList<Doubt> Doubts,
    IReadOnlyList<LineSpan> Furniture)
{
    /// <summary>The faults of optical reading that were set right, in the order of the source.</summary>
    public IReadOnlyList<TextCorrection> Corrections { get; init; } = [];
}

/// <summary>A run of lines in the source text; the first line is 1.</summary>
/// <param name="First">First line.</param>
/// <param name="Last">Last line, not before the first.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LineSpan(int First, int Last)
{
    /// <summary>As an editor reads it: <c>第12行</c> or <c>第12至15行</c>.</summary>
    public override string ToString() => First == Last ? $"第{First}行" : $"第{First}至{Last}行";

    /// <summary>The smallest run that holds both.</summary>
    public LineSpan Through(LineSpan other) => new(Math.Min(First, other.First), Math.Max(Last, other.Last));
}

/// <summary>The masthead of an issue. What was not found is null.</summary>
/// <param name="Title">The gazette's title, such as 云岭市人民政府公报.</param>
/// <param name="Year">The year of the issue.</param>
/// <param name="Number">The issue's number in the year (第6号).</param>
/// <param name="TotalNumber">The running total number (总第161号).</param>
/// <param name="PublishedOn">The day of publication.</param>
/// <param name="Publisher">Who publishes (主办).</param>
/// <param name="Fields">Every labelled line: 地址, 邮编, 准印证号 …</param>
/// <param name="Board">The editorial board and the editors, with their roles.</param>
public sealed record Masthead(
    string? Title,
    int? Year,
    int? Number,
    int? TotalNumber,
    DateOnly? PublishedOn,
    string? Publisher,
    IReadOnlyList<MastheadField> Fields,
    IReadOnlyList<BoardMember> Board)
{
    /// <summary>As cited: <c>2019年第6号</c>; parts that are not known are left out.</summary>
    public string Citation => $"{(Year is null ? "" : $"{Year}年")}{(Number is null ? "" : $"第{Number}号")}";
}

/// <summary>A labelled line of the masthead.</summary>
/// <param name="Label">The label without spaces, such as 地址.</param>
/// <param name="Value">The value.</param>
/// <param name="Lines">Where it stands.</param>
public sealed record MastheadField(string Label, string Value, LineSpan Lines);

/// <summary>A member of the editorial board or an editor.</summary>
/// <param name="Role">The role without spaces, such as 副主任.</param>
/// <param name="Name">The name without spaces.</param>
/// <param name="Line">Where it stands.</param>
public sealed record BoardMember(string Role, string Name, int Line);

/// <summary>A section (栏目) of the table of contents.</summary>
/// <param name="Name">The name without brackets; empty for entries before any section.</param>
/// <param name="Line">Its line; 0 when the entries have no section.</param>
/// <param name="Entries">The entries in printed order.</param>
public sealed record PrintedSection(string Name, int Line, IReadOnlyList<ContentsEntry> Entries);

/// <summary>An entry of the table of contents.</summary>
/// <param name="Title">The title, joined over broken lines, without spaces.</param>
/// <param name="Page">The printed page; null when unreadable.</param>
/// <param name="Number">The document number, where the contents print it.</param>
/// <param name="Lines">Where it stands.</param>
public sealed record ContentsEntry(string Title, int? Page, DocumentNumber? Number, LineSpan Lines);

/// <summary>A document of the issue.</summary>
/// <param name="Title">The title as the text prints it, or as the contents do where the text has none.</param>
/// <param name="Number">The document number; null for speeches, laws and what has none.</param>
/// <param name="Addressees">主送机关, without the colon; null when there are none.</param>
/// <param name="Signature">Whose name stands under the text (发文机关署名), one or more.</param>
/// <param name="FormedOn">成文日期.</param>
/// <param name="EffectiveOn">施行日期, where the text names one day; null where it names none or several.</param>
/// <param name="Section">Its section in the contents; null when it is not there.</param>
/// <param name="Entry">Its entry in the contents; null when it is not there.</param>
/// <param name="Blocks">The whole text, in order; every character that is not furniture is in one block.</param>
/// <param name="Lines">Where it stands.</param>
public sealed record PrintedDocument(
    string Title,
    DocumentNumber? Number,
    string? Addressees,
    IReadOnlyList<string> Signature,
    DateOnly? FormedOn,
    DateOnly? EffectiveOn,
    string? Section,
    ContentsEntry? Entry,
    IReadOnlyList<Block> Blocks,
    LineSpan Lines)
{
    /// <summary>The printed page, from the contents.</summary>
    public int? Page => Entry?.Page;

    /// <summary>抄送机关, as printed; null when there are none.</summary>
    public string? CopiedTo { get; init; }

    /// <summary>主题词; empty when there are none.</summary>
    public IReadOnlyList<string> SubjectTerms { get; init; } = [];

    /// <summary>Fields that an editor has set to nothing: also what another source says of them does not hold.</summary>
    public IReadOnlySet<DocumentField> Emptied { get; init; } = FrozenSet<DocumentField>.Empty;
}

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>A document's entry goes to a place of the contents; one is made where it has none.</summary>
/// <param name="Line">The document.</param>
/// <param name="Section">The section's key.</param>
/// <param name="Position">Before which entry of the section, from 0; behind the last one where it is larger.</param>
public sealed record MoveDocument(int Line, int Section, int Position) : IssueEdit
{
    /// <summary>Behind every entry.</summary>
    public const int AtEnd = 9999;

    /// <inheritdoc />
    public override string Text => $"第{Line}行的文件移到另一处目录";
}

/// <summary>An entry of the contents is that of a document.</summary>
/// <param name="Line">The document.</param>
/// <param name="Entry">The entry.</param>
public sealed record LinkEntry(int Line, int Entry) : IssueEdit
{
    /// <inheritdoc />
    public override string Text => $"目录第{Entry}行的条目对应第{Line}行的文件";
}

/// <summary>What of an entry an editor can set.</summary>
public enum EntryField
{
    /// <summary>The title as the contents print it.</summary>
    Title,

    /// <summary>The printed page.</summary>
    Page,

    /// <summary>The document number.</summary>
    Number,
}

/// <summary>Sets what an entry of the contents says.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Field">Which field.</param>
/// <param name="Value">The value as typed; empty for none.</param>
public sealed record SetEntry(int Entry, EntryField Field, string Value) : ValueEdit(Value)
{
    /// <inheritdoc />
    public override string Name => $"目录第{Entry}行的{(Field == EntryField.Page ? "页码" : Field == EntryField.Number ? "发文字号" : "题名")}";
}

/// <summary>An entry of the contents goes away; its document stays.</summary>
/// <param name="Entry">The entry.</param>
public sealed record RemoveEntry(int Entry) : IssueEdit
{
    /// <inheritdoc />
    public override string Text => $"去掉目录第{Entry}行的条目";
}

/// <summary>A new section; its key is the next negative number.</summary>
/// <param name="Value">The name.</param>
/// <param name="Position">Before which section, from 0; at the end where it is larger.</param>
public sealed record AddSection(string Value, int Position = MoveDocument.AtEnd) : ValueEdit(Value)
{
    /// <inheritdoc />
    public override string Name => "新的栏目";
}

/// <summary>Another name for a section.</summary>
/// <param name="Section">The section's key.</param>
/// <param name="Value">The name.</param>
public sealed record RenameSection(int Section, string Value) : ValueEdit(Value)
{
    /// <inheritdoc />
    public override string Name => "栏目的名称";
}

/// <summary>An empty section goes away.</summary>
/// <param name="Section">The section's key.</param>
public sealed record RemoveSection(int Section) : IssueEdit
{
    /// <inheritdoc />
    public override string Text => "去掉一个空的栏目";
}

/// <summary>What of the masthead an editor can set.</summary>
public enum MastheadPart
{
    /// <summary>The gazette's title.</summary>
    Title,

    /// <summary>The year.</summary>
    Year,

    /// <summary>The number in the year.</summary>
    Number,

    /// <summary>The running total number.</summary>
    TotalNumber,

    /// <summary>The day of publication.</summary>
    PublishedOn,

    /// <summary>主办.</summary>
    Publisher,
}

/// <summary>Sets a part of the masthead.</summary>
/// <param name="Part">Which part.</param>
/// <param name="Value">The value as typed; empty for none.</param>
public sealed record SetMasthead(MastheadPart Part, string Value) : ValueEdit(Value)
{
    /// <inheritdoc />
    public override string Name => Word(Part);

    /// <summary>The part's name in Chinese.</summary>
    public static string Word(MastheadPart part) => part switch
    {
        MastheadPart.Title => "公报名称",
        MastheadPart.Year => "年份",
        MastheadPart.Number => "期号",
        MastheadPart.TotalNumber => "总期号",
        MastheadPart.PublishedOn => "出版日期",
        _ => "主办",
    };
}

/// <summary>A doubt is settled: what was read is right as it is.</summary>
/// <param name="Key">The doubt (<see cref="Doubt.Key"/>).</param>
/// <param name="Value">Why; for those who come later.</param>
public sealed record DecideDoubt(string Key, string Value) : ValueEdit(Value)
{
    /// <inheritdoc />
    public override string Name => "疑点照原样保留，说明";

    /// <inheritdoc />
    public override string Text => Value.Length == 0 ? "疑点照原样保留" : base.Text;
}

namespace Livelihood.Formats.Markdown;

/// <summary>How a stretch of text looks.</summary>
[Flags]
public enum SpanStyle
{
    /// <summary>Plain.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Italic.</summary>
    Italic = 2,

    /// <summary>Above the line, as in m².</summary>
    Superscript = 4,

    /// <summary>Below the line, as in CO₂.</summary>
    Subscript = 8,
}

/// <summary>A piece of a line.</summary>
public abstract record DraftInline;

/// <summary>Text of one look.</summary>
/// <param name="Text">Unescaped.</param>
/// <param name="Style">Its look.</param>
/// <param name="Link">Where it leads, or null.</param>
public sealed record DraftText(string Text, SpanStyle Style = SpanStyle.None, string? Link = null) : DraftInline;

/// <summary>A line break within a paragraph.</summary>
public sealed record DraftBreak : DraftInline;

/// <summary>A picture.</summary>
/// <param name="Address">Where it lies.</param>
/// <param name="Description">The text for those who do not see it.</param>
public sealed record DraftPicture(string Address, string Description) : DraftInline;

/// <summary>The mark of a footnote.</summary>
/// <param name="Label">The note's label, digits.</param>
public sealed record DraftNote(string Label) : DraftInline;

/// <summary>A block of a text that is on its way to Markdown.</summary>
public abstract record DraftBlock;

/// <summary>A paragraph.</summary>
public sealed record DraftParagraph(IReadOnlyList<DraftInline> Text) : DraftBlock;

/// <summary>A heading.</summary>
/// <param name="Level">2 for 一、, 3 for （一）, 4 for 1., 5 for （1）.</param>
/// <param name="Text">Its text, number included.</param>
public sealed record DraftHeading(int Level, IReadOnlyList<DraftInline> Text) : DraftBlock;

/// <summary>An item of a list.</summary>
/// <param name="Depth">0 for the outermost list.</param>
/// <param name="Number">Its number; null in a list with bullets.</param>
/// <param name="Text">Its text without the mark.</param>
public sealed record DraftItem(int Depth, int? Number, IReadOnlyList<DraftInline> Text) : DraftBlock;

/// <summary>A table.</summary>
/// <param name="Columns">How many columns.</param>
/// <param name="Rows">The cells that begin in each row, in order of column.</param>
/// <param name="HeaderRows">How many rows name the columns.</param>
public sealed record DraftTable(int Columns, IReadOnlyList<IReadOnlyList<DraftCell>> Rows, int HeaderRows) : DraftBlock;

/// <summary>A cell.</summary>
/// <param name="Column">The first column that it covers, from 0.</param>
/// <param name="ColumnSpan">How many columns.</param>
/// <param name="RowSpan">How many rows.</param>
/// <param name="Blocks">What is in it.</param>
public sealed record DraftCell(int Column, int ColumnSpan, int RowSpan, IReadOnlyList<DraftBlock> Blocks);

/// <summary>The text of a footnote.</summary>
public sealed record DraftNoteText(string Label, IReadOnlyList<DraftBlock> Blocks) : DraftBlock;

namespace Livelihood.Gazettes.Domain;

/// <summary>What a block of a document is.</summary>
public enum BlockKind
{
    /// <summary>A paragraph; also a numbered one that is no heading.</summary>
    Paragraph,

    /// <summary>The document's title.</summary>
    Title,

    /// <summary>What stands under the title: in brackets, or after a dash.</summary>
    Subtitle,

    /// <summary>The line of the document number.</summary>
    Number,

    /// <summary>The lines that name an order (令) or announcement and its number, parted by line feeds; the order's own text follows.</summary>
    Order,

    /// <summary>主送机关, or the salutation of a speech.</summary>
    Addressees,

    /// <summary>A heading; <see cref="Block.Level"/> says which: 1 for 一、 and 第…章, 2 for （一） and 第…节, 3 for 1. and 4 for （1）.</summary>
    Heading,

    /// <summary>A paragraph that begins an article (第…条); <see cref="Block.Ordinal"/> is its number.</summary>
    Article,

    /// <summary>An item of a list that the source marks with a bullet and nothing else.</summary>
    ListItem,

    /// <summary>Short lines that stay lines (lists of names); parted by line feeds.</summary>
    Lines,

    /// <summary>A table; see <see cref="Block.Rows"/>.</summary>
    Table,

    /// <summary>The name of who signs.</summary>
    Signature,

    /// <summary>The line of the formed date.</summary>
    FormedOn,

    /// <summary>Where an annex (附件) begins, with its title; <see cref="Block.Ordinal"/> is its number, 0 for a single one.</summary>
    Annex,

    /// <summary>The title of a text that the document issues (印发) and that follows its date.</summary>
    AttachedTitle,

    /// <summary>主题词 with its terms, as documents had it up to 2012.</summary>
    SubjectTerms,

    /// <summary>抄送 (also 抄报), with who gets copies.</summary>
    CopiedTo,

    /// <summary>印发机关 and 印发日期, at the foot of a document.</summary>
    PrintedBy,
}

/// <summary>A piece of a document, in reading order.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, lines joined; for a table its cells parted by line feeds.</param>
/// <param name="Lines">Where it stands in the source.</param>
/// <param name="Level">For headings, 1 to 5; otherwise 0.</param>
/// <param name="Ordinal">For articles and annexes their number; otherwise 0.</param>
/// <param name="Rows">For tables the cells by row; otherwise null.</param>
/// <param name="HasHeader">For tables whether the first row names the columns.</param>
public sealed record Block(
    BlockKind Kind,
    string Text,
    LineSpan Lines,
    int Level = 0,
    int Ordinal = 0,
    IReadOnlyList<IReadOnlyList<string>>? Rows = null,
    bool HasHeader = false);

namespace Livelihood.PrintedGazettes.Composition;

/// <summary>What a piece of a document is, before it is set.</summary>
public enum PieceKind
{
    /// <summary>Under the title, in brackets: when it was passed, who speaks.</summary>
    Subtitle,

    Addressees,
    Paragraph,

    /// <summary>A heading on a line of its own.</summary>
    Heading,

    /// <summary>A heading that runs into its paragraph: <see cref="Piece.Text"/> is the heading, <see cref="Piece.After"/> the rest.</summary>
    RunIn,

    Article,

    /// <summary>（一）…； below an article or a paragraph.</summary>
    Item,

    /// <summary>A short line that stays a line.</summary>
    Line,

    Table,

    /// <summary>附件：1. … 2. …, one entry a line.</summary>
    AnnexList,

    Signature,
    Date,

    /// <summary>Begins an annex; <see cref="Piece.Text"/> is its title.</summary>
    Annex,

    /// <summary>The title of a text that is issued or forwarded.</summary>
    AttachedTitle,

    /// <summary>The name of the order above its number: 云岭市人民政府令.</summary>
    OrderName,

    /// <summary>第12号 below it.</summary>
    OrderSerial,

    /// <summary>The title of a regulation below its order: the document's title.</summary>
    LateTitle,

    /// <summary>主题词, 抄送 and the line of who printed it.</summary>
    Imprint,
}

/// <summary>A piece of a document.</summary>
public sealed record Piece(PieceKind Kind, string Text = "", int Level = 0, int Ordinal = 0, string After = "", DateOnly? Date = null, TableTruth? Table = null);

/// <summary>A table: the first row names the columns.</summary>
public sealed record TableTruth(IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A document of an issue as it is meant.</summary>
/// <param name="Section">Its section in the contents.</param>
/// <param name="Agencies">Whose names begin the title; empty where the title names nobody.</param>
/// <param name="Matter">The title after the agencies: 关于…的通知.</param>
/// <param name="Number">Its number, or null.</param>
/// <param name="FormedOn">Its date, or null.</param>
/// <param name="Pieces">The text.</param>
public sealed record DocumentTruth(
    string Section, IReadOnlyList<string> Agencies, string Matter, NumberTruth? Number, DateOnly? FormedOn, IReadOnlyList<Piece> Pieces)
{
    /// <summary>The title as one line.</summary>
    public string Title => string.Join(' ', Agencies) + Matter;

    /// <summary>Whether an order stands above the title, which then comes late.</summary>
    public bool IsOrder => Pieces.Any(p => p.Kind == PieceKind.OrderName);
}

/// <summary>An issue as it is meant.</summary>
public sealed record IssueTruth(MastheadTruth Masthead, IReadOnlyList<DocumentTruth> Documents);

/// <summary>The masthead as it is meant.</summary>
/// <param name="LastNumber">The second number of a joint issue (合刊), or null.</param>
/// <param name="Board">Role and name.</param>
public sealed record MastheadTruth(
    string Title, int Year, int Number, int? LastNumber, int Total, DateOnly PublishedOn, string Publisher, IReadOnlyList<(string Role, string Name)> Board);

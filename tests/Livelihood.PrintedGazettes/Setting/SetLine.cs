namespace Livelihood.PrintedGazettes.Setting;

/// <summary>What a line of the set text belongs to.</summary>
public enum LineKind
{
    Masthead,
    Contents,
    Text,

    /// <summary>Page numbers, running heads, 续表: belong to the page, not to a document.</summary>
    Furniture,

    /// <summary>The row of column names again on a new page: may be read as a row or left out.</summary>
    Repeated,
    Blank,
}

/// <summary>A line of the set text.</summary>
/// <param name="Text">Without its line break.</param>
/// <param name="Kind">What it belongs to.</param>
/// <param name="Document">Which document of the issue, from 0; -1 for none.</param>
/// <param name="StartsParagraph">Whether it begins a paragraph, a title, a row, and does not go on with the line before.</param>
public sealed record SetLine(string Text, LineKind Kind, int Document = -1, bool StartsParagraph = true)
{
    public static SetLine Blank { get; } = new("", LineKind.Blank);
}

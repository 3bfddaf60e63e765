namespace Livelihood.Gazettes.Composing;

/// <summary>The house rule for the numbers printed on pages. Configuration <c>Gazettes:Pages</c>.</summary>
public sealed record PageNumbering
{
    /// <summary>Where the rule is configured.</summary>
    public const string Section = "Gazettes:Pages";

    /// <summary>The number of the first numbered page; at least 1.</summary>
    public int First { get; init; } = 1;

    /// <summary>Whether the pages of the contents are numbered too, so that documents begin after them.</summary>
    public bool CountContents { get; init; }

    /// <summary>The number printed on a page.</summary>
    /// <param name="sheet">The page counted from the first document's first page, which is 1.</param>
    /// <param name="before">How many pages of contents stand before that.</param>
    public int Of(int sheet, int before) => Math.Max(1, First) - 1 + sheet + (CountContents ? before : 0);
}

namespace Livelihood.PrintedGazettes.Scoring;

/// <summary>What is measured.</summary>
public enum Measure
{
    /// <summary>Documents found, with at least half of their lines.</summary>
    Documents,
    Titles,
    Numbers,
    Dates,
    Pages,

    /// <summary>Cells of tables, in their row and column.</summary>
    Tables,
    Sections,
    Addressees,
    Signatures,
    CopiedTo,
    Headings,
    Articles,
    Annexes,

    /// <summary>Titles of texts issued or forwarded.</summary>
    AttachedTitles,

    /// <summary>Paragraphs, articles, items and lines with exactly their text.</summary>
    Paragraphs,

    /// <summary>Lines of the page that belong to no document.</summary>
    Furniture,

    /// <summary>Title, year, number, total, day, publisher.</summary>
    Masthead,
    Board,
}

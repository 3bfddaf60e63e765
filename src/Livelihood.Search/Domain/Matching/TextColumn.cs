namespace Livelihood.Search.Domain.Matching;

/// <summary>The parts of a document that terms stand in, in the order of the index's columns.</summary>
public enum TextColumn
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>The headings.</summary>
    Headings,

    /// <summary>The text below the headings, and the record.</summary>
    Body,

    /// <summary>Document numbers as terms.</summary>
    Numbers,
}

namespace Livelihood.PrintedGazettes;

/// <summary>What a reader should read from the text of an issue.</summary>
public sealed record ExpectedIssue
{
    public required string? GazetteTitle { get; init; }

    public required int Year { get; init; }

    public required int Number { get; init; }

    public required int? TotalNumber { get; init; }

    public required DateOnly? PublishedOn { get; init; }

    public required string? Publisher { get; init; }

    /// <summary>Role and name, run together.</summary>
    public required IReadOnlyList<string> Board { get; init; }

    public required IReadOnlyList<ExpectedDocument> Documents { get; init; }

    /// <summary>The numbers of the lines (from 1) that belong to the page and to no document.</summary>
    public required IReadOnlySet<int> Furniture { get; init; }

    /// <summary>Lines that may be read as the page's or as a document's: the row of column names again on a new page.</summary>
    public IReadOnlySet<int> EitherLines { get; init; } = new HashSet<int>();

    /// <summary>Turns a text into what is compared: <see cref="Scoring.TextKey.Of"/>, or a hash of it where the truth keeps no texts.</summary>
    public Func<string, string> Key { get; init; } = Scoring.TextKey.Of;
}

/// <summary>What a reader should read of one document. Texts are kept as printed; <see cref="ExpectedIssue.Key"/> makes them comparable.</summary>
public sealed record ExpectedDocument
{
    public required string Title { get; init; }

    /// <summary>In canonical form; null for none.</summary>
    public required string? Number { get; init; }

    public required DateOnly? FormedOn { get; init; }

    /// <summary>Its first and last line in the text, from 1.</summary>
    public required (int First, int Last) Lines { get; init; }

    public string? Addressees { get; init; }

    public IReadOnlyList<string> Signature { get; init; } = [];

    public int? Page { get; init; }

    public string? Section { get; init; }

    /// <summary>Who gets copies (抄送); null for nobody.</summary>
    public string? CopiedTo { get; init; }

    /// <summary>Whether the truth is silent on headings: then they are not scored.</summary>
    public bool DoesNotTellHeadings { get; init; }

    public IReadOnlyList<(int Level, string Text)> Headings { get; init; } = [];

    public IReadOnlyList<int> Articles { get; init; } = [];

    public IReadOnlyList<(int Ordinal, string Title)> Annexes { get; init; } = [];

    /// <summary>Titles of texts that are issued or forwarded.</summary>
    public IReadOnlyList<string> AttachedTitles { get; init; } = [];

    /// <summary>Every paragraph, article, item and line of a list; null where the truth does not say.</summary>
    public IReadOnlyList<string>? Paragraphs { get; init; }

    /// <summary>Texts that may be paragraphs or something else: what announces annexes, the imprint, the name of an order.</summary>
    public IReadOnlyList<string> Either { get; init; } = [];

    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Tables { get; init; } = [];
}

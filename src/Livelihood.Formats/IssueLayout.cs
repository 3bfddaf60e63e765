namespace Livelihood.Formats;

/// <summary>What stands in an issue of a periodical: cover, imprint, contents, and its documents in the form of GB/T 9704-2012.</summary>
public sealed record IssueLayout
{
    /// <summary>The periodical's title, such as 云岭市人民政府公报.</summary>
    public required string Title { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The number in the year.</summary>
    public required int Number { get; init; }

    /// <summary>The running total number, or null.</summary>
    public int? TotalNumber { get; init; }

    /// <summary>出版日期, or null.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>主办, or null.</summary>
    public string? Publisher { get; init; }

    /// <summary>地址 of the editors, or null.</summary>
    public string? Address { get; init; }

    /// <summary>编委会 and editors, in printed order.</summary>
    public IReadOnlyList<IssueRole> Board { get; init; } = [];

    /// <summary>The sections in printed order.</summary>
    public IReadOnlyList<IssueSection> Sections { get; init; } = [];

    /// <summary>The number on the first page that has one.</summary>
    public int FirstNumber { get; init; } = 1;

    /// <summary>Whether the pages of the contents are numbered with the documents; otherwise the first document stands on the first number.</summary>
    public bool CountsContents { get; init; }

    /// <summary>Whether this is a proof: not the issue, and marked so on every page.</summary>
    public bool IsProof { get; init; }

    /// <summary>Where links that begin at the portal's root lead from; null: such links become plain text.</summary>
    public Uri? Portal { get; init; }

    /// <summary>The entries that have a document, in printed order.</summary>
    public IEnumerable<IssueEntry> Documents => Sections.SelectMany(s => s.Entries).Where(e => e.Document is not null);

    /// <summary>Whether some document was printed on paper before, so that its pages here are others than there.</summary>
    public bool HasOlderPages => Documents.Any(e => e.OlderPage is not null);

    /// <summary>As cited: 2026年第1号.</summary>
    public string Citation => $"{Year}年第{Number}号";

    /// <summary>The whole name: 云岭市人民政府公报 2026年第1号.</summary>
    public string Name => $"{Title} {Citation}";
}

/// <summary>A role and who has it.</summary>
/// <param name="Role">Such as 主任.</param>
/// <param name="Names">In printed order.</param>
public sealed record IssueRole(string Role, IReadOnlyList<string> Names);

/// <summary>栏目.</summary>
/// <param name="Name">Without brackets; empty where the contents have none.</param>
/// <param name="Entries">In printed order.</param>
public sealed record IssueSection(string Name, IReadOnlyList<IssueEntry> Entries);

/// <summary>An entry of the contents.</summary>
/// <param name="Title">As the contents print it.</param>
/// <param name="Document">The document; null where the issue has no text for the entry.</param>
/// <param name="Order">Its place among the documents, from 1; 0 without one.</param>
/// <param name="OlderPage">The page on which it stands in the issue as it was printed on paper; null where that is this one.</param>
public sealed record IssueEntry(string Title, OfficialDocumentLayout? Document = null, int Order = 0, int? OlderPage = null);

using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Issues;

namespace Livelihood.Gazettes.Domain.Composing;

/// <summary>All that the checks of an issue look at.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Documents">Its documents by item id; what is not there does not exist.</param>
/// <param name="Previous">The issue before it, or null where it is the first.</param>
public sealed record IssueFacts(GazetteIssuePart Issue, IReadOnlyDictionary<string, DocumentFacts> Documents, PreviousIssue? Previous)
{
    /// <summary>The entries with their places, in printed order.</summary>
    public IEnumerable<(EntryPlace Place, GazetteEntry Entry)> Entries =>
        Issue.Sections.SelectMany((s, section) => s.Entries.Select((e, entry) => (new EntryPlace(section, entry), e)));

    /// <summary>The entries that have a document, with it.</summary>
    public IEnumerable<(EntryPlace Place, GazetteEntry Entry, DocumentFacts Document)> Printed =>
        from line in Entries
        where line.Entry.ItemId is not null && Documents.ContainsKey(line.Entry.ItemId)
        select (line.Place, line.Entry, Documents[line.Entry.ItemId!]);
}

/// <summary>The issue printed before.</summary>
/// <param name="Year">Its year.</param>
/// <param name="Number">Its number in the year.</param>
/// <param name="TotalNumber">Its running total number, or null.</param>
/// <param name="PublishedOn">Its day of publication, or null.</param>
public sealed record PreviousIssue(int Year, int Number, int? TotalNumber, DateOnly? PublishedOn);

/// <summary>What is known of a document that an issue prints.</summary>
public sealed record DocumentFacts
{
    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>The title of the version that is printed.</summary>
    public required string Title { get; init; }

    /// <summary>Where that version stands.</summary>
    public required VersionStage Stage { get; init; }

    /// <summary>The stage of a version newer than the one that is printed; null where there is none.</summary>
    public VersionStage? Newer { get; init; }

    /// <summary>When it was to be published, as approved; null where no time was set.</summary>
    public DateTimeOffset? IntendedUtc { get; init; }

    /// <summary>The responsible agency's name.</summary>
    public required string AgencyName { get; init; }

    /// <summary>The record of an official document; null for types that have none, and no number.</summary>
    public OfficialDocumentPart? Record { get; init; }

    /// <summary>The issuing agencies that the directory does not have.</summary>
    public IReadOnlyList<string> StrangeAgencies { get; init; } = [];

    /// <summary>Where other issues printed it, as cited, such as 2026年第2号.</summary>
    public IReadOnlyList<string> PrintedIn { get; init; } = [];

    /// <summary>Whether it has a text.</summary>
    public bool HasText { get; init; } = true;

    /// <summary>How many pictures have no alternative text, and files no title.</summary>
    public int Unnamed { get; init; }
}

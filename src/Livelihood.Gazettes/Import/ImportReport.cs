using Livelihood.Content.Items;
using Livelihood.Gazettes.Domain;

namespace Livelihood.Gazettes.Import;

/// <summary>How far an import is.</summary>
/// <param name="Phase">What is being done, in Chinese.</param>
/// <param name="Done">Steps done.</param>
/// <param name="Total">Steps in this phase, at least 1.</param>
public sealed record ImportProgress(string Phase, int Done, int Total);

/// <summary>What an import did to an item.</summary>
public enum ImportChange
{
    /// <summary>It came from this very text already; later edits were left alone.</summary>
    None,

    /// <summary>It is new.</summary>
    Created,

    /// <summary>It was there and got the text.</summary>
    Updated,
}

/// <summary>A document of the issue, as imported.</summary>
/// <param name="Printed">What was read.</param>
/// <param name="ItemId">Its item.</param>
/// <param name="Path">Its address.</param>
/// <param name="Change">What was done.</param>
public sealed record ImportedDocument(PrintedDocument Printed, string ItemId, string Path, ImportChange Change);

/// <summary>What an import found and did.</summary>
/// <param name="Issue">What was read, with the doubts about agencies too.</param>
/// <param name="IssueId">The issue's item.</param>
/// <param name="Path">The issue's address.</param>
/// <param name="Change">What was done to the issue's own record.</param>
/// <param name="Documents">The documents in order.</param>
/// <param name="PublishedNow">How many items this run published.</param>
/// <param name="IsPublished">Whether the public sees the issue now.</param>
public sealed record ImportReport(
    PrintedIssue Issue,
    string IssueId,
    string Path,
    ImportChange Change,
    IReadOnlyList<ImportedDocument> Documents,
    int PublishedNow,
    bool IsPublished)
{
    /// <summary>Whether this run changed anything at all.</summary>
    public bool ChangedAnything => Change != ImportChange.None || PublishedNow > 0 || Documents.Any(d => d.Change != ImportChange.None);
}

/// <summary>The file cannot be imported; the message is Chinese and says what to do.</summary>
public sealed class GazetteRefusedException(UnreadableReason reason, string message) : ContentRefusedException(message)
{
    /// <summary>Which kind of refusal.</summary>
    public UnreadableReason Reason { get; } = reason;
}

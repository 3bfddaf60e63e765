using Livelihood.Platform.Data;

namespace Livelihood.Gazettes.Issues;

/// <summary>An entry of a published issue's contents, so that a document's page finds the issues that print it.</summary>
[Unaudited("The list follows from publication and withdrawal, which are audited.")]
public sealed class PrintedEntry
{
    /// <summary>The issue's item.</summary>
    public required string IssueId { get; init; }

    /// <summary>The place in the contents, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>The document's item; null where the contents names one that is not here.</summary>
    public string? ItemId { get; set; }

    /// <summary>栏目; empty for none.</summary>
    public string Section { get; set; } = "";

    /// <summary>The printed page, or null.</summary>
    public int? Page { get; set; }
}

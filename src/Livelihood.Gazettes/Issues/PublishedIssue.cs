using Livelihood.Platform.Data;

namespace Livelihood.Gazettes.Issues;

/// <summary>A line of the public list of issues: one for each published issue, and for nothing else.</summary>
[Unaudited("The list follows from publication and withdrawal, which are audited.")]
public sealed class PublishedIssue
{
    /// <summary>The issue's item.</summary>
    public required string ItemId { get; init; }

    /// <summary>The year.</summary>
    public int Year { get; set; }

    /// <summary>The number in the year.</summary>
    public int Number { get; set; }

    /// <summary>The running total number, or null.</summary>
    public int? TotalNumber { get; set; }

    /// <summary>The day of publication in print, or null.</summary>
    public DateOnly? PublishedOn { get; set; }

    /// <summary>The gazette's title, or null.</summary>
    public string? Gazette { get; set; }

    /// <summary>How many documents its contents names.</summary>
    public int Documents { get; set; }

    /// <summary>The highest page that its contents names, or null.</summary>
    public int? LastPage { get; set; }
}

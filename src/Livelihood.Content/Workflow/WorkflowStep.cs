using Livelihood.Content.Items;

namespace Livelihood.Content.Workflow;

/// <summary>
/// A step that a version took: the record of the secrecy review (R-17: reviewer, opinion, date), of the approval and of
/// all others. Rows are only ever added, each with its entry in the audit chain.
/// </summary>
public sealed class WorkflowStep
{
    /// <summary>The row's id; grows with time.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>The number of the version.</summary>
    public int VersionNumber { get; init; }

    /// <summary>What happened.</summary>
    public ContentEvent Event { get; init; }

    /// <summary>The stage before.</summary>
    public VersionStage From { get; init; }

    /// <summary>The stage after.</summary>
    public VersionStage To { get; init; }

    /// <summary>Who, as in the audit chain.</summary>
    public required string Actor { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset AtUtc { get; init; }

    /// <summary>The opinion, the reason or a remark; null where none was given.</summary>
    public string? Comment { get; init; }

    /// <summary>The time set for publication, where this step set one.</summary>
    public DateTimeOffset? IntendedUtc { get; init; }
}

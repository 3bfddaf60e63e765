using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Platform.Data;

namespace Livelihood.Gazettes.Digitising;

/// <summary>An issue's text being made into structure: how far the drafts follow the edits.</summary>
[Unaudited("The drafts are audited when they are written; this row says which edits they hold.")]
public sealed class Digitisation
{
    /// <summary>The issue's item.</summary>
    public required string IssueId { get; init; }

    /// <summary>The text, in the file store.</summary>
    public required string FileHash { get; init; }

    /// <summary>How many rows of the log the drafts hold.</summary>
    public int WrittenRows { get; set; }
}

/// <summary>A row of the log of edits. Rows are added and never changed: an undo is a row too.</summary>
public sealed class DigitisationEdit
{
    /// <summary>The row.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The issue's item.</summary>
    public required string IssueId { get; init; }

    /// <summary>The text that was edited.</summary>
    public required string FileHash { get; init; }

    /// <summary>The place in the log, from 1; unique, so that of two editors at once one is told.</summary>
    public int Row { get; init; }

    /// <summary>An edit, an undo or a redo.</summary>
    public EditStep Step { get; init; }

    /// <summary>The edit as JSON; empty for undo and redo.</summary>
    public required string Edit { get; init; }

    /// <summary>Who, as in the audit chain.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset AtUtc { get; init; }
}

/// <summary>Which version of an item digitisation wrote last. Another latest version means that somebody edited the item.</summary>
[Unaudited("The version itself is audited.")]
public sealed class DigitisedItem
{
    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>The version.</summary>
    public Guid VersionId { get; set; }
}

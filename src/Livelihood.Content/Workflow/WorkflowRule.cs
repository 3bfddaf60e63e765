using Livelihood.Content.Items;

namespace Livelihood.Content.Workflow;

/// <summary>What must hold besides stage and permission.</summary>
public enum WorkflowCondition
{
    /// <summary>The person wrote nothing of this version (<see cref="ContentVersion.Authors"/>).</summary>
    IsNotAuthor,

    /// <summary>A comment, an opinion or a reason is given.</summary>
    HasComment,

    /// <summary>A time to come is given.</summary>
    HasTimeAhead,

    /// <summary>The time that was set has come.</summary>
    IsDue,

    /// <summary>A gazette can print it: it has a text (<see cref="Parts.MarkdownBodyPart"/>).</summary>
    IsPrintable,

    /// <summary>Nothing is missing for publication (<see cref="IPublicationCheck"/>).</summary>
    IsComplete,
}

/// <summary>A line of the workflow table.</summary>
/// <param name="Event">What happens.</param>
/// <param name="From">In which stage it may.</param>
/// <param name="To">What it leads to.</param>
/// <param name="Permission">Who may do it, for the item's agency; null: only the portal itself, or a command of the operator.</param>
/// <param name="Label">The words on the button, or in the history.</param>
/// <param name="Conditions">What must hold besides.</param>
public sealed record WorkflowRule(
    ContentEvent Event, VersionStage From, VersionStage To, string? Permission, string Label, params IReadOnlyList<WorkflowCondition> Conditions)
{
    /// <summary>Whether a comment must be given.</summary>
    public bool NeedsComment => Conditions.Contains(WorkflowCondition.HasComment);
}

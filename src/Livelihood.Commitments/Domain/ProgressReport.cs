namespace Livelihood.Commitments.Domain;

/// <summary>
/// What was reported on a task at a date (进展情况). Reports are only added: a correction is a further report
/// that names the one it corrects and why, and both stay in view.
/// </summary>
public sealed class ProgressReport
{
    /// <summary>Row id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The task.</summary>
    public Guid TaskId { get; init; }

    /// <summary>The day up to which the figures count.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>False where the source only says "so far" (截至目前): then only year and month are shown.</summary>
    public bool IsDayStated { get; init; } = true;

    /// <summary>What was done, in words.</summary>
    public string Note { get; init; } = "";

    /// <summary>The agency that reported.</summary>
    public string AgencyId { get; init; } = "";

    /// <summary>When it was entered.</summary>
    public DateTimeOffset RecordedUtc { get; init; }

    /// <summary>The earlier report that this one corrects; null for an ordinary one.</summary>
    public Guid? CorrectsId { get; init; }

    /// <summary>Why it was corrected; there whenever <see cref="CorrectsId"/> is.</summary>
    public string? Reason { get; init; }

    /// <summary>The figures; some reports have none.</summary>
    public List<ProgressFigure> Figures { get; } = [];
}

/// <summary>A figure of a report: how much of a target is done.</summary>
public sealed class ProgressFigure
{
    /// <summary>Row id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The report.</summary>
    public Guid ReportId { get; init; }

    /// <summary>The target it belongs to.</summary>
    public Guid TargetId { get; init; }

    /// <summary>How much is done since the start of the year, in <see cref="Unit"/>.</summary>
    public decimal Quantity { get; init; }

    /// <summary>The unit as reported; it may differ from the target's.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The share as reported, as text so that its precision stays; null where none was stated.</summary>
    public string? StatedShare { get; init; }

    /// <summary>The quantity in the target's unit; null where the units cannot be compared.</summary>
    public decimal? In(Target target)
        => new MeasureUnit(Unit).IsComparableTo(target.MeasuredIn) ? new MeasureUnit(Unit).Convert(Quantity, target.MeasuredIn) : null;

    /// <summary>The share that follows from the figures; null where there is none.</summary>
    public ShareOfTarget? ShareOf(Target target)
        => target.HasShare && In(target) is { } done ? ShareOfTarget.Of(done, target.Quantity) : null;

    /// <summary>The stated share beside the computed one; null where none was stated or none can be computed.</summary>
    public ShareCheck? CheckShare(Target target)
        => target.HasShare && ShareOfTarget.TryParse(StatedShare, out var stated) && In(target) is { } done
            ? stated.Against(done, target.Quantity)
            : null;
}

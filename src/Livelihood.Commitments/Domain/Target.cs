namespace Livelihood.Commitments.Domain;

/// <summary>How a quantity is meant.</summary>
public enum TargetMeasure
{
    /// <summary>This much: 107套.</summary>
    Exactly = 0,

    /// <summary>At least this much: 不少于700人, 986个以上.</summary>
    AtLeast = 1,

    /// <summary>At most this much: 3个工作日内.</summary>
    AtMost = 2,
}

/// <summary>A quantified target of a task (指标任务).</summary>
public sealed class Target
{
    /// <summary>Row id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The task.</summary>
    public Guid TaskId { get; init; }

    /// <summary>Position in the task, from 1.</summary>
    public int Number { get; init; }

    /// <summary>What is counted; unique in its task.</summary>
    public string Name { get; set; } = "";

    /// <summary>More than 0, in <see cref="Unit"/>.</summary>
    public decimal Quantity { get; set; }

    /// <summary>The unit as written: 场, 公里, 万人, %.</summary>
    public string Unit { get; set; } = "";

    /// <summary>How the quantity is meant.</summary>
    public TargetMeasure Measure { get; set; }

    /// <summary>The breakdown to counties and agencies, if it is known.</summary>
    public List<TargetPart> Parts { get; } = [];

    /// <summary>The unit, ready to compare.</summary>
    public MeasureUnit MeasuredIn => new(Unit);

    /// <summary>
    /// True where what is done adds up towards the quantity, so that a share says something.
    /// A rate (62.2 %) is reached or not; so is a limit.
    /// </summary>
    public bool HasShare => Measure != TargetMeasure.AtMost && !MeasuredIn.IsPercent;

    /// <summary>True where a figure, in the target's unit, fulfils the target.</summary>
    public bool IsMetBy(decimal done) => Measure == TargetMeasure.AtMost ? done <= Quantity : done >= Quantity;

    /// <summary>Sum of the parts less the quantity; null without a breakdown. It need not be 0, but a difference is shown.</summary>
    public decimal? PartsDifference => Parts.Count == 0 ? null : Parts.Sum(p => p.Quantity) - Quantity;

    /// <summary>不少于700人</summary>
    public override string ToString() => Measure switch
    {
        TargetMeasure.AtLeast => $"不少于{Quantity:0.######}{Unit}",
        TargetMeasure.AtMost => $"不超过{Quantity:0.######}{Unit}",
        _ => $"{Quantity:0.######}{Unit}",
    };
}

/// <summary>A county's or agency's share of a target.</summary>
public sealed class TargetPart
{
    /// <summary>Row id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The target.</summary>
    public Guid TargetId { get; init; }

    /// <summary>The agency's code; null for a body that is none of the portal's agencies.</summary>
    public string? AgencyId { get; init; }

    /// <summary>The name shown.</summary>
    public string Name { get; init; } = "";

    /// <summary>In the target's unit.</summary>
    public decimal Quantity { get; set; }
}

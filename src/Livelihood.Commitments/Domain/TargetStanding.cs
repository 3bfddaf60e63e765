namespace Livelihood.Commitments.Domain;

/// <summary>How far a target has come, in one word.</summary>
public enum Standing
{
    /// <summary>Reached or passed.</summary>
    Met,

    /// <summary>Half or more of it.</summary>
    HalfOrMore,

    /// <summary>Less than half of it.</summary>
    BelowHalf,

    /// <summary>A figure is there, but no share follows from it: another unit, or a rate not yet reached.</summary>
    NotComparable,

    /// <summary>No figure has been reported.</summary>
    NotReported,
}

/// <summary>A target with the newest figure reported for it.</summary>
/// <param name="Target">The target.</param>
/// <param name="Report">The newest standing report that has a figure for it; null where none has.</param>
/// <param name="Figure">That figure.</param>
public sealed record TargetStanding(Target Target, ProgressReport? Report, ProgressFigure? Figure)
{
    /// <summary>The newest figure of each of the task's targets, in the targets' order.</summary>
    public static IReadOnlyList<TargetStanding> Of(CommitmentTask task)
    {
        var newestFirst = task.StandingReports.Reverse().ToList();
        return
        [
            .. task.Targets.OrderBy(t => t.Number).Select(target =>
            {
                var report = newestFirst.Find(r => r.Figures.Exists(f => f.TargetId == target.Id));
                return new TargetStanding(target, report, report?.Figures.Find(f => f.TargetId == target.Id));
            }),
        ];
    }

    /// <summary>The computed share; null where there is none.</summary>
    public ShareOfTarget? Share => Figure?.ShareOf(Target);

    /// <summary>The stated share beside the computed one; null where none was stated.</summary>
    public ShareCheck? Check => Figure?.CheckShare(Target);

    /// <summary>How far it has come.</summary>
    public Standing Standing => Figure is null
        ? Standing.NotReported
        : Figure.In(Target) is { } done && Target.IsMetBy(done)
            ? Standing.Met
            : Share switch
            {
                null => Standing.NotComparable,
                { Percent: >= 50m } => Standing.HalfOrMore,
                _ => Standing.BelowHalf,
            };
}

/// <summary>How the targets of a year stand, counted; targets of different units are not averaged.</summary>
/// <param name="Counts">Number of targets by standing; every standing is there.</param>
public sealed record ProgrammeStanding(IReadOnlyDictionary<Standing, int> Counts)
{
    /// <summary>All targets.</summary>
    public int Total => Counts.Values.Sum();

    /// <summary>Counts the targets of a programme.</summary>
    public static ProgrammeStanding Of(Programme programme)
        => Of(programme.Commitments.SelectMany(c => c.Tasks));

    /// <summary>Counts the targets of some tasks.</summary>
    public static ProgrammeStanding Of(IEnumerable<CommitmentTask> tasks)
    {
        var counts = tasks.SelectMany(TargetStanding.Of).CountBy(t => t.Standing).ToDictionary();
        return new ProgrammeStanding(Enum.GetValues<Standing>().ToDictionary(s => s, s => counts.GetValueOrDefault(s)));
    }
}

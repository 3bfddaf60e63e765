using Livelihood.Commitments.Domain;

namespace Livelihood.UnitTests.Commitments;

/// <summary>Tasks and reports written in a test.</summary>
internal static class Reported
{
    public static readonly DateOnly Today = new(2021, 6, 10);

    public static CommitmentTask Task(params Target[] targets)
    {
        var task = new CommitmentTask { Number = 1, Summary = "示例任务" };
        foreach (var target in targets)
        {
            task.Targets.Add(target);
        }

        return task;
    }

    public static Target Target(decimal quantity, string unit, TargetMeasure measure = TargetMeasure.Exactly, string name = "示例目标")
        => new() { Name = name, Quantity = quantity, Unit = unit, Measure = measure, Number = 1 };

    public static ProgressReport Report(this CommitmentTask task, string asOf, decimal quantity, string unit, string? share = null, Guid? corrects = null)
    {
        var report = new ProgressReport { TaskId = task.Id, AsOf = DateOnly.Parse(asOf), CorrectsId = corrects, Reason = corrects is null ? null : "核查认定" };
        report.Figures.Add(new ProgressFigure { ReportId = report.Id, TargetId = task.Targets[0].Id, Quantity = quantity, Unit = unit, StatedShare = share });
        task.Reports.Add(report);
        return report;
    }

    public static IReadOnlyList<FindingKind> Findings(this CommitmentTask task, ProgressReport report)
        => [.. ProgressCheck.Of(task, report, Today).Select(f => f.Kind)];
}

namespace Livelihood.Commitments.Domain;

/// <summary>What can be wrong with a figure.</summary>
public enum FindingKind
{
    /// <summary>The stated share does not follow from figure and target at the precision given.</summary>
    ShareDoesNotFollow,

    /// <summary>The stated share is no number.</summary>
    ShareIsNoNumber,

    /// <summary>The unit counts something else than the target's, so that no share follows.</summary>
    UnitDiffers,

    /// <summary>The unit is written otherwise but can be converted (人 for 万人): worth a look by the editor, no concern of the public.</summary>
    UnitIsConverted,

    /// <summary>The figure is smaller than one reported for an earlier day.</summary>
    FigureGoesBack,

    /// <summary>The figure is less than 0.</summary>
    FigureIsNegative,

    /// <summary>The day lies after today.</summary>
    DayIsToCome,

    /// <summary>A report for a later day is there already.</summary>
    DayGoesBack,

    /// <summary>The parts do not add up to the target.</summary>
    PartsDoNotAddUp,
}

/// <summary>Something an editor is shown before a report or bulletin is published.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Target">The target it is about; null where it is about the whole report.</param>
/// <param name="Message">In Chinese, with the figures, so that it can be judged without looking them up.</param>
public sealed record ProgressFinding(FindingKind Kind, Target? Target, string Message)
{
    /// <summary>True where the report cannot be right; otherwise it may be saved after a look.</summary>
    public bool IsError => Kind is FindingKind.FigureIsNegative or FindingKind.DayIsToCome or FindingKind.ShareIsNoNumber;
}

/// <summary>Checks reported figures against the targets and against what was reported before.</summary>
public static class ProgressCheck
{
    /// <summary>Everything that does not fit; empty where all does.</summary>
    /// <param name="task">With its targets and its earlier reports; the report may already be among them.</param>
    /// <param name="report">The report to check.</param>
    /// <param name="today">Today's date in China.</param>
    public static IReadOnlyList<ProgressFinding> Of(CommitmentTask task, ProgressReport report, DateOnly today)
    {
        var findings = new List<ProgressFinding>();
        if (report.AsOf > today)
        {
            findings.Add(new(FindingKind.DayIsToCome, null, $"截至日期{Shown(report)}晚于今天{Shown(today)}。"));
        }

        var others = task.StandingReports.Where(r => r.Id != report.Id && r.Id != report.CorrectsId).ToList();
        if (others.Find(r => r.AsOf > report.AsOf) is { } later)
        {
            findings.Add(new(FindingKind.DayGoesBack, null, $"已有截至{Shown(later)}的进展，本次截至日期{Shown(report)}更早。"));
        }

        foreach (var figure in report.Figures)
        {
            if (task.Targets.Find(t => t.Id == figure.TargetId) is { } target)
            {
                findings.AddRange(OfFigure(target, figure, others.Where(r => r.AsOf <= report.AsOf)));
            }
        }

        return findings;
    }

    /// <summary>Targets whose breakdown does not add up.</summary>
    public static IReadOnlyList<ProgressFinding> OfBreakdown(CommitmentTask task) =>
    [
        .. task.Targets
            .Where(t => t.PartsDifference is not (null or 0m))
            .Select(t => new ProgressFinding(
                FindingKind.PartsDoNotAddUp,
                t,
                $"{t.Name}：各地合计 {t.Quantity + t.PartsDifference!.Value:0.######}{t.Unit}，与目标 {t.Quantity:0.######}{t.Unit} 相差 {Math.Abs(t.PartsDifference.Value):0.######}{t.Unit}。")),
    ];

    private static IEnumerable<ProgressFinding> OfFigure(Target target, ProgressFigure figure, IEnumerable<ProgressReport> earlier)
    {
        var written = $"{figure.Quantity:0.######}{figure.Unit}";
        if (figure.Quantity < 0)
        {
            yield return new(FindingKind.FigureIsNegative, target, $"{target.Name}：{written} 小于零。");
        }

        if (figure.Unit != target.Unit)
        {
            yield return figure.In(target) is { } same
                ? new(FindingKind.UnitIsConverted, target, $"{target.Name}：单位写作“{figure.Unit}”，目标写作“{target.Unit}”；{written} 即 {same:0.######}{target.Unit}。")
                : new(FindingKind.UnitDiffers, target, $"{target.Name}：单位“{figure.Unit}”与目标的单位“{target.Unit}”不是一回事，无法计算占比。");
        }

        if (figure.StatedShare is not null && !ShareOfTarget.TryParse(figure.StatedShare, out _))
        {
            yield return new(FindingKind.ShareIsNoNumber, target, $"{target.Name}：占目标任务“{figure.StatedShare}”不是百分数，应写作 43.33% 的形式。");
        }

        if (figure.CheckShare(target) is { Follows: false } check)
        {
            var why = check.IsCutOff ? "，似为舍去尾数而未四舍五入" : "";
            yield return new(FindingKind.ShareDoesNotFollow, target,
                $"{target.Name}：{written}占{target.Quantity:0.######}{target.Unit}的 {check.Exact}，所写为 {check.Stated}{why}。");
        }

        if (figure.In(target) is { } done && target.HasShare)
        {
            var most = earlier
                .SelectMany(r => r.Figures.Where(f => f.TargetId == target.Id).Select(f => (Report: r, Done: f.In(target))))
                .Where(f => f.Done > done)
                .OrderByDescending(f => f.Done)
                .FirstOrDefault();
            if (most.Done is { } before)
            {
                yield return new(FindingKind.FigureGoesBack, target,
                    $"{target.Name}：本次{written}，少于截至{Shown(most.Report)}的{before:0.######}{target.Unit}。");
            }
        }
    }

    private static string Shown(ProgressReport report) => report.IsDayStated ? Shown(report.AsOf) : $"{report.AsOf.Year}年{report.AsOf.Month}月";

    private static string Shown(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}

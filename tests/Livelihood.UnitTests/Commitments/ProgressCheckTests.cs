using Livelihood.Commitments.Domain;
using Xunit;

namespace Livelihood.UnitTests.Commitments;

public sealed class ProgressCheckTests
{
    [Fact]
    public void A_Share_That_Does_Not_Follow_Is_Shown_With_The_One_That_Does()
    {
        var task = Reported.Task(Reported.Target(300, "场"));
        var finding = Assert.Single(ProgressCheck.Of(task, task.Report("2021-05-31", 130, "场", "43.34%"), Reported.Today));

        Assert.Equal(FindingKind.ShareDoesNotFollow, finding.Kind);
        Assert.Contains("130场占300场的 43.33%，所写为 43.34%", finding.Message);
        Assert.DoesNotContain("舍去", finding.Message);
        Assert.False(finding.IsError);
    }

    [Fact]
    public void A_Cut_Off_Share_Says_So()
    {
        var task = Reported.Task(Reported.Target(300, "公里"));

        Assert.Contains("舍去尾数", Assert.Single(ProgressCheck.Of(task, task.Report("2021-05-31", 146, "公里", "48%"), Reported.Today)).Message);
    }

    [Fact]
    public void Figures_That_Fit_Give_No_Findings()
    {
        var task = Reported.Task(Reported.Target(700, "人", TargetMeasure.AtLeast));

        Assert.Empty(task.Findings(task.Report("2021-05-25", 689, "人", "98.4%")));
    }

    [Fact]
    public void A_Comparable_Unit_Is_Shown_And_Still_Computed()
    {
        var task = Reported.Task(Reported.Target(4.4m, "万人"));
        var report = task.Report("2021-05-26", 11745, "人", "26.69%");

        Assert.Equal([FindingKind.UnitIsConverted], task.Findings(report));
    }

    [Fact]
    public void A_Unit_Of_Another_Kind_Gives_No_Share()
    {
        var task = Reported.Task(Reported.Target(585, "个"));
        var report = task.Report("2021-05-26", 146, "公里", "24.96%");

        Assert.Equal([FindingKind.UnitDiffers], task.Findings(report));
        Assert.Null(TargetStanding.Of(task)[0].Share);
        Assert.Equal(Standing.NotComparable, TargetStanding.Of(task)[0].Standing);
    }

    [Fact]
    public void A_Figure_That_Goes_Back_Is_Found()
    {
        var task = Reported.Task(Reported.Target(300, "场"));
        task.Report("2021-04-30", 140, "场");
        var findings = ProgressCheck.Of(task, task.Report("2021-05-31", 130, "场"), Reported.Today);

        Assert.Equal(FindingKind.FigureGoesBack, Assert.Single(findings).Kind);
        Assert.Contains("少于截至2021年4月30日的140场", findings[0].Message);
    }

    [Fact]
    public void A_Correction_Downwards_Does_Not_Go_Back()
    {
        var task = Reported.Task(Reported.Target(300, "场"));
        var wrong = task.Report("2021-05-31", 140, "场");
        var right = task.Report("2021-05-31", 130, "场", corrects: wrong.Id);

        Assert.Empty(task.Findings(right));
        Assert.Equal(130, TargetStanding.Of(task)[0].Figure!.Quantity);
        Assert.Equal(2, task.Reports.Count);
    }

    [Fact]
    public void Days_And_Signs_Are_Checked()
    {
        var task = Reported.Task(Reported.Target(300, "场"));
        task.Report("2021-05-31", 10, "场");

        Assert.Contains(FindingKind.DayIsToCome, task.Findings(task.Report("2021-06-11", 20, "场")));
        Assert.Contains(FindingKind.DayGoesBack, task.Findings(task.Report("2021-04-30", 5, "场")));
        Assert.Contains(FindingKind.FigureIsNegative, task.Findings(task.Report("2021-06-01", -1, "场")));
        Assert.Contains(FindingKind.ShareIsNoNumber, task.Findings(task.Report("2021-06-01", 20, "场", "近一成")));
    }

    [Fact]
    public void Parts_That_Do_Not_Add_Up_Are_Shown_With_The_Difference()
    {
        var target = Reported.Target(107, "套");
        target.Parts.AddRange([new() { Name = "渑池县", Quantity = 15 }, new() { Name = "灵宝市", Quantity = 27 }, new() { Name = "卢氏县", Quantity = 65 }]);
        Assert.Empty(ProgressCheck.OfBreakdown(Reported.Task(target)));

        target.Parts[0].Quantity = 14;
        Assert.Contains("相差 1套", Assert.Single(ProgressCheck.OfBreakdown(Reported.Task(target))).Message);
    }
}

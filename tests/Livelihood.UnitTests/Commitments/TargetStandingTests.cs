using Livelihood.Commitments.Domain;
using Xunit;

namespace Livelihood.UnitTests.Commitments;

public sealed class TargetStandingTests
{
    [Theory]
    [InlineData(300, Standing.Met)]
    [InlineData(301, Standing.Met)]
    [InlineData(150, Standing.HalfOrMore)]
    [InlineData(149, Standing.BelowHalf)]
    [InlineData(0, Standing.BelowHalf)]
    public void A_Quantity_Stands_Where_Its_Share_Says(int done, Standing standing)
    {
        var task = Reported.Task(Reported.Target(300, "场"));
        task.Report("2021-05-31", done, "场");

        Assert.Equal(standing, TargetStanding.Of(task)[0].Standing);
    }

    [Fact]
    public void A_Rate_Is_Reached_Or_Not_And_Has_No_Share()
    {
        var task = Reported.Task(Reported.Target(62.2m, "%", TargetMeasure.AtLeast));
        task.Report("2021-04-30", 60m, "%");
        Assert.Equal(Standing.NotComparable, TargetStanding.Of(task)[0].Standing);

        task.Report("2021-05-31", 62.2m, "%");
        Assert.Equal(Standing.Met, TargetStanding.Of(task)[0].Standing);
        Assert.Null(TargetStanding.Of(task)[0].Share);
    }

    [Fact]
    public void A_Limit_Is_Kept_From_Above()
    {
        var task = Reported.Task(Reported.Target(3, "个工作日", TargetMeasure.AtMost));
        task.Report("2021-05-31", 4, "个工作日");
        Assert.Equal(Standing.NotComparable, TargetStanding.Of(task)[0].Standing);

        task.Report("2021-06-01", 3, "个工作日");
        Assert.Equal(Standing.Met, TargetStanding.Of(task)[0].Standing);
    }

    [Fact]
    public void The_Newest_Report_With_A_Figure_Counts()
    {
        var task = Reported.Task(Reported.Target(300, "场"));
        task.Report("2021-05-31", 130, "场");
        task.Report("2021-04-30", 90, "场");
        task.Reports.Add(new ProgressReport { TaskId = task.Id, AsOf = new(2021, 6, 9), Note = "只有文字。" });

        Assert.Equal(130, TargetStanding.Of(task)[0].Figure!.Quantity);
    }

    [Fact]
    public void A_Programme_Counts_Its_Targets_And_Averages_Nothing()
    {
        var reported = Reported.Task(Reported.Target(300, "场"));
        reported.Report("2021-05-31", 130, "场");
        var silent = Reported.Task(Reported.Target(200, "个"));

        var standing = ProgrammeStanding.Of([reported, silent]);

        Assert.Equal(2, standing.Total);
        Assert.Equal(1, standing.Counts[Standing.BelowHalf]);
        Assert.Equal(1, standing.Counts[Standing.NotReported]);
        Assert.Equal(0, standing.Counts[Standing.Met]);
    }
}

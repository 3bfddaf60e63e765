using FsCheck;
using FsCheck.Fluent;
using Livelihood.Disclosure.Domain.Figures;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>Figures for the public: the middle, what is on time, and numbers that would point at a person.</summary>
public sealed class PublicFiguresTests
{
    private static readonly (string, string)[] s_agencies = [("A", "甲局"), ("B", "乙局"), ("C", "丙局")];

    [Fact]
    public void Median_OfCounts_IsTheMiddleOfTheListWrittenOut()
    {
        var counts = Gen.Choose(0, 30).Zip(Gen.Choose(0, 4)).Select(pair => (pair.Item1, pair.Item2)).ListOf();
        Prop.ForAll(counts.ToArbitrary(), all =>
        {
            var list = all.SelectMany(c => Enumerable.Repeat(c.Item1, c.Item2)).Order().ToList();
            decimal? naive = list.Count == 0 ? null
                : list.Count % 2 == 1 ? list[list.Count / 2]
                : (list[(list.Count / 2) - 1] + list[list.Count / 2]) / 2m;
            return Median.Of(all) == naive;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void SmallNumbers_AreNotTold_NorToBeHadBySubtraction()
    {
        var parts = Gen.Frequency((2, Gen.Choose(0, 4)), (1, Gen.Choose(0, 50))).ListOf();
        Prop.ForAll(parts.ToArbitrary(), all =>
        {
            var shown = SmallNumbers.Parts([.. all]);
            var hidden = all.Where((_, i) => shown[i].Number is null).ToList();
            return all.Index().All(p => shown[p.Index].Number is null || (shown[p.Index].Number == p.Item && p.Item is 0 or >= SmallNumbers.Least))
                && all.Index().All(p => shown[p.Index].IsSmall == p.Item is 1 or 2)
                // What is left of the total is nobody's own number, unless nothing else is there to hide it behind.
                && (hidden.Count == 0 || (hidden.Count > 1 && hidden.Sum() >= SmallNumbers.Least) || all.All(p => p < SmallNumbers.Least || hidden.Contains(p)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void SmallNumbers_SayWhy_TheyAreNotTold()
    {
        var shown = SmallNumbers.Parts([2, 9, 4, 0]);
        Assert.Equal([SmallNumbers.Fewer, "9", SmallNumbers.NotTold, "0"], shown.Select(s => s.Text));
    }

    [Fact]
    public void R_SERVE_OnTime_CountsServedRepliesOnly_ByTheDayOfService()
    {
        var figures = new FiguresTally(
            2026,
            [new(2026, "A", 12, 1), new(2025, "A", 7, 0), new(2026, "B", 1, 0), new(2026, "C", 5, 0)],
            [new("2026", true, false, 10, 6), new("2026", true, true, 30, 2), new("2026", false, false, 3, 4), new("2025", true, false, 20, 3)],
            [new("A", true, false, 10, 5), new("A", true, true, 30, 2), new("A", false, false, 3, 4), new("B", true, false, 9, 1)],
            [new("r1", true, false, 10, 6), new("r3_4", true, true, 30, 2), new("r6_3", false, false, 3, 4)])
            .Figures([2026, 2025], s_agencies);

        Assert.Equal((18, 8, 6, 75m, 1), (figures.Total.Received.Number, figures.Total.Answered.Number, figures.Total.OnTime, figures.Total.OnTimeShare, figures.Total.Overdue));
        Assert.Equal(10m, figures.Total.MedianWorkingDays); // of the eight replies: what was withdrawn is no reply
        Assert.Equal(12, figures.Ended.Number);
        Assert.Equal([("2026年", 18), ("2025年", 7)], figures.Years.Select(year => (year.Name, year.Received.Number)));

        // One of B's is not told, and as it could be had by subtraction, the next one of each column is not told either.
        var (a, b, c) = (figures.Agencies[0], figures.Agencies[1], figures.Agencies[2]);
        Assert.Equal(["12", SmallNumbers.Fewer, SmallNumbers.NotTold], [a.Received.Text, b.Received.Text, c.Received.Text]);
        Assert.Equal([SmallNumbers.NotTold, SmallNumbers.Fewer, "0"], [a.Answered.Text, b.Answered.Text, c.Answered.Text]);
        Assert.All([a, b], line => Assert.Equal((null, null, null), (line.OnTime, line.OnTimeShare, line.MedianWorkingDays)));

        // Two refused: not told, and neither is the withdrawn, the lesser of the others.
        Assert.Equal(["6", SmallNumbers.Fewer, SmallNumbers.NotTold], figures.Outcomes.Select(line => line.Ended.Text));
        Assert.Equal([10m, null, null], figures.Outcomes.Select(line => line.MedianWorkingDays));
    }

    [Fact]
    public void OnTimeShare_IsNeverRoundedUp()
    {
        var line = new FiguresLine("", "", Shown.Of(2000), Shown.Of(2000), 1999, 0, 12);
        Assert.Equal(99.9m, line.OnTimeShare);
    }
}

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
        var tally = new FiguresTally(
            [new(2026, "A", 12, 1), new(2025, "A", 7, 0), new(2026, "B", 1, 0), new(2026, "C", 5, 0)],
            [new(2026, "A", true, false, 10, 5), new(2026, "A", true, true, 30, 2), new(2026, "A", false, false, 3, 4), new(2026, "B", true, false, 10, 1), new(2025, "A", true, false, 20, 3)],
            [new(2026, "r1", true, false, 10, 6), new(2026, "r3_4", true, true, 30, 2), new(2026, "r6_3", false, false, 3, 4)]);
        var figures = tally.OfAll(2026, [2026, 2025], s_agencies);

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

        // C's own page says no more of C than the table of all: with A's and all together it would tell B's.
        var own = tally.OfAgency(2026, [2026, 2025], s_agencies, "C");
        Assert.Equal((SmallNumbers.NotTold, "0", null), (own.Total.Received.Text, own.Total.Answered.Text, own.Total.Overdue));
        Assert.Empty(own.Outcomes);
        Assert.Equal((c.Received, c.Answered), (own.Years[0].Received, own.Years[0].Answered));
        Assert.Equal("7", tally.OfAgency(2026, [2026, 2025], s_agencies, "A").Years[1].Received.Text);
    }

    [Fact]
    public void SmallNumbers_AreNotToBeHad_FromAllPagesTogether()
    {
        (string Id, string Name)[] agencies = [.. "ABCDE".Select(letter => (letter.ToString(), $"{letter}局"))];
        int[] years = [2026, 2025, 2024];
        var number = Gen.Frequency((3, Gen.Choose(0, 4)), (1, Gen.Choose(0, 30)));
        Prop.ForAll(number.Two().ArrayOf(agencies.Length * years.Length).ToArbitrary(), counts =>
        {
            var cells = counts.Select((pair, i) => (Year: years[i % years.Length], agencies[i / years.Length].Id, Received: pair.Item1, Answered: pair.Item2)).ToList();
            var tally = new FiguresTally(
                [.. cells.Where(cell => cell.Received > 0).Select(cell => new ReceivedGroup(cell.Year, cell.Id, cell.Received, 0))],
                [.. cells.Where(cell => cell.Answered > 0).Select(cell => new EndedGroup(cell.Year, cell.Id, true, false, 9, cell.Answered))], []);

            // What somebody knows of an agency in a year who has opened every page there is.
            var told = new List<(int Year, string Id, FiguresLine Line)>();
            foreach (var year in years)
            {
                int[] shown = [.. years.Where(one => one <= year)];
                told.AddRange(tally.OfAll(year, shown, agencies).Agencies.Select(line => (year, line.Key, line)));
                told.AddRange(agencies.SelectMany(agency => tally.OfAgency(year, shown, agencies, agency.Id).Years.Select(line => (int.Parse(line.Key), agency.Id, line))));
            }

            return years.All(year => IsSafe(year, line => line.Received, cell => cell.Received) && IsSafe(year, line => line.Answered, cell => cell.Answered));

            bool IsSafe(int year, Func<FiguresLine, Shown> of, Func<(int Year, string Id, int Received, int Answered), int> count)
            {
                var known = told.Where(one => one.Year == year && of(one.Line).Number is not null).Select(one => one.Id).ToHashSet();
                var hidden = cells.Where(cell => cell.Year == year && !known.Contains(cell.Id)).Select(count).ToList();
                return cells.Where(cell => cell.Year == year && count(cell) is 1 or 2).All(cell => !known.Contains(cell.Id))
                    && told.Where(one => one.Year == year && of(one.Line).Number is not null).All(one => of(one.Line).Number == count(cells.Single(cell => cell.Year == year && cell.Id == one.Id)))
                    && (hidden.All(left => left == 0) || (hidden.Count > 1 && hidden.Sum() >= SmallNumbers.Least) || cells.Where(cell => cell.Year == year).Sum(count) < SmallNumbers.Least);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void OnTimeShare_IsNeverRoundedUp()
    {
        var line = new FiguresLine("", "", Shown.Of(2000), Shown.Of(2000), 1999, 0, 12);
        Assert.Equal(99.9m, line.OnTimeShare);
    }
}

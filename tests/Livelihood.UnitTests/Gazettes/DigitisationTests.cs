using Livelihood.Gazettes.Domain;
using Livelihood.PrintedGazettes;
using Livelihood.PrintedGazettes.Faults;
using Livelihood.PrintedGazettes.Fuzzing;
using Livelihood.PrintedGazettes.Houses;
using Livelihood.PrintedGazettes.Scoring;
using Livelihood.PrintedGazettes.Seed;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>
/// What is reached on issues made for the purpose, and on the real one, stays reached. The figures themselves are in
/// docs/digitisation.md; the floors lie a little below them.
/// </summary>
public sealed class DigitisationTests
{
    /// <summary>The same issues as in docs/digitisation.md begin here; fewer of each, as a test should take seconds.</summary>
    private const int FirstSeed = 1000;

    private static readonly Lazy<IReadOnlyList<MeasuredSet>> Sets = new(() => Measurement.Run(FirstSeed, perHouse: 1));

    [Theory]
    [MemberData(nameof(DigitisationFloors.All), MemberType = typeof(DigitisationFloors))]
    public void GeneratedIssues_AreReadAsWellAsBefore(string kind, Measure measure, double precision, double recall)
    {
        var tally = Sets.Value.Where(s => s.Kind == kind).Aggregate(default(Tally), (sum, s) => sum + s.Card[measure]);

        Assert.True(tally.Right > 0, "nothing was measured");
        Assert.True(tally.Precision * 100 >= precision, $"{kind}, {measure}: precision {tally.Precision:P2}, was above {precision} %");
        Assert.True(tally.Recall * 100 >= recall, $"{kind}, {measure}: recall {tally.Recall:P2}, was above {recall} %");
    }

    [Theory]
    [InlineData(Measure.Documents)]
    [InlineData(Measure.Titles)]
    [InlineData(Measure.Numbers)]
    [InlineData(Measure.Dates)]
    [InlineData(Measure.Pages)]
    [InlineData(Measure.Tables)]
    [InlineData(Measure.Sections)]
    [InlineData(Measure.Addressees)]
    [InlineData(Measure.Articles)]
    [InlineData(Measure.Annexes)]
    [InlineData(Measure.AttachedTitles)]
    [InlineData(Measure.Signatures)]
    [InlineData(Measure.Masthead)]
    [InlineData(Measure.Board)]
    public void RealIssue_IsReadWithoutAMistake(Measure measure)
    {
        Assert.True(GazetteReader.TryRead(Seeds.Read(RealIssue.FileName), out var issue, out _));

        var card = IssueScorer.Score(RealIssue.Expected, issue);

        Assert.True(card[measure] is { Right: > 0, False: 0, Missed: 0 }, string.Join('\n', card.Findings));
    }

    [Fact]
    public void MutatedIssues_NeverThrow_LoseNothing_AndAreNotSlow()
    {
        foreach (var house in HouseCatalogue.All)
        {
            AssertSound(FuzzRun.Run(IssueGenerator.Make(house, [], FirstSeed).Text, first: 0, count: 30), house.Name);
        }
    }

    [Fact]
    public void RealIssue_Mutated_NeverThrows_LosesNothing_AndIsNotSlow() =>
        AssertSound(FuzzRun.Run(Seeds.Read(RealIssue.FileName), first: 0, count: 150), "the real issue");

    [Fact]
    public void SeventyFiveThousandCharacters_AreReadWithinASecond()
    {
        var text = IssueGenerator.Make(HouseCatalogue.Pdf2015, [], FirstSeed).Text;
        for (var seed = FirstSeed + 1; text.Length < 75_000; seed++)
        {
            text += "\n" + IssueGenerator.Make(HouseCatalogue.Pdf2015, [], seed).Text;
        }

        text = text[..75_000];
        Assert.True(GazetteReader.TryRead(text, out _, out _));

        var best = ThreadClock.Measure(() => GazetteReader.TryRead(text, out _, out _), times: 3);

        Assert.True(best < TimeSpan.FromSeconds(1), best.ToString());
    }

    private static void AssertSound(FuzzResult result, string of)
    {
        Assert.True(result.Faults.Count == 0, string.Join('\n', result.Faults.Take(5).Select(f => $"{of}, mutation {f.Mutation}: {f.What}")));
        Assert.True(result.Refused < result.Mutations, "every mutation was refused");
    }
}

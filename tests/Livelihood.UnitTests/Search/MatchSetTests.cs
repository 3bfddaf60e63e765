using FsCheck;
using FsCheck.Fluent;
using Livelihood.Search.Matching;
using Xunit;

namespace Livelihood.UnitTests.Search;

/// <summary>Documents gathered one by one, and kept in little memory.</summary>
public sealed class MatchSetTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16_384)]
    [InlineData(16_385)]
    [InlineData(100_000)]
    public void Documents_OfAnyNumber_AreThoseThatWereAdded(int count)
    {
        foreach (var step in new[] { 1, 2, 100 })
        {
            var set = Gather(0, count, step).Build();
            Assert.Equal(Expected(count, step), All(set));
            Assert.Equal(count, set.Count);
        }
    }

    [Fact]
    public void Builders_ThatFollowOneAnother_MakeOneSet()
    {
        var set = Gather(0, 300).Build(Gather(300, 0), Gather(300, 40_000), Gather(40_300, 1));
        Assert.Equal(Expected(40_301), All(set));
        Assert.Same(MatchSet.Empty, new MatchSetBuilder().Build(new MatchSetBuilder()));
    }

    [Fact]
    public void Ranks_FollowTheScores_AndTellNearOnesApart()
    {
        var found = new MatchSetBuilder();
        float[] scores = [0, 0.002f, 0.004f, 59.998f, 60, 33.333f];
        for (var i = 0; i < scores.Length; i++)
        {
            found.Add(i, scores[i]);
        }

        Assert.Equal([4, 3, 5, 2, 1, 0], All(found.Build()).OrderByDescending(m => m.Rank).Select(m => m.Id));
        Assert.Equal(0, MatchSet.RankOf(0, 0));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    public void Documents_LeftOrRaised_KeepTheirRanks(int step)
    {
        var set = Gather(0, 50_000, step).Build();
        var before = All(set).ToDictionary(m => m.Id, m => m.Rank);
        set.Raise([3 * step + 1, 3 * step, 49_999 * step, 3 * step, 60_000 * step, -1]);
        var raised = All(set).Where(m => m.Rank > before[m.Id]).ToList();
        Assert.Equal([49_999 * step, 3 * step], raised.Select(m => m.Id));
        Assert.True(raised[0].Rank > raised[1].Rank, "The better one stays the better one.");
        Assert.All(raised, m => Assert.True(m.Rank > before.Values.Max(), "They stand above all others."));

        var left = new MatchSet(set) { IsScored = false, InTitle = [step, 2 * step, 3 * step] }.Where(id => id == 0 || id == 3 * step || id == 49_999 * step);
        Assert.Equal([.. raised, new(0, before[0])], All(left));
        Assert.False(left.IsScored);
        Assert.Equal([3 * step], left.InTitle);
        Assert.Equal(0, left.Where(_ => false).Count);
    }

    [Fact]
    public void Documents_NotJudged_AreKeptWithoutRanks() =>
        Prop.ForAll(Gen.Choose(0, 5_000).ListOf().ToArbitrary(), drawn =>
        {
            var ids = drawn.Distinct().Order().ToArray();
            var set = new MatchSet(ids);
            Assert.Equal(ids, set.ToIds());
            Assert.All(All(set), m => Assert.Equal(0, m.Rank));
            Assert.Equal(ids.ToHashSet(), Enumerable.Range(-1, 5_100).Where(set.Contains).ToHashSet());
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    public void Documents_NotJudged_CanBeRaisedToo(int step)
    {
        var set = new MatchSet([.. Enumerable.Range(0, 400).Select(i => i * step)]) { IsScored = false };
        Assert.Same(set, set.Raise([7 * step]).Raise([-1]));
        Assert.Equal(7 * step, Assert.Single(All(set), m => m.Rank > 0).Id);
        Assert.Equal(0, MatchSet.Empty.Raise([1]).Count);
    }

    [Fact]
    public void Memory_IsTwoBytesADocument_WhereManyAnswer()
    {
        Assert.InRange(Gather(0, 200_000, 1).Build().Size, 400_000, 430_000);
        Assert.InRange(Gather(0, 2_000, 100).Build().Size, 12_000, 12_500);
    }

    /// <summary>All documents of a set, in its order.</summary>
    internal static List<Match> All(MatchSet set)
    {
        var all = new List<Match>();
        for (var reader = set.Read(); reader.Next() is { IsEmpty: false } some;)
        {
            all.AddRange(some);
        }

        return all;
    }

    private static IEnumerable<Match> Expected(int count, int step = 2) =>
        Enumerable.Range(0, count).Reverse().Select(i => new Match(i * step, MatchSet.RankOf(i, count - 1)));

    /// <summary>Multiples of a number.</summary>
    private static MatchSetBuilder Gather(int first, int count, int step = 2)
    {
        var found = new MatchSetBuilder();
        for (var i = first; i < first + count; i++)
        {
            found.Add(i * step, i);
        }

        return found;
    }
}

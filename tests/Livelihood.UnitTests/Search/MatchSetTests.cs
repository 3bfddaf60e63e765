using Livelihood.Search.Matching;
using Xunit;

namespace Livelihood.UnitTests.Search;

/// <summary>Documents gathered one by one.</summary>
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
        var set = Gather(0, count).Build();
        Assert.Equal(Enumerable.Range(0, count).Select(i => 2 * i), set.Ids.ToArray());
        Assert.Equal(Enumerable.Range(0, count).Select(i => (float)i), set.Scores.ToArray());
        Assert.Equal(count, set.Count);
    }

    [Fact]
    public void Builders_ThatFollowOneAnother_MakeOneSet()
    {
        var set = Gather(0, 300).Build(Gather(300, 0), Gather(300, 40_000), Gather(40_300, 1));
        Assert.Equal(Enumerable.Range(0, 40_301).Select(i => 2 * i), set.Ids.ToArray());
        Assert.Equal(Enumerable.Range(0, 40_301).Select(i => (float)i), set.Scores.ToArray());
        Assert.Same(MatchSet.Empty, new MatchSetBuilder().Build(new MatchSetBuilder()));
    }

    [Fact]
    public void Documents_LeftOrRaised_KeepTheirScores()
    {
        var set = Gather(0, 50_000).Build().Raise([7, 6, 99_998, 100_001], 1e6f);
        Assert.Equal((1_000_003f, 1_049_999f), (set.Scores[3], set.Scores[^1]));
        Assert.Equal(2, set.Scores.ToArray().Count(score => score >= 1e6f));
        var left = new MatchSet(set) { IsScored = false, InTitle = [2, 4, 6] }.Where(id => id is 0 or 6 or 99_998);
        Assert.Equal([0, 6, 99_998], left.Ids.ToArray());
        Assert.Equal([0, 1_000_003f, 1_049_999f], left.Scores.ToArray());
        Assert.False(left.IsScored);
        Assert.Equal([6], left.InTitle);
    }

    /// <summary>Even numbers.</summary>
    private static MatchSetBuilder Gather(int first, int count)
    {
        var found = new MatchSetBuilder();
        for (var i = first; i < first + count; i++)
        {
            found.Add(2 * i, i);
        }

        return found;
    }
}

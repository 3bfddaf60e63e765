using Livelihood.Search.Matching.Sqlite;
using Xunit;

namespace Livelihood.UnitTests.Search;

/// <summary>A range that one goes through and another takes over from.</summary>
public sealed class UpperPartTests
{
    [Fact]
    public void Numbers_GoneThroughAndTakenOver_AreAllOfThemOnceAndInOrder()
    {
        var (chance, taken) = (new Random(7), 0);
        for (var round = 0; round < 2000; round++)
        {
            var (first, count, piece) = (chance.Next(100), chance.Next(200), chance.Next(1, 40));
            var upper = new UpperPart(first, first + count - 1, piece);
            var (mine, others) = (new List<int>(), new List<int>());
            var begins = chance.Next(3);
            if (begins == 0 || upper.TryBegin())
            {
                for (var left = chance.Next(8); begins > 0 && left > 0 && upper.Next() is { } next; left--)
                {
                    mine.AddRange(Enumerable.Range(next.First, next.Last - next.First + 1));
                }
            }

            if (upper.TakeOver() is { } rest)
            {
                others.AddRange(Enumerable.Range(rest.First, rest.Last - rest.First + 1));
                taken += others.Count > 0 && mine.Count > 0 ? 1 : 0;
                Assert.True(begins > 0 || !upper.TryBegin());
            }

            while (begins > 0 && upper.Next() is { } next)
            {
                mine.AddRange(Enumerable.Range(next.First, next.Last - next.First + 1));
            }

            Assert.Equal(Enumerable.Range(first, count), mine.Concat(others));
        }

        Assert.True(taken > 200, $"{taken}");
    }

    [Fact]
    public void What_IsGivenUp_IsNeverGoneThrough()
    {
        var upper = new UpperPart(1, 100, 10);
        Assert.True(upper.TryBegin());
        Assert.Equal((1, 10), upper.Next());
        upper.GiveUp();
        Assert.Null(upper.Next());
        Assert.Null(upper.TakeOver());
        Assert.False(new UpperPart(1, 0, 10).TryBegin());
    }
}

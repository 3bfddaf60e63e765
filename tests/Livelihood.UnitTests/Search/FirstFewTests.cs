using Livelihood.Search.Querying;
using Xunit;

namespace Livelihood.UnitTests.Search;

/// <summary>The first few of many are those that sorting all of them would put first.</summary>
public sealed class FirstFewTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Few_TakenInAnyOrder_AreThoseOfASort(int seed)
    {
        var chance = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var most = chance.Next(1, 60);
            var added = Enumerable.Range(0, chance.Next(400)).Select(id => ((ulong)chance.Next(chance.Next(1, 200)), id)).ToList();
            var few = chance.Next(2) == 0 ? new FirstFew(most) : new FirstFew(most, added.Count);
            added.ForEach(one => few.Add(one.Item1, one.id));
            var sorted = added.OrderByDescending(one => one.Item1).ThenByDescending(one => one.id).Select(one => one.id).Take(most).ToList();
            Assert.Equal(sorted.Count, few.Count);
            for (var page = 0; page < 6; page++)
            {
                var (from, count) = (chance.Next(80), chance.Next(30));
                Assert.Equal(sorted.Skip(from).Take(count), few.Take(from, count));
            }

            Assert.Equal(sorted, few.All());
        }
    }

    [Fact]
    public void Few_InOrderAlready_StayAsTheyAre()
    {
        var few = FirstFew.Of([3, 9, 1]);
        Assert.Equal(3, few.Count);
        Assert.Equal([9, 1], few.Take(1, 5));
        Assert.Equal([3, 9, 1], few.All());
        Assert.Empty(FirstFew.Of([]).All());
    }
}

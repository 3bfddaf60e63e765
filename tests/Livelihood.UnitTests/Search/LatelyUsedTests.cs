using Livelihood.Search.Querying;
using Xunit;

namespace Livelihood.UnitTests.Search;

/// <summary>What was used lately is kept, up to a size.</summary>
public sealed class LatelyUsedTests
{
    private readonly LatelyUsed<string, string> _kept = new(most: 10);

    [Fact]
    public void Keep_BeyondTheSize_ForgetsWhatWasUsedLongestAgo()
    {
        _kept.Keep("a", "1", 4);
        _kept.Keep("b", "2", 4);
        Assert.True(_kept.TryUse("a", out var used));
        Assert.Equal("1", used);
        _kept.Keep("c", "3", 4);
        Assert.Equal(["c", "a"], _kept.All.Select(one => one.Key));
        Assert.False(_kept.TryUse("b", out _));
        _kept.Keep("d", "too large", 11);
        Assert.Empty(_kept.All);
    }

    [Fact]
    public void Sizes_OfWhatIsDroppedResizedAndKeptAgain_AreCountedOnce()
    {
        _kept.Keep("a", "1", 8);
        _kept.Keep("a", "another", 8);
        _kept.Resize("a", 2);
        _kept.Resize("nowhere", 100);
        _kept.Keep("b", "2", 8);
        Assert.Equal(["b", "a"], _kept.All.Select(one => one.Key));
        _kept.Drop("b");
        _kept.Drop("b");
        _kept.Keep("c", "3", 8);
        Assert.Equal([("c", "3"), ("a", "1")], _kept.All);
        _kept.Clear();
        _kept.Keep("d", "4", 10);
        Assert.Equal(["d"], _kept.All.Select(one => one.Key));
    }
}

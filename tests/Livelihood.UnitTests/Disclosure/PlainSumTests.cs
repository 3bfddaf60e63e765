using Livelihood.Disclosure.Domain.Requesters;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

public sealed class PlainSumTests
{
    [Fact]
    public void A_sum_is_written_in_words_and_comes_to_something_between_1_and_18()
    {
        Assert.Equal("七加五等于几？", new PlainSum(7, 5, false).Question);
        Assert.Equal("九减二等于几？", new PlainSum(9, 2, true).Question);
        var sums = Enumerable.Range(0, 500).Select(_ => PlainSum.New()).ToList();
        Assert.All(sums, sum => Assert.InRange(sum.Result, 1, 18));
        Assert.Contains(sums, sum => sum.IsDifference);
        Assert.Contains(sums, sum => !sum.IsDifference);
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData(" １２ ", 12)]
    [InlineData("十二", 12)]
    [InlineData("一十二", 12)]
    [InlineData("十", 10)]
    [InlineData("两", 2)]
    [InlineData("07", 7)]
    [InlineData("", null)]
    [InlineData("七五", null)]
    [InlineData("123", null)]
    [InlineData("-3", null)]
    [InlineData("x", null)]
    public void An_answer_is_read_in_figures_and_in_words(string typed, int? read) => Assert.Equal(read, PlainSum.Read(typed));
}

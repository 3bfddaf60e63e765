using Livelihood.Search.Domain.Queries;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class DateRangeTests
{
    [Theory]
    [InlineData("2019", "2019-01-01", "2019-12-31")]
    [InlineData("2019..2021", "2019-01-01", "2021-12-31")]
    [InlineData("2021..2019", "2019-01-01", "2021-12-31")]
    [InlineData("2020年2月", "2020-02-01", "2020-02-29")]
    [InlineData("2019-04-30", "2019-04-30", "2019-04-30")]
    [InlineData("20190430", "2019-04-30", "2019-04-30")]
    [InlineData("2019.3至2019年6月1日", "2019-03-01", "2019-06-01")]
    [InlineData("..2020", "0001-01-01", "2020-12-31")]
    [InlineData("2020..", "2020-01-01", "9999-12-31")]
    public void TryParse_Written_IsRead(string text, string from, string to)
    {
        Assert.True(DateRange.TryParse(text, out var range));
        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to), text == "2021..2019"), (range!.From, range.To, range.WasTurned));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("去年")]
    [InlineData("2019-13")]
    [InlineData("2019-02-29")]
    [InlineData("0000")]
    [InlineData("2019..2020..2021")]
    public void TryParse_NoDate_IsRefused(string text) => Assert.False(DateRange.TryParse(text, out _));
}

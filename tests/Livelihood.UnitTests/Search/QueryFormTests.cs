using Livelihood.Search.Domain.Queries;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class QueryFormTests
{
    [Fact]
    public void ToString_AllFields_IsAQueryThatSaysTheSame()
    {
        var form = new QueryForm
        {
            Words = "农村公路  建设", Phrase = "“一字”不差", Without = "高速 铁路", Title = "实施 方案", Number = "云政办〔2019〕8号", Agency = "卫生计生委", From = "2019", To = "2021",
        };

        Assert.Equal("农村公路 建设 “一字不差” -高速 -铁路 标题:“实施 方案” 文号:云政办〔2019〕8号 发文机关:卫生计生委 日期:2019..2021", form.ToString());
        var query = QueryParser.Parse(form.ToString());
        Assert.Empty(query.Notices);
        Assert.Equal(6, query.Words.Count);
        Assert.Equal(2, query.Excluded.Count);
        Assert.Equal(["卫生计生委"], query.Agencies);
        Assert.Equal(new DateRange(new(2019, 1, 1), new(2021, 12, 31)), query.Dates);
    }

    [Fact]
    public void ToString_NothingFilledIn_IsEmpty() => Assert.Equal("", new QueryForm { Words = "  ", Phrase = "“”" }.ToString());
}

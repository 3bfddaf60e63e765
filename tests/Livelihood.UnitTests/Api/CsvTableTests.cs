using System.Text;
using Livelihood.Api.Answers;
using Xunit;

namespace Livelihood.UnitTests.Api;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("普通的文字", "普通的文字")]
    [InlineData("甲,乙", "\"甲,乙\"")]
    [InlineData("他说“好”\"", "\"他说“好”\"\"\"")]
    [InlineData("一\n二", "\"一\n二\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+86", "\"'+86\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("三政〔2019〕8号𠮷", "三政〔2019〕8号𠮷")]
    [InlineData(null, "")]
    [InlineData("", "")]
    public void Value_IsWrittenSoThatASpreadsheetShowsIt(string? value, string written)
    {
        var bytes = CsvTable.Write([new("标题", r => r), new CsvColumn<string?>("尾", _ => "末")], [value]);

        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        Assert.Equal($"标题,尾\r\n{written},末\r\n", Encoding.UTF8.GetString(bytes.AsSpan(3)));
    }

    [Fact]
    public void Table_WithoutRows_HasItsHeadings() =>
        Assert.Equal("标题\r\n", Encoding.UTF8.GetString(CsvTable.Write([new CsvColumn<string>("标题", r => r)], []).AsSpan(3)));
}

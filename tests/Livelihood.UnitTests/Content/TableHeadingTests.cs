using Livelihood.Content.Rendering;
using Xunit;

namespace Livelihood.UnitTests.Content;

public sealed class TableHeadingTests
{
    [Fact]
    public void TableWithoutNamesOfColumns_HasNoEmptyHeading()
    {
        var html = MarkdownRenderer.ToHtml("| | |\n| --- | --- |\n| 上溪段 | 3 |\n");

        Assert.DoesNotContain("<th", html);
        Assert.Contains("<td>上溪段</td>", html);
    }
}

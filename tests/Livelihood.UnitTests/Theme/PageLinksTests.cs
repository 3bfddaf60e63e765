using Livelihood.Theme.Civic;
using Xunit;

namespace Livelihood.UnitTests.Theme;

public sealed class PageLinksTests
{
    [Theory]
    [InlineData(1, 0, "")]
    [InlineData(1, 1, "1")]
    [InlineData(1, 2, "1 2")]
    [InlineData(1, 9, "1 2 . 9")]
    [InlineData(4, 9, "1 2 3 4 5 . 9")]
    [InlineData(5, 9, "1 . 4 5 6 . 9")]
    [InlineData(9, 9, "1 . 8 9")]
    [InlineData(1, int.MaxValue, "1 2 . 2147483647")]
    public void Around_Page_ShowsEndsAndNeighbours(int current, int total, string expected) =>
        Assert.Equal(expected, string.Join(' ', PageLinks.Around(current, total).Select(page => page?.ToString() ?? ".")));
}

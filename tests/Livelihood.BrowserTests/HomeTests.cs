using Livelihood.BrowserTests.Fixtures;
using Xunit;

namespace Livelihood.BrowserTests;

public sealed class HomeTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone, Scripts.On)]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    [InlineData(Width.Desk, Scripts.Off)]
    public async Task Home_is_Chinese_and_accessible(Width width, Scripts scripts)
    {
        await using var window = await browser.OpenWindowAsync(width, scripts);
        await window.OpenAsync("/");
        Assert.Equal("zh-CN", await window.Page.Locator("html").GetAttributeAsync("lang"));
    }
}

using Livelihood.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;
using Xunit.Sdk;

namespace Livelihood.BrowserTests;

/// <summary>The checks that every page must pass do find what they look for, with scripts and without.</summary>
public sealed class CheckTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Faultless = "<h1>民生实事</h1><p>一个没有毛病的页面。</p>";

    [Theory]
    [InlineData(Scripts.On)]
    [InlineData(Scripts.Off)]
    public async Task A_faultless_page_passes(Scripts scripts)
    {
        await using var window = await ShowAsync(Faultless, scripts);
        await window.CheckAsync("faultless");
    }

    [Theory]
    [InlineData(Scripts.On)]
    [InlineData(Scripts.Off)]
    public async Task A_field_without_a_label_is_found(Scripts scripts)
    {
        await using var window = await ShowAsync(Faultless + "<input name='q'>", scripts);
        var failure = await Assert.ThrowsAnyAsync<XunitException>(window.ShouldBeAccessibleAsync);
        Assert.Contains("label", failure.Message);
    }

    [Theory]
    [InlineData(Scripts.On)]
    [InlineData(Scripts.Off)]
    public async Task A_page_that_scrolls_sideways_is_found(Scripts scripts)
    {
        await using var window = await ShowAsync(Faultless + "<div class='wide'>宽</div><style>.wide { width: 400px; }</style>", scripts);
        var failure = await Assert.ThrowsAnyAsync<XunitException>(window.ShouldNotScrollSidewaysAsync);
        Assert.Contains("wide", failure.Message);
    }

    [Fact]
    public async Task A_violation_of_the_content_security_policy_is_found()
    {
        await using var window = await ShowAsync(Faultless + "<script>document.title = '不该运行';</script>", Scripts.On, "script-src 'self'");
        var failure = Assert.ThrowsAny<XunitException>(window.ShouldHaveNoComplaints);
        Assert.Contains("Content Security Policy", failure.Message);
    }

    private async Task<BrowserWindow> ShowAsync(string body, Scripts scripts, string? policy = null)
    {
        var window = await browser.OpenWindowAsync(Width.Phone, scripts);
        await window.Page.RouteAsync("**/*", route => route.FulfillAsync(new RouteFulfillOptions
        {
            ContentType = "text/html; charset=utf-8",
            Headers = policy is null ? [] : new Dictionary<string, string> { ["Content-Security-Policy"] = policy },
            Body = $"<!doctype html><html lang='zh-CN'><head><title>检查</title><meta name='viewport' content='width=device-width'></head><body><main>{body}</main></body></html>",
        }));
        await window.Page.GotoAsync("/check");
        return window;
    }
}

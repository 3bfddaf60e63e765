using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>An administrator gives a token out and takes it back.</summary>
public sealed class ApiTokenTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task Token_IsShownOnce_AndRevoked(Width width, Scripts scripts)
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Administrator, "SMX");
        await using var window = await browser.OpenWindowAsync(width, scripts);
        await window.Page.GotoAsync("/account/sign-in?returnUrl=/console");
        await window.Page.Locator("[name=UserName]").FillAsync(account.UserName);
        await window.Page.Locator("[name=Password]").FillAsync(account.Password);
        await window.Page.Locator("main form button").First.ClickAsync();
        await window.OpenAsync("/console/api-tokens");
        var name = $"办公系统{width}";
        await window.Page.GetByLabel("名称").FillAsync(name);
        await window.Page.GetByLabel("机关").SelectOptionAsync("SMX-KJJ");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "发放令牌" }).ClickAsync();
        await window.CheckAsync("made");
        Assert.StartsWith("lvp_", await window.Page.Locator(".receipt__code").InnerTextAsync(), StringComparison.Ordinal);

        await window.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = name }).GetByRole(AriaRole.Button).ClickAsync();
        await window.CheckAsync("revoked");
        Assert.Equal(0, await window.Page.Locator(".receipt__code").CountAsync());
        Assert.Contains("已停用", await window.Page.Locator("main").InnerTextAsync());
    }
}

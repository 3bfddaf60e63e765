using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>The pages of the livelihood commitments, read by the public and written by staff.</summary>
public sealed class CommitmentTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task Readers_find_a_figure_and_how_it_was_checked(Width width, Scripts scripts)
    {
        await using var window = await browser.OpenWindowAsync(width, scripts);
        await window.OpenAsync("/commitments");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "2021年民生实事" }).ClickAsync();
        await window.CheckAsync("year");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "二、文化惠民" }).Last.ClickAsync();
        await window.OpenAsync("/commitments/2021/2");
        Assert.Contains("填报材料写作 43.34%", await window.Page.Locator("main").InnerTextAsync());
        await window.OpenAsync("/bulletins/2021-05");
    }

    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task Staff_report_progress(Width width, Scripts scripts)
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Supervisor, "SMX");
        await using var window = await browser.OpenWindowAsync(width, scripts);
        await window.Page.GotoAsync("/account/sign-in?returnUrl=/console");
        await window.Page.Locator("[name=UserName]").FillAsync(account.UserName);
        await window.Page.Locator("[name=Password]").FillAsync(account.Password);
        await window.Page.Locator("main form button").First.ClickAsync();
        await window.OpenAsync("/console/commitments?year=2021");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "政府采购百场戏" }).ClickAsync();
        await window.CheckAsync("form");
        await window.Page.Locator("[name='Input.AsOf']").FillAsync("2021-08-31");
        await window.Page.Locator("[name='Input.Figures[0].Quantity']").FillAsync("120");
        await window.Page.Locator("[name='Input.Note']").FillAsync("演出一百二十场。");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "核对并保存进展" }).ClickAsync();
        await window.CheckAsync("findings");
        Assert.Contains("少于截至2021年5月的130场", await window.Page.Locator("main").InnerTextAsync());
    }
}

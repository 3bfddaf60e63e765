using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>The demonstration's issue is made into files; readers and staff take them away.</summary>
public sealed class EditionTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Issue = "/gazettes/2019/6";

    [Fact]
    public async Task Files_are_made_in_the_background_and_offered_to_readers_and_staff()
    {
        await browser.Host.MakeEditionsAsync();
        foreach (var (width, scripts) in new[] { (Width.Phone, Scripts.Off), (Width.Desk, Scripts.On) })
        {
            await using var reader = await browser.OpenWindowAsync(width, scripts);
            await reader.OpenAsync(Issue);
            var link = reader.Page.GetByRole(AriaRole.Link, new() { Name = "PDF", Exact = true });
            var download = await reader.Page.RunAndWaitForDownloadAsync(() => link.ClickAsync());
            Assert.EndsWith("2019年第6号.pdf", download.SuggestedFilename, StringComparison.Ordinal);
        }

        var account = await browser.Host.CreateStaffAsync(Roles.Publisher);
        foreach (var width in new[] { Width.Phone, Width.Desk })
        {
            await using var window = await browser.OpenWindowAsync(width);
            await window.Page.GotoAsync("/account/sign-in");
            await window.Page.Locator("[name=UserName]").FillAsync(account.UserName);
            await window.Page.Locator("[name=Password]").FillAsync(account.Password);
            await window.Page.Locator("main form button").ClickAsync();
            await window.Page.WaitForURLAsync("**/console");
            await window.OpenAsync("/console" + Issue + "/edition");
            Assert.True(await window.Page.GetByText("公众下载的").IsVisibleAsync());
            Assert.True(await window.Page.GetByRole(AriaRole.Button, new() { Name = "重新制作" }).IsVisibleAsync());
        }
    }
}

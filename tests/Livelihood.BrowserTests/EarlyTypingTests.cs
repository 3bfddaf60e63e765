using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>Over a slow line people type before a page's scripts have arrived; what scripts add is there for them too.</summary>
public sealed class EarlyTypingTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task What_is_published_is_shown_before_a_request_is_filed()
    {
        await using var window = await browser.OpenWindowAsync(Width.Desk);
        await TypeBeforeScriptAsync(window.Page, "/disclosure/requests/new?whole=true", "suggestions.js", page => page.GetByLabel("信息的名称"), "断头路打通");
        await Assertions.Expect(window.Page.Locator("[data-suggestions]")).ToContainTextAsync("这些信息已经公开");
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task The_search_box_suggests()
    {
        await using var window = await browser.OpenWindowAsync(Width.Phone);
        await TypeBeforeScriptAsync(window.Page, "/search", "suggest.js", page => page.Locator("#q"), "msss");
        await Assertions.Expect(window.Page.Locator("#q-suggestions [role=option]").First).ToContainTextAsync("民生实事");
        window.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task A_draft_is_kept()
    {
        await using var window = await browser.SignInAsync(Roles.Editor, Width.Desk, Scripts.On);
        await TypeBeforeScriptAsync(window.Page, "/console/content/new/Notice", "autosave.js", page => page.GetByLabel("标题").First, "还没有写完");
        await Assertions.Expect(window.Page.Locator("[data-autosave-time]")).ToContainTextAsync("已自动保存", new() { Timeout = 10_000 });
        window.ShouldHaveNoComplaints();
    }

    [Theory]
    [InlineData("[data-document-number] input", "三政办2019 8", "[data-document-number] [role=status]", "将写作")]
    [InlineData(".item-picker__search input", "民生实事", ".item-picker__search ~ [role=status]", "找到")]
    public async Task A_number_and_a_related_item_are_found(string field, string words, string place, string answer)
    {
        await using var window = await browser.SignInAsync(Roles.Editor, Width.Desk, Scripts.On);
        await TypeBeforeScriptAsync(window.Page, "/console/content/new/OfficialDocument", "item-form.js", page => page.Locator(field).First, words);
        await Assertions.Expect(window.Page.Locator(place).First).ToContainTextAsync(answer);
        window.ShouldHaveNoComplaints();
    }

    // The script is held back until the words stand in the field.
    private static async Task TypeBeforeScriptAsync(IPage page, string address, string script, Func<IPage, ILocator> field, string words)
    {
        var typed = new TaskCompletionSource();
        await page.RouteAsync($"**/{script}*", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        await field(page).PressSequentiallyAsync(words);
        typed.SetResult();
        await page.WaitForLoadStateAsync();
    }
}

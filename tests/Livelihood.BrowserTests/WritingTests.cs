using System.Text.RegularExpressions;
using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>An editor writes by keyboard alone: chooses a type, mends what is wrong, links a document, saves, finds it in the list.</summary>
public sealed class WritingTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task An_interpretation_is_written_by_keyboard(Width width, Scripts scripts)
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Editor);
        await using var window = await browser.OpenWindowAsync(width, scripts);
        var page = window.Page;
        await page.GotoAsync("/account/sign-in?returnUrl=/console/content/new");
        await page.GetByLabel("账号", new() { Exact = true }).FillAsync(account.UserName);
        await page.GetByLabel("密码").FillAsync(account.Password);
        await page.Keyboard.PressAsync("Enter");
        // The address of the sign-in page ends so too, behind its question mark.
        await page.WaitForURLAsync(new Regex("^[^?]*/console/content/new$"));
        await window.CheckAsync("new");

        await page.GetByLabel("政策解读").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/new/PolicyInterpretation*");
        await window.CheckAsync("form");

        await page.Keyboard.PressAsync("Tab");
        await page.GetByLabel("标题", new() { Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("请填写标题。");
        await window.CheckAsync("errors");

        await page.GetByLabel("标题", new() { Exact = true }).FocusAsync();
        await page.Keyboard.TypeAsync("解读：怎样按文号找到文件");
        await PickAsync(page, scripts);
        await window.CheckAsync("picked");

        await page.Locator("button[value=save]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("已保存草稿。")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[name='PolicyInterpretation.Interprets.Ids']").First).ToBeCheckedAsync();
        await window.CheckAsync("saved");
        await window.OpenAsync("/console/content?type=PolicyInterpretation&mine=true");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "解读：怎样按文号找到文件" })).ToBeVisibleAsync();
    }

    // With scripts a combobox: type, arrow, Enter. Without: type, the button, a box.
    private static async Task PickAsync(IPage page, Scripts scripts)
    {
        var search = page.Locator("[name='PolicyInterpretation.Interprets.Ids.Query']");
        await search.FocusAsync();
        await page.Keyboard.TypeAsync("三政办");
        if (scripts == Scripts.On)
        {
            await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("ArrowDown");
            await Assertions.Expect(page.GetByRole(AriaRole.Option).First).ToHaveAttributeAsync("aria-selected", "true");
            await page.Keyboard.PressAsync("Enter");
        }
        else
        {
            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("[name='PolicyInterpretation.Interprets.Ids']").First.FocusAsync();
            await page.Keyboard.PressAsync("Space");
        }

        await Assertions.Expect(page.Locator("[name='PolicyInterpretation.Interprets.Ids']").First).ToBeCheckedAsync();
    }
}

using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>An editor writes with the toolbar by keyboard, sees how it will look, and pastes from Word.</summary>
public sealed class EditorTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string WordHtml =
        "<p class=MsoNormal style='mso-outline-level:1'>一、任务</p><table class=MsoTableGrid><tr><td rowspan=2><p class=MsoNormal>地区</p></td><td colspan=2><p class=MsoNormal>数量</p></td></tr>"
        + "<tr><td>计划</td><td>完成</td></tr><tr><td>城东</td><td>1</td><td>2</td></tr></table>";

    [Theory]
    [InlineData(Width.Desk)]
    [InlineData(Width.Phone)]
    public async Task Toolbar_preview_and_paste(Width width)
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Editor);
        await using var window = await browser.OpenWindowAsync(width, Scripts.On);
        var page = window.Page;
        await page.GotoAsync("/account/sign-in?returnUrl=/console/content/new/Notice");
        await page.Locator("[name=UserName]").FillAsync(account.UserName);
        await page.Locator("[name=Password]").FillAsync(account.Password);
        await page.Locator("main form button").First.ClickAsync();
        var editor = page.Locator("[data-markdown-editor]").First;
        var area = editor.Locator("textarea");
        var preview = editor.Locator("[data-preview-text]");
        await Assertions.Expect(editor.GetByRole(AriaRole.Toolbar)).ToBeVisibleAsync();

        // The toolbar is one stop; arrows go through its buttons.
        await area.FillAsync("总体要求");
        await area.FocusAsync();
        await page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(editor.Locator("[data-command=heading2]")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(area).ToHaveValueAsync("## 总体要求");
        await Assertions.Expect(preview.Locator("h2")).ToHaveTextAsync("总体要求");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(area).ToHaveValueAsync("总体要求");
        await page.Keyboard.PressAsync("Shift+Tab");
        for (var i = 0; i < 4; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await Assertions.Expect(editor.Locator("[data-command=bold]")).ToBeFocusedAsync();
        await area.FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Control+b");
        await Assertions.Expect(area).ToHaveValueAsync("**总体要求**");

        await page.Keyboard.PressAsync("Control+End");
        await area.EvaluateAsync(
            """
            (area, html) => {
              const data = new DataTransfer();
              data.setData('text/html', html);
              data.setData('text/plain', '纯文本');
              area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            WordHtml);
        await Assertions.Expect(editor.Locator("[data-status]")).ToContainTextAsync("已粘贴。");
        await Assertions.Expect(preview.Locator("th[rowspan='2']")).ToHaveTextAsync("地区");
        await Assertions.Expect(preview.Locator("h2")).ToHaveTextAsync("一、任务");
        await window.CheckAsync("pasted");
    }
}

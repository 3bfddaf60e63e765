using System.Text;
using System.Text.RegularExpressions;
using Livelihood.BrowserTests.Fixtures;
using Livelihood.Gazettes.Import;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>An editor digitises an issue: by keyboard alone on a desk, and without scripts on a phone.</summary>
public sealed class DigitiseTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task By_keyboard_alone()
    {
        await using var window = await OpenAsync(Width.Desk, Scripts.On, 3);
        var page = window.Page;
        await window.CheckAsync("doubt");

        // The doubt: one key takes the proposed answer.
        await page.Locator("#take-0").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("题名设为");
        await Assertions.Expect(page.Locator("[data-workbench-live]")).ToContainTextAsync("题名设为");

        // A document: its lines are walked by arrows and marked by keys.
        await page.GetByRole(AriaRole.Link, new() { Name = "三门峡市人民政府关于修建城东试验公园的决定" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-blocks]")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("g");
        await Assertions.Expect(page.Locator(".workbench__number:focus")).ToHaveCountAsync(1);
        var place = page.Locator("[data-line]", new() { HasText = "公园在城东。" });
        for (var i = 0; i < 40 && !await place.Locator("a:focus").IsVisibleAsync(); i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("标为2级标题");
        await Assertions.Expect(place.Locator("a")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-blocks] li", new() { HasText = "公园在城东。" })).ToContainTextAsync("2级标题");
        await page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("已撤销");
        await page.Keyboard.PressAsync("Control+y");
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("已重做");

        await page.Keyboard.PressAsync("g");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(page.Locator(".workbench__line--chosen")).ToHaveCountAsync(2);
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("并成一段");
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("#workbench-keys")).ToBeVisibleAsync();
        await window.CheckAsync("document");

        // In a field the keys are letters.
        var title = page.Locator("#field-Title");
        await title.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("p");
        await Assertions.Expect(title).ToHaveValueAsync("三门峡市人民政府关于修建城东试验公园的决定p");
        await page.Keyboard.PressAsync("Backspace");

        await page.Locator("#write").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("已写入草稿");
        await window.CheckAsync("written");

        // A correction that went wrong is taken back.
        await page.Locator("a[href$='/workbench/corrections']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("tr", new() { HasText = "雨季之前" }).Locator("input").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await window.CheckAsync("corrections");
        await page.GetByRole(AriaRole.Button, new() { Name = "还原所选" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("还原了1处更正")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("tr", new() { HasText = "雨季之前" })).ToContainTextAsync("已还原");
        await window.CheckAsync("reverted");
    }

    [Fact]
    public async Task Without_scripts_on_a_phone()
    {
        await using var window = await OpenAsync(Width.Phone, Scripts.Off, 4);
        var page = window.Page;
        await window.CheckAsync("doubt");
        await window.FollowAsync(page.Locator("#take-0"), "taken");
        await window.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "三门峡市人民政府关于修建城东试验公园的决定" }), "document");

        var line = await page.Locator("[data-line]", new() { HasText = "公园在城东。" }).GetAttributeAsync("data-line");
        await page.GetByLabel("从第几行").FillAsync(line!);
        await page.GetByLabel("到第几行").FillAsync(line!);
        await page.GetByLabel("是", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "2级标题" });
        await window.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "标记", Exact = true }), "marked");
        await Assertions.Expect(page.Locator("[data-blocks] li", new() { HasText = "公园在城东。" })).ToContainTextAsync("2级标题");
        await window.FollowAsync(page.Locator("#undo"), "undone");
        await Assertions.Expect(page.Locator("[data-blocks] li", new() { HasText = "公园在城东。" })).ToContainTextAsync("段落");
        await window.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "刊头、栏目" }), "front");
        await window.FollowAsync(page.Locator("#write"), "written");
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("已写入草稿");
        await window.FollowAsync(page.Locator("a[href$='/workbench/corrections']"), "corrections");
        await page.Locator("tr", new() { HasText = "雨季之前" }).Locator("input").CheckAsync();
        await window.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "还原所选" }), "reverted");
        await Assertions.Expect(page.Locator("tr", new() { HasText = "雨季之前" })).ToContainTextAsync("已还原");
    }

    private async Task<BrowserWindow> OpenAsync(Width width, Scripts scripts, int number)
    {
        await browser.Host.InScopeAsync(services => services.GetRequiredService<GazetteImporter>().ImportAsync(Encoding.UTF8.GetBytes(DigitisedIssue.Of(number)), new ImportOptions()));
        var account = await browser.Host.CreateStaffAsync(Roles.Editor);
        var window = await browser.OpenWindowAsync(width, scripts);
        await window.Page.GotoAsync($"/account/sign-in?returnUrl=/console/gazettes/2023/{number}/workbench");
        await window.Page.Locator("[name=UserName]").FillAsync(account.UserName);
        await window.Page.Locator("[name=Password]").FillAsync(account.Password);
        await window.Page.Locator("main form button").ClickAsync();
        // The address of the sign-in page ends so too, behind its question mark.
        await window.Page.WaitForURLAsync(new Regex("^[^?]*/workbench$"));
        return window;
    }
}

/// <summary>The text of an issue made for the tests; the contents give a title otherwise than the text.</summary>
internal static class DigitisedIssue
{
    public static string Of(int number) => $"""
        三门峡市人民政府 公 报 目 录

        【市政府文件】

        三门峡市人民政府关于修建城东试验公园的决 1

        【市政府办公室文件】

        三门峡市人民政府办公室关于做好试验井维护工作的通知 3

        2023

        第 {number} 号(总第 {300 + number} 号)

        主 办

        三门峡市人民政府办公室

        出版日期:2023年1月31日

        三门峡市人民政府
        关于修建城东试验公园的决定

        三政〔2023〕{900 + number}号

        各县（市、区）人民政府：

        市政府决定修建城东试验公园，四月开工，次年完工。

        一、选址

        公园在城东。

        | 项目 | 面积 |
        |------|------|
        | 草地 | 3公顷 |

        三门峡市人民政府

        2023年1月5日

        三门峡市人民政府办公室
        关于做好试验井维护工作的通知

        三政办〔2023〕{950 + number}号

        各县（市、区）人民政府：

        请在雨季之前,检查每一口试验井。

        三门峡市人民政府办公室

        2023年1月12日
        """;
}

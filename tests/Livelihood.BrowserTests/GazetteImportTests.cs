using System.Text;
using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>An editor brings issues into the portal: a wrong file, several at once with their progress, the originals.</summary>
public sealed class GazetteImportTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Desk, Scripts.On, 1)]
    [InlineData(Width.Phone, Scripts.On, 4)]
    [InlineData(Width.Phone, Scripts.Off, 7)]
    public async Task Issues_are_imported_with_progress_and_a_report(Width width, Scripts scripts, int first)
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Editor);
        await using var window = await browser.OpenWindowAsync(width, scripts);
        var page = window.Page;
        await page.GotoAsync("/account/sign-in?returnUrl=/console/gazettes/import");
        await page.Locator("[name=UserName]").FillAsync(account.UserName);
        await page.Locator("[name=Password]").FillAsync(account.Password);
        await page.Locator("main form button").First.ClickAsync();
        await window.CheckAsync("empty");

        await page.GetByLabel("公报的文件").SetInputFilesAsync([File("信.txt", "今天天气很好。")]);
        await window.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "导入为草稿" }), "refused");
        await Assertions.Expect(page.Locator(".govuk-error-summary a")).ToHaveAttributeAsync("href", "#Files");
        await Assertions.Expect(page.Locator("#files-error")).ToContainTextAsync("没有认出这是一期公报");

        await page.GetByLabel("公报的文件").SetInputFilesAsync([File("甲.txt", Issue(first)), File("乙.txt", Issue(first + 1)), File("信.txt", "今天天气很好。")]);
        if (scripts == Scripts.On)
        {
            await Assertions.Expect(page.Locator("[data-chosen]")).ToContainTextAsync("共3个文件");
            await window.CheckAsync("chosen");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "导入为草稿" }).ClickAsync();
        await page.WaitForURLAsync("**/console/long-work/**");
        for (var look = 0; look < 60 && !await page.GetByText("已完成").IsVisibleAsync(); look++)
        {
            await page.WaitForTimeoutAsync(500);
            if (scripts == Scripts.Off)
            {
                await page.ReloadAsync();
            }
        }

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("共3项：已导入2，未变0，没有导入1");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "下载 公报导入报告.csv" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "下载 公报导入报告.csv" }))).ToBeVisibleAsync();
        await window.CheckAsync("done");

        await window.OpenAsync($"/console/gazettes/2021/{first}/sources");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("甲.txt");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "甲.txt" }).ClickAsync());
        Assert.Equal("甲.txt", download.SuggestedFilename);
    }

    [Fact]
    public async Task Files_can_be_dropped_on_the_field()
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Editor);
        await using var window = await browser.OpenWindowAsync(Width.Desk);
        var page = window.Page;
        await page.GotoAsync("/account/sign-in?returnUrl=/console/gazettes/import");
        await page.Locator("[name=UserName]").FillAsync(account.UserName);
        await page.Locator("[name=Password]").FillAsync(account.Password);
        await page.Locator("main form button").First.ClickAsync();

        // The script is there once the field says that it takes files.
        await Assertions.Expect(page.Locator(".drop-field")).ToBeVisibleAsync();
        await page.EvaluateAsync("""
            () => {
              const files = new DataTransfer();
              files.items.add(new File(['甲'], '甲.txt'));
              document.querySelector('[data-drop]').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
            }
            """);

        await Assertions.Expect(page.Locator("[data-chosen]")).ToContainTextAsync("甲.txt（1 KB）");
        Assert.Equal(1, await page.EvaluateAsync<int>("() => document.querySelector('#Files').files.length"));
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };

    private static string Issue(int number) => $"""
        三门峡市人民政府公报
        2021年第{number}号（总第{170 + number}号）
        目 录
        【市政府文件】
        三门峡市人民政府关于修建第{number}座测试公园的决定 1
        三门峡市人民政府关于检查第{number}口测试井的通知 3
        主 办：三门峡市人民政府办公室
        出版日期：2021年12月28日

        三门峡市人民政府
        关于修建第{number}座测试公园的决定
        三政〔2021〕{950 + number}号
        各县（市、区）人民政府：
        市政府决定修建第{number}座测试公园，四月开工，次年完工，请各有关单位配合施工。
        三门峡市人民政府
        2021年12月5日

        三门峡市人民政府
        关于检查第{number}口测试井的通知
        三政〔2021〕{970 + number}号
        各县（市、区）人民政府：
        请在雨季之前检查第{number}口测试井，检查的结果在月底以前报送市水利局。
        三门峡市人民政府
        2021年12月12日
        """;
}

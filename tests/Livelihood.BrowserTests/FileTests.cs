using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>An editor uploads several files at once, sees how far each is and why one is refused, and describes a picture.</summary>
public sealed class FileTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Desk, Scripts.On)]
    [InlineData(Width.Phone, Scripts.On)]
    [InlineData(Width.Phone, Scripts.Off)]
    public async Task Files_are_uploaded_refused_and_described(Width width, Scripts scripts)
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Editor);
        await using var window = await browser.OpenWindowAsync(width, scripts);
        var page = window.Page;
        await page.GotoAsync("/account/sign-in?returnUrl=/console/files");
        await page.Locator("[name=UserName]").FillAsync(account.UserName);
        await page.Locator("[name=Password]").FillAsync(account.Password);
        await page.Locator("main form button").First.ClickAsync();
        await window.CheckAsync("library");

        await page.GetByLabel("选择文件").SetInputFilesAsync(
        [
            File($"工地-{width}-{scripts}.png", "image/png", SampleFiles.Png(900, 600)),
            File($"通知-{width}-{scripts}.pdf", "application/pdf", SampleFiles.Pdf($"Notice {width} {scripts}")),
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true }).ClickAsync();
        if (scripts == Scripts.On)
        {
            await Assertions.Expect(page.Locator("[data-file-status]")).ToHaveTextAsync("2 个文件都已上传。");
            await Assertions.Expect(page.Locator("[data-file-library]")).ToContainTextAsync($"通知-{width}-{scripts}.pdf");
            await window.CheckAsync("uploaded");
        }
        else
        {
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已上传 2 个文件。");
            // The browser says why a file is refused before anything is sent only where scripts run.
            await page.GetByLabel("选择文件").SetInputFilesAsync([File("网页.txt", "text/plain", "<html></html>"u8.ToArray())]);
            await page.GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("网页.txt");
            await window.CheckAsync("refused");
        }

        await page.GotoAsync("/console/files");
        await page.GetByRole(AriaRole.Link, new() { Name = $"工地-{width}-{scripts}.png" }).ClickAsync();
        await page.GetByLabel("替代文字").FillAsync("工地全景");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存替代文字" }).ClickAsync();
        await Assertions.Expect(page.Locator(".file-preview")).ToHaveAttributeAsync("alt", "工地全景");
        await window.CheckAsync("details");
    }

    [Fact]
    public async Task A_refused_file_says_why_beside_its_name()
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Editor);
        await using var window = await browser.OpenWindowAsync(Width.Phone);
        var page = window.Page;
        await page.GotoAsync("/account/sign-in?returnUrl=/console/files");
        await page.Locator("[name=UserName]").FillAsync(account.UserName);
        await page.Locator("[name=Password]").FillAsync(account.Password);
        await page.Locator("main form button").First.ClickAsync();

        await page.GetByLabel("选择文件").SetInputFilesAsync([File("空.pdf", "application/pdf", []), File("好.csv", "text/csv", "a,b"u8.ToArray())]);
        await page.GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-file-status]")).ToHaveTextAsync("1 个文件已上传，1 个没有上传，原因见上。");
        await Assertions.Expect(page.Locator(".file-progress__item--refused")).ToContainTextAsync("0 字节");
        await window.CheckAsync("refused");
    }

    private static FilePayload File(string name, string type, byte[] bytes) => new() { Name = name, MimeType = type, Buffer = bytes };
}

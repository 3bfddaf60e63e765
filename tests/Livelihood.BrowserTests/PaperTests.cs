using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>Papers as people meet them: a citizen attaches one, the office scans a letter and recognises who asks, the supervisor sees who looked.</summary>
public sealed class PaperTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task A_paper_goes_with_a_request_and_a_scan_with_a_letter(Width width, Scripts scripts)
    {
        await using var citizen = await browser.OpenWindowAsync(width, scripts);
        var page = citizen.Page;
        await citizen.OpenAsync("/disclosure/requests/new?whole=true");
        await FillAsync(page, "断头路打通");
        await page.GetByLabel("选择文件").SetInputFilesAsync([File("以前的答复.pdf", SampleFiles.Pdf("earlier")), File("程序.exe", "MZ"u8.ToArray())]);
        await citizen.FollowAsync(Button(page, "下一步：核对申请"), "refused");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("“程序.exe”没有收下");
        await Assertions.Expect(page.GetByText("以前的答复.pdf（PDF 文件").First).ToBeVisibleAsync();
        await citizen.FollowAsync(Button(page, "下一步：核对申请"), "check");
        await Button(page, "提交申请").ClickAsync();
        await Assertions.Expect(page.Locator(".receipt__code").First).ToBeVisibleAsync();
        var codes = await page.Locator(".receipt__code").AllInnerTextsAsync();
        await page.GotoAsync("/disclosure/requests/status");
        await page.GetByLabel("回执编号").FillAsync(codes[0]);
        await page.GetByLabel("查询码").FillAsync(codes[1]);
        await citizen.FollowAsync(Button(page, "查询"), "mine");
        await Assertions.Expect(page.Locator("#papers")).ToContainTextAsync("以前的答复.pdf");

        await using var handler = await browser.SignInAsync(Roles.Handler, width, scripts, "/console/disclosure");
        page = handler.Page;
        await page.GotoAsync("/console/disclosure/intake"); // looked at with everybody's pages
        await page.GetByLabel("当面提交").First.CheckAsync();
        await FillAsync(page, "断头路打通的方案");
        await page.GetByLabel("选择文件").SetInputFilesAsync([File("来信.png", SampleFiles.Png(8, 8))]);
        await handler.FollowAsync(Button(page, "下一步：核对"), "intake-check");
        await Assertions.Expect(page.GetByText("来信.png（PNG 图片")).ToBeVisibleAsync();
        await Button(page, "返回修改").ClickAsync();
        await Button(page, "下一步：核对").ClickAsync();
        await Button(page, "登记申请").ClickAsync();
        await handler.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "打开这件申请" }), "request");
        await Assertions.Expect(page.Locator("[aria-labelledby=repeated-title]")).ToContainTextAsync(codes[0]);
        await Assertions.Expect(page.Locator("#papers")).ToContainTextAsync("来信.png");
        await handler.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "添加扫描件" }), "papers");
        await page.GetByLabel("本机关的").CheckAsync();
        await page.GetByLabel("选择文件").SetInputFilesAsync([File("送达回证.txt", "已签收"u8.ToArray())]);
        await handler.FollowAsync(Button(page, "添加"), "added");
        await Assertions.Expect(page.GetByText("送达回证.txt").First).ToBeVisibleAsync();
        Assert.True((await page.APIRequest.GetAsync(await page.Locator("main a[href*='/papers/']").First.GetAttributeAsync("href") ?? "")).Ok);

        await using var supervisor = await browser.SignInAsync(Roles.Supervisor, width, scripts);
        await supervisor.OpenAsync("/console/disclosure-readings");
        await Assertions.Expect(supervisor.Page.Locator("tbody")).ToContainTextAsync("材料");

        await using var administrator = await browser.SignInAsync(Roles.Administrator, width, scripts);
        await administrator.Page.GotoAsync("/console/disclosure-keeping");
        await administrator.Page.GetByLabel("办结以后保存多少年").FillAsync("8");
        await administrator.FollowAsync(Button(administrator.Page, "下一步：看会删除多少"), "keeping-check");
        await Button(administrator.Page, "确认保存").ClickAsync();
        await Assertions.Expect(administrator.Page.GetByText("已保存").First).ToBeVisibleAsync();
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };

    private static async Task FillAsync(IPage page, string subject)
    {
        await page.GetByLabel("向哪个机关申请").SelectOptionAsync(StaffAccounts.DefaultAgency);
        await page.GetByLabel("信息的名称").FillAsync(subject);
        await page.GetByLabel("电子文档").CheckAsync();
        await page.GetByLabel("自己到机关领取").CheckAsync();
        await page.GetByLabel("姓名").FillAsync("申请人甲");
        await page.GetByLabel("证件号码").FillAsync("411200198001010011");
        await page.GetByLabel("联系电话").FillAsync("13800001234");
    }
}

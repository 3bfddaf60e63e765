using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Files;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>Letters as people meet them: the office sees one before it goes out, the requester takes it along, the administrator words it.</summary>
public sealed class LetterTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task A_letter_goes_from_the_office_to_the_requester_and_its_text_is_reworded(Width width, Scripts scripts)
    {
        await using var citizen = await browser.OpenWindowAsync(width, scripts);
        var (number, code) = await FileAsync(citizen);
        await using var handler = await SignInAsync(Roles.Handler, width, scripts);
        await handler.OpenAsync($"/console/disclosure/{number}");
        await handler.FollowAsync(Button(handler, "确认收到，今天起算答复期限"), "confirmed");
        await handler.FollowAsync(handler.Page.GetByRole(AriaRole.Link, new() { Name = "告知补正" }), "form");
        await handler.Page.GetByLabel("需要补正的事项").FillAsync("请写明是哪一年。\n请写明是哪一段。");
        await handler.FollowAsync(Button(handler, "下一步：看它的影响"), "letter-before");
        await Assertions.Expect(handler.Page.Locator("article.document")).ToContainTextAsync("请写明是哪一段。");
        await Assertions.Expect(handler.Page.Locator("article.document")).ToContainTextAsync("（作出时编号）");
        await handler.FollowAsync(Button(handler, "确认登记"), "letter-listed");
        await handler.FollowAsync(handler.Page.Locator("#letters").GetByRole(AriaRole.Link, new() { Name = "政府信息公开申请补正告知书", Exact = true }), "letter");
        await Assertions.Expect(handler.Page.Locator(".document__number")).ToContainTextAsync("公开〔2026〕");
        await handler.OpenAsync($"/console/disclosure/{number}/letters/write/9");
        await handler.Page.GetByLabel("协办的单位").FillAsync("档案室");
        await handler.Page.GetByLabel("协办的事项").FillAsync("查找合同");
        await handler.Page.GetByLabel("协办期限").FillAsync("2026-03-10");
        await handler.FollowAsync(Button(handler, "下一步：看写好的文书"), "errand-check");
        await handler.FollowAsync(Button(handler, "保存文书"), "errand-saved");
        await Assertions.Expect(handler.Page.Locator("#letters")).ToContainTextAsync("政府信息公开申请协办函");

        await citizen.OpenAsync("/disclosure/requests/status");
        await citizen.Page.GetByLabel("回执编号").FillAsync(number);
        await citizen.Page.GetByLabel("查询码").FillAsync(code);
        await citizen.FollowAsync(Button(citizen, "查询"), "mine");
        await Assertions.Expect(citizen.Page.Locator("#letters")).Not.ToContainTextAsync("协办函");
        await citizen.FollowAsync(citizen.Page.Locator("#letters").GetByRole(AriaRole.Link, new() { Name = "政府信息公开申请补正告知书", Exact = true }), "my-letter");
        var download = await citizen.Page.RunAndWaitForDownloadAsync(() => citizen.Page.GetByRole(AriaRole.Link, new() { Name = "下载PDF" }).ClickAsync());
        var text = await TextOfAsync(download);
        foreach (var said in new[] { "补正告知书", "申请人甲：", "请写明是哪一段。", "2026年3月2日" })
        {
            Assert.Contains(said, text);
        }

        await using var administrator = await SignInAsync(Roles.Administrator, width, scripts);
        await administrator.OpenAsync("/console/letters");
        await administrator.FollowAsync(administrator.Page.GetByRole(AriaRole.Link, new() { Name = "政府信息公开申请补正告知书" }), "template");
        var wording = administrator.Page.GetByLabel("文字", new() { Exact = true });
        var delivered = await wording.InputValueAsync();
        await wording.FillAsync(delivered.Replace("{{补正期限}}", "{{补正日期}}", StringComparison.Ordinal));
        await administrator.FollowAsync(Button(administrator, "保存新的一版"), "template-refused");
        await Assertions.Expect(administrator.Page.Locator(".govuk-error-summary")).ToContainTextAsync("是不是“补正期限”？");
        await wording.FillAsync(delivered + "\n\n补正有困难的，可以到本机关口头说明。");
        await administrator.FollowAsync(Button(administrator, "预览"), "template-preview");
        await Assertions.Expect(administrator.Page.Locator("article.document")).ToContainTextAsync("可以到本机关口头说明");
        await administrator.FollowAsync(Button(administrator, "保存新的一版"), "template-saved");
        await administrator.FollowAsync(administrator.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^第[0-9]版$") }).First, "version");
        Assert.Contains("口头说明", await administrator.Page.GetByLabel("文字", new() { Exact = true }).InputValueAsync());
        await administrator.OpenAsync("/console/letters/letter-3");
        var printed = await administrator.Page.RunAndWaitForDownloadAsync(() => Button(administrator, "预览PDF").ClickAsync());
        Assert.Contains("可以到本机关口头说明", await TextOfAsync(printed));
    }

    private static ILocator Button(BrowserWindow window, string name) => window.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task<(string Number, string Code)> FileAsync(BrowserWindow citizen)
    {
        var page = citizen.Page;
        await citizen.OpenAsync("/disclosure/requests/new?whole=true");
        await page.GetByLabel("向哪个机关申请").SelectOptionAsync("SMX-ZFB");
        await page.GetByLabel("信息的名称").FillAsync("断头路打通");
        await page.GetByLabel("电子文档").CheckAsync();
        await page.GetByLabel("自己到机关领取").CheckAsync();
        await page.GetByLabel("姓名").FillAsync("申请人甲");
        await page.GetByLabel("证件号码").FillAsync("411200198001010011");
        await page.GetByLabel("联系电话").FillAsync("13800001234");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对申请" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await Assertions.Expect(page.Locator(".receipt__code").First).ToBeVisibleAsync();
        var codes = await page.Locator(".receipt__code").AllInnerTextsAsync();
        return (codes[0], codes[1]);
    }

    private Task<BrowserWindow> SignInAsync(string role, Width width, Scripts scripts) => browser.SignInAsync(role, width, scripts);

    private static async Task<string> TextOfAsync(IDownload download)
    {
        var tool = BoundedProcess.Find("pdftotext");
        Assert.SkipWhen(tool is null, "There is no pdftotext on PATH.");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "letter.pdf");
        await download.SaveAsAsync(file);
        var text = System.Text.Encoding.UTF8.GetString((await new BoundedProcess().RunAsync(tool!, folder.Path, ["-enc", "UTF-8", file, "-"])).Output);
        return string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }
}

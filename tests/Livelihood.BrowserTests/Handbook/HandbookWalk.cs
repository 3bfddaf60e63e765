using System.Text;
using Livelihood.BrowserTests.Fixtures;
using Livelihood.Gazettes.Import;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Livelihood.BrowserTests.Handbook;

/// <summary>What the handbook's chapters describe, done in their order with one notice.</summary>
internal sealed class HandbookWalk(BrowserFixture browser, HandbookAlbum album)
{
    private const string Body = "## 一、停水的范围和时间\n\n因管道改造，建设路以东停水，时间为3月9日8时至18时。\n\n## 二、注意事项\n\n请提前储水。恢复供水时，水可能发黄，放一会儿就清。";
    private const string Printed = "关于做好防汛值守的通知\n三政办〔2026〕3号\n各县（市、区）人民政府：\n一、加强值守\n汛期每天二十四小时有人值守。\n三门峡市人民政府办公室\n2026年3月2日\n抄送：各防汛责任单位。\n三门峡市人民政府办公室2026年3月2日印发\n";
    private string _item = "";

    public async Task BeginAsync()
    {
        await using var window = await browser.OpenWindowAsync(Width.Desk);
        await window.Page.GotoAsync("/account/sign-in");
        await album.TakeAsync(window.Page, "sign-in", window.Page.Locator("h1"), window.Page.Locator("main form"));
    }

    public async Task ImportAsync(HandbookPerson editor)
    {
        await editor.GoAsync("/console/content/new/OfficialDocument");
        await editor.Page.GetByText("从 Word、文本或者 Markdown 文件读入", new() { Exact = true }).ClickAsync();
        await editor.Page.GetByLabel("文件", new() { Exact = true }).SetInputFilesAsync(File("防汛值守.txt", "text/plain", Printed));
        await editor.PressAsync("读入文件");
        await editor.TakeAsync("import", editor.Main.Locator(".govuk-inset-text").First);
    }

    public async Task DigitiseAsync(HandbookPerson editor)
    {
        await browser.Host.InScopeAsync(services => services.GetRequiredService<GazetteImporter>()
            .ImportAsync(Encoding.UTF8.GetBytes(DigitisedIssue.Of(2)), new ImportOptions()));
        await editor.GoAsync("/console/gazettes/2023/2");
        await editor.PressAsync("打开数字化工作台");
        var document = await editor.Page.Locator(".workbench__documents a").First.GetAttributeAsync("href");
        await editor.GoAsync("/console/gazettes/2023/2/workbench" + document);
        await editor.GoAsync("/console/gazettes/2023/2/workbench/corrections");
    }

    public async Task WriteAsync(HandbookPerson editor)
    {
        await editor.GoAsync("/account/two-factor");
        await editor.GoAsync("/console/content/new/PolicyInterpretation");
        await editor.GoAsync("/console/content");
        await editor.PressAsync("新建内容");
        await editor.Page.GetByLabel("通知公告", new() { Exact = true }).CheckAsync();
        await editor.TakePageAsync("new-type");

        await editor.PressAsync("开始填写");
        await editor.Page.Locator("[name='TitlePart.Title']").FillAsync("关于建设路以东停水的通知");
        await editor.Page.Locator(".markdown-editor__text").FillAsync(Body);
        await Assertions.Expect(editor.Page.Locator("[data-preview-text]")).ToContainTextAsync("请提前储水");
        await editor.TakeAsync("editor", editor.Page.Locator(".markdown-editor"));
        var files = editor.Page.Locator("[data-file-input]").Last;
        await files.Locator("input[type=file]").SetInputFilesAsync(File("停水路段.csv", "text/csv", "路段,时间\n建设路以东,8时至18时\n"));
        await files.Locator("[data-text]").FillAsync("停水路段一览表");
        // Not the file field itself: its button speaks the language of the machine that takes the picture.
        await editor.TakeAsync("attachments", files.Locator("legend"), files.Locator("[data-file-list]"));

        await editor.PressAsync("保存并送保密审查");
        await editor.TakeAsync("missing", editor.Page.Locator(".govuk-error-summary"));
        await editor.Page.Locator("[name='DisclosureRecordPart.Category']").SelectOptionAsync("20-12");
        await editor.Page.Locator("[name='DisclosureRecordPart.Abstract']").FillAsync("建设路以东3月9日停水，请提前储水。");
        await editor.PressAsync("保存草稿");
        _item = new Uri(editor.Page.Url).AbsolutePath.Replace("/edit", "", StringComparison.Ordinal);
    }

    public async Task PrintAsync(HandbookPerson publisher)
    {
        const string Issue = "/gazettes/2019/6";
        await browser.Host.MakeEditionsAsync();
        await publisher.GoAsync(Issue);
        await publisher.GoAsync("/console/gazettes");
        await publisher.GoAsync("/console" + Issue);
        await publisher.GoAsync("/console" + Issue + "/edition");
    }

    public async Task EditTogetherAsync(HandbookPerson editor)
    {
        await using var other = await HandbookPerson.SignInAsync(browser, album, Roles.Editor, "另一位编辑");
        await other.GoAsync(_item + "/edit");
        await editor.GoAsync(_item + "/edit");
        await ReplaceAsync(editor, "8时至18时", "7时至18时");
        await editor.PressAsync("保存草稿");
        await ReplaceAsync(other, "8时至18时", "8时至20时");
        await other.PressAsync("保存草稿");
        await other.TakeAsync("conflict", other.Page.Locator("#conflict"));
    }

    public async Task CompareAsync(HandbookPerson editor)
    {
        await editor.GoAsync(_item + "/versions");
        await editor.TakeAsync("versions", editor.Page.Locator("#compare"));
        await editor.PressAsync("比较选中的两版");
        await editor.TakePageAsync("compare");
    }

    public async Task ShowAsync(HandbookPerson editor)
    {
        await editor.GoAsync(_item);
        await editor.TakeAsync("item", editor.Page.Locator("h1"), editor.Page.Locator("#decide"));
        await editor.PressAsync("生成预览链接");
        await editor.TakeAsync("preview-link", editor.Page.Locator("#previews"), editor.Page.Locator("#previews ~ .scroll-region").First);
    }

    public async Task ReviewAsync(HandbookPerson editor, HandbookPerson reviewer)
    {
        await editor.GoAsync(_item);
        await editor.PressAsync("送保密审查");
        await reviewer.GoAsync("/console");
        await reviewer.TakeAsync("console", reviewer.Page.Locator(".console-bar"), reviewer.Page.Locator(".console-frame"));
        await reviewer.GoAsync(_item);
        await reviewer.PressAsync("预览全文");
        await reviewer.GoAsync(_item);
        await reviewer.Page.Locator("[name='Decision.Comment']").FillAsync("经审查，不涉及国家秘密、工作秘密、商业秘密和个人隐私，可以公开。");
        await reviewer.TakeAsync("review", reviewer.Page.Locator("#decide"));
        await reviewer.PressAsync("审查通过，可以公开");
    }

    public async Task ApproveAsync(HandbookPerson publisher)
    {
        await publisher.GoAsync("/console");
        await publisher.GoAsync(_item);
        await publisher.TakeAsync("approve", publisher.Page.Locator("#decide"));
        await publisher.Page.Locator("[name='Schedule.Date']").FillAsync("2026-03-05");
        await publisher.Page.Locator("[name='Schedule.Time']").FillAsync("09:00");
        await publisher.PressAsync("批准，定时发布");
        await publisher.Page.Locator("[name='Decision.Comment']").FillAsync("情况有变，提前发布。");
        await publisher.PressAsync("取消定时发布");
        await publisher.PressAsync("批准并立即发布");
        await publisher.TakeAsync("history", publisher.Page.Locator("#history"), publisher.Main.Locator(".timeline__step").Nth(4));
    }

    public async Task CorrectAndWithdrawAsync(HandbookPerson editor, HandbookPerson publisher)
    {
        await editor.GoAsync(_item + "/edit");
        await ReplaceAsync(editor, "放一会儿就清", "放几分钟就清");
        await editor.PressAsync("保存草稿");
        await editor.GoAsync(_item);
        await publisher.GoAsync(_item);
        await publisher.PressAsync("公开页面");
        var address = new Uri(publisher.Page.Url).AbsolutePath;
        await publisher.GoAsync(_item);
        await publisher.Page.Locator("[name='Withdrawal.Comment']").FillAsync("改造工程延期，停水时间另行通知。");
        await publisher.PressAsync("撤下");
        // Whoever saw it a moment ago may see it from the browser's cache for another minute.
        await editor.GoAsync(address);
        await Assertions.Expect(editor.Page.Locator("h1")).ToHaveTextAsync("内容已撤下");
        await editor.TakePageAsync("withdrawn");
    }

    public async Task UploadAsync(HandbookPerson editor)
    {
        await editor.GoAsync("/console/files");
        var form = editor.Page.Locator("[data-file-upload]");
        await form.Locator("input[type=file]").SetInputFilesAsync([File("工地全景.png", "image/png", SampleFiles.Png(900, 600)), File("清单.pdf", "application/pdf", "")]);
        await editor.PressInPlaceAsync("上传");
        await Assertions.Expect(editor.Page.Locator("[data-file-library]")).ToContainTextAsync("工地全景.png");
        await editor.TakeAsync("upload", form.Locator("[data-upload-button]"), form.Locator("[data-file-progress]"));
        await editor.OpenFirstAsync("[data-file-progress] a");
    }

    public async Task ListAsync(HandbookPerson editor, HandbookPerson reviewer)
    {
        await editor.GoAsync("/console/content/new/Notice");
        await editor.Page.Locator("[name='TitlePart.Title']").FillAsync("关于恢复供水的通知");
        await Assertions.Expect(editor.Page.Locator("[data-autosave-time]")).ToContainTextAsync("已自动保存");
        await editor.GoAsync("/console/content/new/Notice");
        await editor.PressAsync("继续编辑");
        await editor.PressAsync("保存草稿");
        await editor.GoAsync("/console/content?q=水的通知");
        await editor.TakePageAsync("list");
        await reviewer.GoAsync("/console/content");
    }

    public async Task ArrangeSiteAsync(HandbookPerson publisher)
    {
        await publisher.GoAsync("/console/columns");
        await publisher.TakeAsync("columns", publisher.Page.Locator("h1"), publisher.Main.Locator("tbody tr").Nth(5));
        await publisher.OpenFirstAsync("main tbody th a");
        await publisher.GoAsync("/console/columns/edit");
        await publisher.GoAsync("/console/navigation");
        await publisher.OpenFirstAsync("main tbody th a");
        await publisher.GoAsync("/console/taxonomies");
        await publisher.OpenFirstAsync("main tbody th a");
        await publisher.OpenFirstAsync("main tbody th a");
    }

    public async Task ExportAsync()
    {
        await using var administrator = await HandbookPerson.SignInAsync(browser, album, Roles.Administrator, "系统管理员");
        await administrator.GoAsync("/console/recipes");
        await administrator.Page.GetByLabel("类型", new() { Exact = true }).SelectOptionAsync("Notice");
        await administrator.PressAsync("导出");
        await Assertions.Expect(administrator.Main).ToContainTextAsync("已完成");
        await administrator.TakePageAsync("work");
    }

    private static async Task ReplaceAsync(HandbookPerson person, string before, string after)
    {
        var text = person.Page.Locator(".markdown-editor__text");
        await text.FillAsync((await text.InputValueAsync()).Replace(before, after, StringComparison.Ordinal));
    }

    private static FilePayload File(string name, string type, string text) => File(name, type, Encoding.UTF8.GetBytes(text));

    private static FilePayload File(string name, string type, byte[] content) => new() { Name = name, MimeType = type, Buffer = content };
}

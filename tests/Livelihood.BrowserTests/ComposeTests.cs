using Livelihood.BrowserTests.Fixtures;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>Composing an issue: from its beginning without scripts on a phone, and ordering by keyboard and by dragging.</summary>
public sealed class ComposeTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private static int _number = 40;

    [Fact]
    public async Task On_a_phone_without_scripts()
    {
        await WriteAsync("没有脚本也能排的公告");
        await using var window = await OpenAsync(Width.Phone, Scripts.Off);
        await window.OpenAsync("/console/gazettes");
        await window.FollowAsync(window.Page.GetByRole(AriaRole.Button, new() { Name = "编排新的一期" }), "new");
        await window.Page.Locator("[name='Form.Number']").FillAsync("");
        await window.FollowAsync(Button(window, "新建这一期"), "refused");
        await window.Page.Locator("[name='Form.Number']").FillAsync(Next());
        await window.FollowAsync(Button(window, "新建这一期"), "begun");
        foreach (var name in new[] { "市政府文件", "公告" })
        {
            await window.Page.Locator("#new-section").FillAsync(name);
            await window.FollowAsync(Button(window, "添加"), "section-" + name.Length);
        }

        await window.FollowAsync(window.Page.GetByRole(AriaRole.Link, new() { Name = "添加文件" }).First, "documents");
        await window.Page.Locator("#state").SelectOptionAsync("public");
        await window.Page.Locator("#q").FillAsync("没有脚本也能排");
        await window.FollowAsync(Button(window, "查找"), "found");
        await window.Page.GetByLabel("没有脚本也能排的公告").CheckAsync();
        await window.FollowAsync(Button(window, "加入选中的文件"), "added");
        await window.FollowAsync(window.Page.GetByRole(AriaRole.Link, new() { Name = "回到编排" }), "composition");
        await window.FollowAsync(window.Page.Locator("#entry-0-0-down"), "moved");
        Assert.Contains("没有脚本", await window.Page.Locator("#section-1").InnerTextAsync());
        Assert.Contains("现在是“公告”的第1篇，共1篇", await window.Page.Locator("#compose-said").InnerTextAsync());
        await window.FollowAsync(window.Page.GetByRole(AriaRole.Link, new() { Name = "清样" }), "proof");
    }

    [Fact]
    public async Task By_keyboard_alone()
    {
        await using var window = await OpenAsync(Width.Desk, Scripts.On);
        await window.OpenAsync(await ComposedAsync());
        await window.Page.Locator("#entry-0-2-handle").FocusAsync();
        await window.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(window.Page.Locator("#compose-live")).ToContainTextAsync("“丙公告”现在是“甲栏”的第2篇，共3篇");
        await Assertions.Expect(window.Page.Locator("#entry-0-1-up")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(window.Page.Locator("#entry-0-0-up")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Alt+Shift+ArrowDown");
        await Assertions.Expect(window.Page.Locator("#compose-live")).ToContainTextAsync("“丙公告”现在是“乙栏”的第1篇");
        await Assertions.Expect(window.Page.Locator("#entry-1-0-handle")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(window.Page.Locator("#compose-live")).ToContainTextAsync("已撤销");
        Assert.Equal(["丙公告", "甲公告", "乙公告"], await TitlesAsync(window));
        await window.CheckAsync("ordered");
    }

    [Fact]
    public async Task By_dragging()
    {
        await using var window = await OpenAsync(Width.Desk, Scripts.On);
        await window.OpenAsync(await ComposedAsync());
        await window.Page.Locator("#entry-0-2-handle").ScrollIntoViewIfNeededAsync();
        var handle = (await window.Page.Locator("#entry-0-2-handle").BoundingBoxAsync())!;
        var target = (await window.Page.Locator("#entry-0-0").BoundingBoxAsync())!;
        await window.Page.Mouse.MoveAsync(handle.X + 10, handle.Y + 10);
        await window.Page.Mouse.DownAsync();
        await window.Page.Mouse.MoveAsync(target.X + 20, target.Y + 40, new() { Steps = 5 });
        await window.Page.Mouse.MoveAsync(target.X + 20, target.Y + 4, new() { Steps = 5 });
        await window.Page.Mouse.UpAsync();

        await Assertions.Expect(window.Page.Locator("#compose-live")).ToContainTextAsync("“丙公告”现在是“甲栏”的第1篇");
        Assert.Equal(["丙公告", "甲公告", "乙公告"], await TitlesAsync(window));
        await window.CheckAsync("dragged");
    }

    private static string Next() => Interlocked.Increment(ref _number).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<string>> TitlesAsync(BrowserWindow window) => await window.Page.Locator("#section-0 .compose-entry__title").AllInnerTextsAsync();

    private static ILocator Button(BrowserWindow window, string name) => window.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task<BrowserWindow> OpenAsync(Width width, Scripts scripts)
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Editor);
        var window = await browser.OpenWindowAsync(width, scripts);
        await window.Page.GotoAsync("/account/sign-in");
        await window.Page.Locator("[name=UserName]").FillAsync(account.UserName);
        await window.Page.Locator("[name=Password]").FillAsync(account.Password);
        await window.Page.Locator("main form button").ClickAsync();
        await window.Page.WaitForURLAsync("**/console");
        return window;
    }

    private Task<string> WriteAsync(string title) => browser.Host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        var made = await store.CreateAsync(new("Notice", StaffAccounts.DefaultAgency, new(
            new TitlePart(title), new MarkdownBodyPart("正文一段。"), new DisclosureRecordPart { Category = "20-1", Abstract = "说明。" })));
        await store.PublishAsync(made.ItemId);
        return made.ItemId;
    });

    private async Task<string> ComposedAsync()
    {
        var entries = new List<GazetteEntry>();
        foreach (var title in new[] { "甲公告", "乙公告", "丙公告" })
        {
            entries.Add(new(await WriteAsync(title), title, null));
        }

        var issue = new GazetteIssuePart
        {
            Gazette = "云岭市人民政府公报", Year = 2026, Number = int.Parse(Next(), System.Globalization.CultureInfo.InvariantCulture), PublishedOn = new(2026, 6, 30), Composed = true,
            Sections = [new("甲栏", entries), new("乙栏", [])],
        };
        var path = GazetteIssuePart.PathOf(issue.Year, issue.Number);
        await browser.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().CreateAsync(new("GazetteIssue", StaffAccounts.DefaultAgency, new(
            new TitlePart(issue.Gazette + issue.Citation()), new AutoroutePart(path.TrimStart('/')), issue))));
        return $"/console{path}/compose";
    }
}

using Livelihood.BrowserTests.Fixtures;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>The console's pages of one item: its steps, its versions, their comparison, previews.</summary>
public sealed class DeskTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Older = "## 一、受理\n\n受理时间为5个工作日。\n\n申请人应当提交材料。\n\n窗口设在一楼。\n\n联系电话见下。\n\n特此通知。";
    private const string Newer = "## 一、受理\n\n受理时限为15个工作日，从收到材料之日起计算。\n\n申请人应当提交材料。\n\n窗口设在一楼。\n\n联系电话见下。\n\n可以网上办理。\n\n特此通知。";

    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task A_draft_goes_its_way_and_its_versions_are_compared(Width width, Scripts scripts)
    {
        var id = await WriteAsync();
        var item = "/console/content/" + id;
        await using var editor = await OpenAsync(Roles.Editor, width, scripts);
        await editor.OpenAsync(item);
        await editor.FollowAsync(Button(editor, "送保密审查"), "sent");
        await using var reviewer = await OpenAsync(Roles.Reviewer, width, scripts);
        await reviewer.OpenAsync(item);
        await reviewer.Page.GetByRole(AriaRole.Link, new() { Name = "预览全文" }).ClickAsync();
        await reviewer.CheckAsync("preview");
        await reviewer.Page.GotoAsync(item);
        await reviewer.FollowAsync(Button(reviewer, "审查通过，可以公开"), "opinion-missing");
        await reviewer.Page.Locator("[name='Decision.Comment']").FillAsync("不涉及国家秘密，可以公开。");
        await reviewer.FollowAsync(Button(reviewer, "审查通过，可以公开"), "cleared");
        await using var publisher = await OpenAsync(Roles.Publisher, width, scripts);
        await publisher.OpenAsync(item);
        await publisher.FollowAsync(publisher.Page.GetByRole(AriaRole.Button, new() { Name = "批准并立即发布" }), "published");

        await editor.OpenAsync(item + "/versions");
        await editor.FollowAsync(Button(editor, "比较选中的两版"), "compared");
        Assert.Contains("限", await editor.Page.Locator("[aria-label=正文] ins").First.InnerTextAsync());
        await editor.FollowAsync(editor.Page.GetByRole(AriaRole.Link, new() { Name = "左右对照" }), "side-by-side");
        await editor.OpenAsync(item);
        await editor.FollowAsync(Button(editor, "生成预览链接"), "link");
        await editor.FollowAsync(editor.Page.Locator(".preview-address a"), "by-link");
    }

    [Fact]
    public async Task What_was_typed_survives_a_closed_window()
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Editor);
        await using (var window = await OpenAsync(account, Width.Desk, Scripts.On))
        {
            await window.OpenAsync("/console/content/new/Notice");
            await window.Page.Locator("[name='TitlePart.Title']").FillAsync("停电以前写的通知");
            await Assertions.Expect(window.Page.Locator("[data-autosave-time]")).ToContainTextAsync("已自动保存");
            await window.CheckAsync("kept");
        }

        await using var next = await OpenAsync(account, Width.Phone, Scripts.On);
        await next.OpenAsync("/console/content/new/Notice");
        await next.FollowAsync(next.Page.GetByRole(AriaRole.Button, new() { Name = "继续编辑" }), "restored");
        Assert.Equal("停电以前写的通知", await next.Page.Locator("[name='TitlePart.Title']").InputValueAsync());
    }

    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task Second_editor_sees_the_others_change(Width width, Scripts scripts)
    {
        var id = await WriteAsync();
        await using var editor = await OpenAsync(Roles.Editor, width, scripts);
        await editor.OpenAsync($"/console/content/{id}/edit");
        await browser.Host.InScopeAsync(async services =>
        {
            var store = services.GetRequiredService<IContentStore>();
            await store.SaveAsync(id, (await store.LatestAsync(id))!.Item.Revision, Data("办理须知", Newer.Replace("一楼", "二楼", StringComparison.Ordinal)));
        });
        await editor.Page.Locator("[name='MarkdownBodyPart.Markdown']").FillAsync(Newer.Replace("一楼", "三楼", StringComparison.Ordinal));
        await editor.FollowAsync(editor.Page.Locator("button[name=then][value=save]"), "conflict");
        await editor.Page.GetByLabel("用对方的").CheckAsync();
        await editor.FollowAsync(Button(editor, "合并并保存"), "merged");
        Assert.Contains("二楼", await editor.Page.Locator("[name='MarkdownBodyPart.Markdown']").InputValueAsync());
    }

    private static ILocator Button(BrowserWindow window, string name) => window.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task<BrowserWindow> OpenAsync(string role, Width width, Scripts scripts) =>
        await OpenAsync(await browser.Host.CreateStaffAsync(role), width, scripts);

    private async Task<BrowserWindow> OpenAsync(StaffAccount account, Width width, Scripts scripts)
    {
        var window = await browser.OpenWindowAsync(width, scripts);
        await window.Page.GotoAsync("/account/sign-in");
        await window.Page.Locator("[name=UserName]").FillAsync(account.UserName);
        await window.Page.Locator("[name=Password]").FillAsync(account.Password);
        await window.Page.Locator("main form button").ClickAsync();
        await window.Page.WaitForURLAsync("**/console");
        return window;
    }

    private Task<string> WriteAsync() => browser.Host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        var made = await store.CreateAsync(new("Notice", StaffAccounts.DefaultAgency, Data("办理须知", Older)));
        await store.SaveAsync(made.ItemId, made.Item.Revision, Data("办理须知（修订）", Newer));
        return made.ItemId;
    });

    private static ContentData Data(string title, string body) =>
        new(new TitlePart(title), new MarkdownBodyPart(body), new DisclosureRecordPart { Category = "20-1", Abstract = "办理的时间、材料和窗口。" });
}

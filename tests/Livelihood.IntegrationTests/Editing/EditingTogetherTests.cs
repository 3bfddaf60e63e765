using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Livelihood.Content.Editing.Autosaving;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Editing;

/// <summary>Two editors at once, and what is typed but not saved: nothing is lost.</summary>
public abstract class EditingTogetherTests(PortalFixture portal)
{
    private const string Body = "第一段。\n\n第二段。\n\n第三段。";

    [Fact]
    public async Task SecondEditor_SeesTheOthersChange_AndMergesBoth()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("两人同改", Body);
        using var second = await portal.Host.SignInAsync(Roles.Editor);
        var form = await second.GetPageAsync(Edit(item));
        await desk.SaveAsync(item.ItemId, "两人同改", Body.Replace("第一段", "对方改的第一段", StringComparison.Ordinal));

        var conflict = await form.SubmitAsync("main form[data-item-form]", Text(Body.Replace("第三段", "我改的第三段", StringComparison.Ordinal)), "button[name=then][value=save]", HttpStatusCode.Conflict);
        Assert.Contains("测试editor", conflict.Find("#conflict").TextContent);
        Assert.Contains("对方改的", string.Concat(conflict.TextsOf("#conflict ins")));
        Assert.Contains("我改的第三段", ((IHtmlTextAreaElement)conflict.Find("[name='MarkdownBodyPart.Markdown']")).Value);
        Assert.Contains("可以自动合并", conflict.Find("#conflict").TextContent);
        await conflict.SubmitAsync("main form[data-item-form]", button: "button[name=merge]");

        var latest = await LatestAsync(item.ItemId);
        Assert.Equal(3, latest.Number);
        Assert.Equal("对方改的第一段。\n\n第二段。\n\n我改的第三段。", latest.Part<MarkdownBodyPart>()!.Markdown);
    }

    [Fact]
    public async Task SameParagraph_IsChosen_AndWithoutAChoiceNothingIsSaved()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("同一段", Body);
        var form = await desk.Editor.GetPageAsync(Edit(item));
        await desk.SaveAsync(item.ItemId, "对方的标题", Body.Replace("第二段", "对方的", StringComparison.Ordinal));

        var conflict = await form.SubmitAsync("main form[data-item-form]", Text(Body.Replace("第二段", "我的", StringComparison.Ordinal)), "button[name=then][value=save]", HttpStatusCode.Conflict);
        conflict = await conflict.SubmitAsync("main form[data-item-form]", button: "button[name=merge]", expected: HttpStatusCode.Conflict);
        Assert.Contains("请选择保留谁的", conflict.Find(".govuk-error-summary").TextContent);
        Assert.Equal(2, (await LatestAsync(item.ItemId)).Number);

        // Meanwhile the other saves once more: shown again, with the same beginning.
        await desk.SaveAsync(item.ItemId, "对方的标题", Body.Replace("第二段", "对方再改的", StringComparison.Ordinal));
        var both = new Dictionary<string, string> { ["Merge.MarkdownBodyPart.Markdown.0"] = "Both" };
        conflict = await conflict.SubmitAsync("main form[data-item-form]", both, "button[name=merge]", HttpStatusCode.Conflict);
        Assert.Contains("对方再改的", conflict.Find("#conflict").TextContent);
        await conflict.SubmitAsync("main form[data-item-form]", both, "button[name=merge]");

        var latest = await LatestAsync(item.ItemId);
        Assert.Equal("第一段。\n\n对方再改的。\n\n我的。\n\n第三段。", latest.Part<MarkdownBodyPart>()!.Markdown);
        Assert.Equal("对方的标题", latest.DisplayText);
    }

    [Fact]
    public async Task WhatWasTyped_IsKeptAndOffered_AndGoneOnceItIsSaved()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("自动保存", Body);
        var form = await desk.Editor.GetPageAsync(Edit(item));
        Assert.Equal(HttpStatusCode.OK, await KeepAsync(desk.Editor, form, "打了一半的标题"));
        using var elsewhere = await portal.Host.SignInAsync(desk.Author);

        var offer = await elsewhere.GetPageAsync(Edit(item));
        Assert.Equal("自动保存", offer.Find("[name='TitlePart.Title']").GetAttribute("value"));
        var restored = await offer.FollowAsync(".autosave-offer a");
        Assert.Equal("打了一半的标题", restored.Find("[name='TitlePart.Title']").GetAttribute("value"));
        Assert.Contains("还没有保存为草稿", restored.Find("[role=alert]").TextContent);
        await restored.SubmitAsync("main form[data-item-form]", button: "button[name=then][value=save]");

        Assert.Equal("打了一半的标题", (await LatestAsync(item.ItemId)).DisplayText);
        Assert.Null((await desk.Editor.GetPageAsync(Edit(item))).Document.QuerySelector(".autosave-offer"));
    }

    [Fact]
    public async Task WhatWasKept_CanBeGivenUp_AndIsNobodyElses()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("放弃自动保存", Body);
        await KeepAsync(desk.Editor, await desk.Editor.GetPageAsync(Edit(item)), "不要了");
        using var colleague = await portal.Host.SignInAsync(Roles.Editor);
        Assert.Null((await colleague.GetPageAsync(Edit(item))).Document.QuerySelector(".autosave-offer"));
        Assert.DoesNotContain("不要了", (await colleague.GetPageAsync(Edit(item) + "?autosaved=" + AutosaveKey.Of(item.ItemId))).Html);

        var page = await (await desk.Editor.GetPageAsync(Edit(item))).SubmitAsync(".autosave-offer form");

        Assert.Equal(Edit(item), page.Address.AbsolutePath);
        Assert.Null(page.Document.QuerySelector(".autosave-offer"));
        using var other = await portal.Host.SignInAsync(Roles.Editor, "SMX-JYJ");
        var foreign = await other.GetPageAsync("/console/content/new/Notice");
        foreign.Find("[data-autosave-key]").SetAttribute("value", AutosaveKey.Of(item.ItemId));
        Assert.Equal(HttpStatusCode.NotFound, await KeepAsync(other, foreign, "别的机关"));
    }

    [Fact]
    public async Task NewItem_IsKeptBeforeItExists()
    {
        using var desk = await Desk.OpenAsync(portal);
        var form = await desk.Editor.GetPageAsync("/console/content/new/Notice");
        Assert.Equal(HttpStatusCode.OK, await KeepAsync(desk.Editor, form, "还没有建的通知"));

        var restored = await (await desk.Editor.GetPageAsync("/console/content/new/Notice")).FollowAsync(".autosave-offer a");
        Assert.Equal("还没有建的通知", restored.Find("[name='TitlePart.Title']").GetAttribute("value"));
        Assert.Equal(form.Find("[data-autosave-key]").GetAttribute("value"), restored.Find("[data-autosave-key]").GetAttribute("value"));
        await restored.SubmitAsync("main form[data-item-form]", button: "button[name=then][value=save]");

        Assert.Null((await desk.Editor.GetPageAsync("/console/content/new/Notice")).Document.QuerySelector(".autosave-offer"));
    }

    [Fact]
    public async Task WhatNobodyComesBackFor_IsForgottenAfterThirtyDays()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("三十天", Body);
        await KeepAsync(desk.Editor, await desk.Editor.GetPageAsync(Edit(item)), "忘记了");

        portal.Clock.Advance(Autosaves.Lifetime + TimeSpan.FromHours(1));
        await portal.Host.InScopeAsync(services => services.GetRequiredService<Autosaves>().ForgetAsync());

        Assert.False(await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<Autosave>().AnyAsync()));
    }

    [Fact]
    public async Task SessionThatEnded_KeepsTheTextOfANewItem()
    {
        using var desk = await Desk.OpenAsync(portal);
        var form = await desk.Editor.GetPageAsync("/console/content/new/Notice");
        await (await desk.Editor.GetPageAsync("/console")).SubmitAsync("form[action$=sign-out]");

        var signIn = await form.SubmitAsync("main form[data-item-form]", new Dictionary<string, string> { ["TitlePart.Title"] = "登录断了", ["MarkdownBodyPart.Markdown"] = "写了很久的\n正文。" }, "button[name=then][value=save]");
        var back = await signIn.SubmitAsync("main form", new Dictionary<string, string> { ["UserName"] = desk.Author.UserName, ["Password"] = desk.Author.Password });

        Assert.Equal("/console/content/new/Notice", back.Address.AbsolutePath);
        Assert.Equal("写了很久的\n正文。", ((IHtmlTextAreaElement)back.Find("[name='MarkdownBodyPart.Markdown']")).Value);
        var saved = await back.SubmitAsync("main form[data-item-form]", button: "button[name=then][value=save]");
        Assert.Equal("登录断了", saved.Find("h1").TextContent);
    }

    private static string Edit(ContentVersion item) => $"/console/content/{item.ItemId}/edit";

    private static Dictionary<string, string> Text(string body) => new() { ["MarkdownBodyPart.Markdown"] = body };

    // As the script does: the form's own fields, its token among them.
    private static async Task<HttpStatusCode> KeepAsync(PortalVisitor visitor, PortalPage page, string title)
    {
        var form = (IHtmlFormElement)page.Find("main form[data-item-form]");
        ((IHtmlInputElement)page.Find("[name='TitlePart.Title']")).Value = title;
        var key = page.Find("[data-autosave-key]").GetAttribute("value")!;
        form.Action = page.Find("[data-autosave]").GetAttribute("data-autosave")!.Replace("KEY", key, StringComparison.Ordinal);
        var request = form.GetSubmission()!;
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(request.Target.Href)) { Content = new StreamContent(request.Body) };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.MimeType!);
        message.Headers.Add("X-Requested-With", "XMLHttpRequest");
        using var answer = await visitor.SendRawAsync(message);
        return answer.StatusCode;
    }

    private async Task<ContentVersion> LatestAsync(string itemId) =>
        (await portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().LatestAsync(itemId)))!;
}

[Trait("Database", "SQLite")]
public sealed class EditingTogetherTestsOnSqlite(SqlitePortal portal) : EditingTogetherTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class EditingTogetherTestsOnPostgres(PostgresPortal portal) : EditingTogetherTests(portal), IClassFixture<PostgresPortal>;

using System.Net;
using AngleSharp.Html.Dom;
using Livelihood.Content.Editing.Previews;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Media;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Editing;

/// <summary>The secret preview link: made, opened, ended by hand and by time.</summary>
public abstract class PreviewLinkTests(PortalFixture portal)
{
    [Fact]
    public async Task Link_ShowsItsVersionToAnybody_UntilItIsEnded()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("给人看的草稿", "第一版的正文。");
        var (page, address) = await MakeAsync(desk.Editor, draft.ItemId, "3");
        await desk.SaveAsync(draft.ItemId, "给人看的草稿", "第二版的正文。");

        var preview = await portal.NewVisitor().GetPageAsync(address);
        Assert.Equal("第一版的正文。", preview.Find(".document__body p").TextContent);
        Assert.Contains("预览，未公开", preview.Find(".preview-banner").TextContent);
        Assert.Equal("no-referrer", Assert.Single(preview.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("noindex", Assert.Single(preview.Headers.GetValues("X-Robots-Tag")));
        Assert.True(preview.Headers.CacheControl!.NoStore);
        Assert.Equal("same-origin", Assert.Single((await portal.NewVisitor().GetPageAsync("/")).Headers.GetValues("Referrer-Policy")));

        page = await desk.Reviewer.GetPageAsync(page.Address.AbsolutePath);
        Assert.DoesNotContain(address, page.Html);
        Assert.DoesNotContain("没有打开过", page.VisibleText);
        page = await page.SubmitAsync("form[action*='handler=End']");
        Assert.Contains("预览链接已停用", page.VisibleText);
        var gone = await portal.NewVisitor().GetPageAsync(address, HttpStatusCode.Gone);
        Assert.Contains("已经到期，或者被停用", gone.VisibleText);
        Assert.DoesNotContain("给人看的草稿", gone.Html);

        Assert.Equal(["停用预览链接", "保存", "生成预览链接", "新建"], page.TextsOf(".timeline__title"));
        Assert.Equal(2, await QueryAsync(db => db.Set<AuditEntry>().CountAsync(a => a.SubjectId == draft.ItemId && a.Action.StartsWith("content.preview-"))));
    }

    [Fact]
    public async Task Link_EndsWhenItsDaysAreOver_AndOnlyAHashOfItIsStored()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("到期的预览");
        var (_, address) = await MakeAsync(desk.Editor, draft.ItemId, "1");
        var token = address.Split('/')[^1];
        Assert.Equal(PreviewLinks.TokenLength, token.Length);
        Assert.NotEqual(token, (await QueryAsync(db => db.Set<PreviewLink>().SingleAsync(l => l.ItemId == draft.ItemId))).TokenHash);
        await portal.NewVisitor().GetPageAsync(address);

        portal.Clock.Advance(TimeSpan.FromHours(25));

        await portal.NewVisitor().GetPageAsync(address, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task UnknownLinks_AreNotFound_AndOthersCannotMakeThem()
    {
        await portal.NewVisitor().GetPageAsync("/preview/" + new string('A', PreviewLinks.TokenLength), HttpStatusCode.NotFound);
        await portal.NewVisitor().GetPageAsync("/preview/short", HttpStatusCode.NotFound);

        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("别人不能生成");
        var page = await desk.Editor.GetPageAsync("/console/content/" + draft.ItemId);
        await page.SubmitAsync("#make-preview", expected: HttpStatusCode.OK);
        using var other = await portal.Host.SignInAsync(Roles.Editor, "SMX-JYJ");
        var own = await Desk.OpenAsync(portal, "SMX-JYJ");
        var theirs = await own.WriteAsync("自己机关的", agency: "SMX-JYJ");
        var form = await other.GetPageAsync("/console/content/" + theirs.ItemId);
        ((IHtmlFormElement)form.Find("#make-preview")).Action = $"/console/content/{draft.ItemId}/preview-links";
        await form.SubmitAsync("#make-preview", expected: HttpStatusCode.NotFound);

        form = await other.GetPageAsync("/console/content/" + theirs.ItemId);
        form.Find("#preview-days option").SetAttribute("value", "3650");
        await form.SubmitAsync("#make-preview", expected: HttpStatusCode.BadRequest);
        own.Dispose();
    }

    [Fact]
    public async Task FilesOfTheVersion_OpenWithThePreview_AndCloseWithIt()
    {
        using var desk = await Desk.OpenAsync(portal);
        var file = await new Shelf(portal.Host, portal.DataFolder).TakeAsync("草稿附件.txt", "附件的内容。"u8.ToArray());
        var draft = await desk.WriteAsync("带附件的草稿", $"见[附件](/media/{file.Path})。");
        var (page, address) = await MakeAsync(desk.Editor, draft.ItemId, "1");
        using var reader = portal.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/media/" + file.Path)).StatusCode);

        await reader.GetPageAsync(address);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/media/" + file.Path)).StatusCode);
        using var stranger = portal.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/media/" + file.Path)).StatusCode);

        await page.SubmitAsync("form[action*='handler=End']");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/media/" + file.Path)).StatusCode);
    }

    private static async Task<(PortalPage Page, string Address)> MakeAsync(PortalVisitor who, string itemId, string days)
    {
        var page = await (await who.GetPageAsync("/console/content/" + itemId)).SubmitAsync("#make-preview", new Dictionary<string, string> { ["days"] = days });
        return (page, ((IHtmlAnchorElement)page.Find(".preview-address a")).Href);
    }

    private Task<T> QueryAsync<T>(Func<PortalDbContext, Task<T>> query) =>
        portal.Host.InScopeAsync(services => query(services.GetRequiredService<PortalDbContext>()));
}

[Trait("Database", "SQLite")]
public sealed class PreviewLinkTestsOnSqlite(SqlitePortal portal) : PreviewLinkTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class PreviewLinkTestsOnPostgres(PostgresPortal portal) : PreviewLinkTests(portal), IClassFixture<PostgresPortal>;

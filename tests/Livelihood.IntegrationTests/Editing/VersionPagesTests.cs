using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Editing;

/// <summary>The list of versions, the comparison of two, and restoring one.</summary>
public abstract class VersionPagesTests(PortalFixture portal)
{
    [Fact]
    public async Task Versions_AreListedWithTheirSteps_AndTwoAreCompared()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("受理办法", "受理时间为5个工作日。\n\n不变的一段。");
        await desk.PublishAsync(item.ItemId);
        await desk.SaveAsync(item.ItemId, "受理办法（修订）", "受理时限为15个工作日。\n\n不变的一段。");

        var list = await (await desk.Editor.GetPageAsync("/console/content/" + item.ItemId)).FollowAsync("main nav a[href$=versions]");
        Assert.Equal(["第2版", "第1版"], list.TextsOf("tbody th"));
        Assert.Contains("审查通过，可以公开；批准并立即发布", list.Find("#version-1").TextContent);
        var compared = await list.SubmitAsync("#compare");

        Assert.Contains("第1版与第2版比较", compared.Find("h1").TextContent);
        Assert.Equal(["标题", "正文"], compared.TextsOf(".difference__title"));
        Assert.Equal(["（删除：）间（删除完）", "（删除：）5（删除完）"], compared.TextsOf("[aria-label=正文] del"));
        Assert.Equal(["（新增：）限（新增完）", "（新增：）15（新增完）"], compared.TextsOf("[aria-label=正文] ins"));
        Assert.Contains("没有改动的：公开类别、公开属性、内容概述", compared.VisibleText);
        var side = await compared.FollowAsync("main nav a[href*='view=side']");
        Assert.Equal("受理时（删除：）间（删除完）为（删除：）5（删除完）个工作日。", side.Find("[aria-label=正文] .difference__line--old").TextContent);
    }

    [Fact]
    public async Task Comparison_WithoutNumbers_IsOfTheDraftWithWhatIsPublic()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("公开的");
        await desk.PublishAsync(item.ItemId);
        await desk.SaveAsync(item.ItemId, "改一次", "第一段。");
        await desk.SaveAsync(item.ItemId, "改两次", "第一段。");

        var compared = await desk.Reviewer.GetPageAsync($"/console/content/{item.ItemId}/compare");

        Assert.Contains("第1版与第3版比较", compared.Find("h1").TextContent);
    }

    [Fact]
    public async Task RestoredVersion_IsANewDraft_AndThePublicSeesWhatItSaw()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("最初的标题");
        await desk.PublishAsync(item.ItemId);
        await desk.SaveAsync(item.ItemId, "后来的标题", "后来的正文。");
        var list = await desk.Editor.GetPageAsync($"/console/content/{item.ItemId}/versions");

        list.Find("#restore").AppendChild(list.Find("button[form=restore][value='1']"));
        var page = await list.SubmitAsync("#restore");

        Assert.Contains("第1版已恢复为草稿，作为第3版", page.VisibleText);
        Assert.Equal("恢复第1版为草稿", page.TextsOf(".timeline__title")[0]);
        Assert.Equal("最初的标题", (await portal.NewVisitor().GetPageAsync(item.Item.Path)).Find("h1").TextContent);

        var stale = await list.SubmitAsync("#restore", expected: HttpStatusCode.Conflict);
        Assert.Contains("他人修改", stale.Find(".govuk-error-summary").TextContent);
    }

    [Fact]
    public async Task Restoring_IsForEditors()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("谁能恢复");
        await desk.SaveAsync(item.ItemId, "谁能恢复", "改过。");
        var list = await desk.Editor.GetPageAsync($"/console/content/{item.ItemId}/versions");
        var others = await desk.Reviewer.GetPageAsync($"/console/content/{item.ItemId}/versions");
        Assert.Empty(others.Document.QuerySelectorAll("button[form=restore]"));

        others.Find("#restore").AppendChild(list.Find("button[form=restore]"));
        Assert.Equal("/account/denied", (await others.SubmitAsync("#restore", expected: HttpStatusCode.Forbidden)).Address.AbsolutePath);
    }

    [Fact]
    public async Task WhatIsNotThere_OrOfAnotherAgency_IsNotFound()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("只有一版");
        await desk.Editor.GetPageAsync($"/console/content/{item.ItemId}/compare?from=1&to=9", HttpStatusCode.NotFound);
        Assert.Contains("两版内容相同", (await desk.Editor.GetPageAsync($"/console/content/{item.ItemId}/compare?from=1&to=1")).VisibleText);
        using var other = await portal.Host.SignInAsync(Roles.Editor, "SMX-JYJ");
        await other.GetPageAsync($"/console/content/{item.ItemId}/versions", HttpStatusCode.NotFound);
        await other.GetPageAsync($"/console/content/{item.ItemId}/compare", HttpStatusCode.NotFound);
    }
}

[Trait("Database", "SQLite")]
public sealed class VersionPagesTestsOnSqlite(SqlitePortal portal) : VersionPagesTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class VersionPagesTestsOnPostgres(PostgresPortal portal) : VersionPagesTests(portal), IClassFixture<PostgresPortal>;

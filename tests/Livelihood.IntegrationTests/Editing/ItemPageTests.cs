using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Editing;

/// <summary>The item's page in the console: every step by the people who may take it, and by others.</summary>
public abstract class ItemPageTests(PortalFixture portal)
{
    private const string Opinion = "经审查，不涉及国家秘密，可以公开。";

    [Fact]
    public async Task WholeWay_IsGoneOnThePage_AndLeavesItsRecord()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("在工作台走完全程");
        var address = "/console/content/" + draft.ItemId;

        var sent = await Desk.StepAsync(desk.Editor, draft.ItemId, "Submit");
        Assert.Equal("待保密审查", sent.Find(".govuk-tag").TextContent);
        Assert.Contains("等待本机关的保密审查员审查", sent.VisibleText);

        var forgotten = await Desk.StepAsync(desk.Reviewer, draft.ItemId, "Clear");
        Assert.Contains("请填写“审查通过，可以公开”的意见", forgotten.Find("#decision-error").TextContent);
        var cleared = await Desk.StepAsync(desk.Reviewer, draft.ItemId, "Clear", Opinion);
        Assert.Contains("已办理：审查通过，可以公开。", cleared.VisibleText);

        await Desk.StepAsync(desk.Publisher, draft.ItemId, "Publish");
        Assert.Equal("在工作台走完全程", (await portal.NewVisitor().GetPageAsync(draft.Item.Path)).Find("h1").TextContent);

        var page = await desk.Editor.GetPageAsync(address);
        Assert.Equal(["批准并立即发布", "审查通过，可以公开", "送保密审查", "新建"], page.TextsOf(".timeline__title"));
        var record = string.Join('\n', page.TextsOf("#reviews ~ dl").Take(1));
        Assert.Contains("测试reviewer", record);
        Assert.Contains(Opinion, record);
        Assert.Contains("第1版“在工作台走完全程”", page.VisibleText);
        Assert.Equal(2, page.TextsOf(".govuk-summary-list__key").Count(k => k is "计划发布时间" or "实际发布时间"));
    }

    [Fact]
    public async Task Scheduling_TakesATimeInShanghai_AndRefusesOneThatIsPast()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("定时发布的通知");
        await Desk.StepAsync(desk.Editor, draft.ItemId, "Submit");
        await Desk.StepAsync(desk.Reviewer, draft.ItemId, "Clear", Opinion);
        var page = await desk.Publisher.GetPageAsync("/console/content/" + draft.ItemId);

        var empty = await page.SubmitAsync("#schedule");
        Assert.Contains("请填写发布日期", empty.Find("#schedule-date-error").TextContent);
        var past = await empty.SubmitAsync("#schedule", new Dictionary<string, string> { ["Schedule.Date"] = "2001-01-01", ["Schedule.Time"] = "09:30" });
        Assert.Contains("要晚于现在", past.Find(".govuk-error-summary").TextContent);
        Assert.Equal("2001-01-01", past.Find("#Schedule_Date").GetAttribute("value"));
        var scheduled = await past.SubmitAsync("#schedule", new Dictionary<string, string> { ["Schedule.Date"] = "2099-01-02", ["Schedule.Time"] = "09:30" });

        Assert.Equal("待定时发布", scheduled.Find(".govuk-tag").TextContent);
        Assert.Equal("2099-01-02T01:30:00Z", scheduled.Find(".govuk-summary-list time[datetime^='2099']").GetAttribute("datetime"));
        var cancelled = await Desk.StepAsync(desk.Publisher, draft.ItemId, "CancelSchedule", "时间有变。");
        Assert.Equal("待批准", cancelled.Find(".govuk-tag").TextContent);
    }

    [Fact]
    public async Task Withdrawal_AsksForAReason_AndCanHideTheTitle()
    {
        using var desk = await Desk.OpenAsync(portal);
        var item = await desk.WriteAsync("标题不该公开");
        await desk.PublishAsync(item.ItemId);
        var page = await desk.Publisher.GetPageAsync("/console/content/" + item.ItemId);

        page = await page.SubmitAsync("#withdraw");
        Assert.Contains("请填写", page.Find("#withdrawal-error").TextContent);
        page = await page.SubmitAsync("#withdraw", new Dictionary<string, string> { ["Withdrawal.Comment"] = "涉及个人信息。", ["Withdrawal.HideTitle"] = "true" });

        Assert.Equal("已撤下", page.Find(".govuk-tag").TextContent);
        Assert.Contains("“内容已撤下”的说明（不显示标题），原因：涉及个人信息。", page.VisibleText);
        var gone = await portal.NewVisitor().GetPageAsync(item.Item.Path, HttpStatusCode.Gone);
        Assert.DoesNotContain("标题不该公开", gone.Html);
    }

    [Fact]
    public async Task WhoDecidesTooLate_IsToldWhatHappened_AndKeepsTheOpinion()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("两人同时审查");
        await Desk.StepAsync(desk.Editor, draft.ItemId, "Submit");
        var stale = await desk.Reviewer.GetPageAsync("/console/content/" + draft.ItemId);
        await Desk.StepAsync(desk.Editor, draft.ItemId, "Recall");

        var late = await stale.SubmitAsync("#decide", new Dictionary<string, string> { ["Decision.Comment"] = Opinion }, "button[value=Clear]", HttpStatusCode.Conflict);

        Assert.Contains("“撤回修改”", late.Find("main .govuk-inset-text").TextContent);
        Assert.Equal("草稿", late.Find(".govuk-tag").TextContent);
    }

    [Fact]
    public async Task Steps_AreOfferedToWhoMayTakeThem_AndForbiddenToOthers()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("谁能办理");
        var address = "/console/content/" + draft.ItemId;
        var form = await desk.Editor.GetPageAsync(address);
        Assert.Equal(["Submit"], form.Document.QuerySelectorAll("button[name=step]").Select(b => b.GetAttribute("value")));
        Assert.Empty((await desk.Publisher.GetPageAsync(address)).Document.QuerySelectorAll("button[name=step]"));
        await Desk.StepAsync(desk.Editor, draft.ItemId, "Submit");

        var tampered = await desk.Editor.GetPageAsync(address);
        tampered.Find("button[value=Recall]").SetAttribute("value", "Clear");
        var forbidden = await tampered.SubmitAsync("#decide", new Dictionary<string, string> { ["Decision.Comment"] = Opinion }, "button[value=Clear]", HttpStatusCode.Forbidden);
        Assert.Contains("没有权限", forbidden.Find(".govuk-error-summary").TextContent);

        tampered = await desk.Editor.GetPageAsync(address);
        tampered.Find("button[value=Recall]").SetAttribute("value", "Nonsense");
        await tampered.SubmitAsync("#decide", button: "button[value=Nonsense]", expected: HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task OtherAgencies_DoNotSeeIt_NorDoPeopleWithoutContent()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("别的机关看不到");
        foreach (var (role, agency) in new[] { (Roles.Editor, "SMX-JYJ"), (Roles.Reviewer, "SMX-JYJ"), (Roles.Handler, "SMX-ZFB"), (Roles.Administrator, "SMX-ZFB") })
        {
            using var other = await portal.Host.SignInAsync(role, agency);
            await other.GetPageAsync("/console/content/" + draft.ItemId, HttpStatusCode.NotFound);
            await other.GetPageAsync($"/console/content/{draft.ItemId}/preview", HttpStatusCode.NotFound);
        }

        await desk.Editor.GetPageAsync("/console/content/" + new string('0', 26), HttpStatusCode.NotFound);
        using var visitor = portal.NewVisitor();
        Assert.Equal("/account/sign-in", (await visitor.GetPageAsync($"/console/content/{draft.ItemId}/preview")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Preview_ShowsTheTextAsThePublicWouldSeeIt()
    {
        using var desk = await Desk.OpenAsync(portal);
        var draft = await desk.WriteAsync("预览的通知", "## 一、标题\n\n正文一段。");

        var preview = await (await desk.Reviewer.GetPageAsync("/console/content/" + draft.ItemId)).FollowAsync("main nav a[href$=preview]");

        Assert.Contains("预览，未公开", preview.Find(".preview-banner").TextContent);
        Assert.Equal("正文一段。", preview.Find(".document__body p").TextContent);
        Assert.NotNull(preview.Document.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.True(preview.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task FirstPage_CountsWhatWaitsForThePerson()
    {
        const string agency = "SMX-CZJ";
        using var desk = await Desk.OpenAsync(portal, agency);
        await desk.WriteAsync("还在写", agency: agency);
        var second = await desk.WriteAsync("等审查", agency: agency);
        await Desk.StepAsync(desk.Editor, second.ItemId, "Submit");

        Assert.Equal("我的草稿1件我的草稿", Assert.Single((await desk.Editor.GetPageAsync("/console")).TextsOf(".figure-list__item")));
        Assert.Contains("1件", Assert.Single((await desk.Reviewer.GetPageAsync("/console")).TextsOf(".figure-list__item")));
        Assert.Contains("0件", Assert.Single((await desk.Publisher.GetPageAsync("/console")).TextsOf(".figure-list__item")));
        using var elsewhere = await portal.Host.SignInAsync(Roles.Reviewer, "SMX-JYJ");
        Assert.Contains("0件", Assert.Single((await elsewhere.GetPageAsync("/console")).TextsOf(".figure-list__item")));
    }
}

[Trait("Database", "SQLite")]
public sealed class ItemPageTestsOnSqlite(SqlitePortal portal) : ItemPageTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ItemPageTestsOnPostgres(PostgresPortal portal) : ItemPageTests(portal), IClassFixture<PostgresPortal>;

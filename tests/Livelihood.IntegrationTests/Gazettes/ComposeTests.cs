using System.Net;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Workflow;
using Livelihood.Gazettes.Import;
using Livelihood.IntegrationTests.Editing;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes;

/// <summary>An issue from its beginning to the public, with documents of two agencies; who may, and what stops it.</summary>
public abstract class ComposeTests(PortalFixture portal)
{
    private const string Other = "SMX-JYJ";
    private static int _number = 20;

    [Fact]
    public async Task WholeWay_IssueAndDocumentsBecomePublicTogether()
    {
        using var office = await Desk.OpenAsync(portal);
        using var agency = await Desk.OpenAsync(portal, Other);
        var document = await HandInAsync(agency, "校车安全管理的公告", Other);
        var compose = await BeginAsync(office);
        compose = await AddAsync(office.Editor, compose, document);
        Assert.Contains("校车安全管理的公告", compose.VisibleText);
        Assert.Contains("待随公报发布", compose.VisibleText);
        Assert.Contains("待排版", compose.VisibleText);

        var issue = await IssueAsync(compose);
        Assert.Contains("没有人确认", (await Desk.StepAsync(office.Editor, issue.ItemId, "Submit")).VisibleText);
        compose = await AcceptAsync(office.Editor, compose);
        Assert.Contains("本期为测试", compose.VisibleText);
        await Desk.StepAsync(office.Editor, issue.ItemId, "Submit");
        await Desk.StepAsync(office.Reviewer, issue.ItemId, "Clear", "经审查，可以公开。");
        using var visitor = portal.NewVisitor();
        await visitor.GetPageAsync(document.Item.Path, HttpStatusCode.NotFound);
        await visitor.GetPageAsync(issue.Item.Path, HttpStatusCode.NotFound);

        await Desk.StepAsync(office.Publisher, issue.ItemId, "Publish");

        Assert.Contains("校车安全管理的公告", (await visitor.GetPageAsync(issue.Item.Path)).VisibleText);
        await visitor.GetPageAsync(document.Item.Path);
        var printed = await LatestAsync(document.ItemId);
        Assert.Equal((issue.ItemId, "测试栏目", 1), (printed.Part<PrintedInPart>()!.IssueId, printed.Part<PrintedInPart>()!.Section, printed.Part<PrintedInPart>()!.Order));
        Assert.Equal(document.Part<MarkdownBodyPart>(), printed.Part<MarkdownBodyPart>());
        Assert.Equal(1, await QueryAsync(db => db.Set<AuditEntry>().CountAsync(a => a.SubjectId == issue.ItemId && a.Action == "gazette.composed-published")));
        Assert.Contains(await QueryAsync(db => db.Set<AuditEntry>().Where(a => a.SubjectId == issue.ItemId && a.Action == "gazette.warning-accepted").Select(a => a.Details).ToListAsync()), d => d.Contains("本期为测试", StringComparison.Ordinal));

        await (await office.Publisher.GetPageAsync("/console/content/" + issue.ItemId)).SubmitAsync(
            "#withdraw", new Dictionary<string, string> { ["Withdrawal.Comment"] = "测试撤下" });
        await visitor.GetPageAsync(document.Item.Path);
        await visitor.GetPageAsync(issue.Item.Path, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task PublicDocument_KeepsItsTime_AndIsSaidToBePrinted()
    {
        using var office = await Desk.OpenAsync(portal);
        var document = await office.WriteAsync("早已公开的公告");
        await office.PublishAsync(document.ItemId);
        var before = await LatestAsync(document.ItemId);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        var (issue, _) = await ReadyAsync(office, document, "public");

        await Desk.StepAsync(office.Publisher, issue.ItemId, "Publish");

        var after = await LatestAsync(document.ItemId);
        Assert.Equal(before.PublishedUtc, after.PublishedUtc);
        Assert.True(after.Published);
        Assert.Equal(issue.ItemId, after.Part<PrintedInPart>()!.IssueId);
        Assert.Equal(before.Number + 1, after.Number);

        var next = await BeginAsync(office);
        var list = await office.Editor.GetPageAsync($"{next.Address.AbsolutePath.Replace("compose", "documents", StringComparison.Ordinal)}?state=public&unprinted=1&q={Uri.EscapeDataString(document.DisplayText)}");
        Assert.Null(list.Document.QuerySelector($"input[value='{document.ItemId}']"));
        Assert.Contains($"已在{issue.Item.Path.Split('/')[2]}年第{issue.Item.Path.Split('/')[3]}号刊登过", (await AddAsync(office.Editor, next, document, "public")).VisibleText);
    }

    [Fact]
    public async Task Schedule_PublishesAllAtItsTime_OnceForTwoNodes()
    {
        using var office = await Desk.OpenAsync(portal);
        var document = await HandInAsync(office, "到时公开的公告", StaffAccounts.DefaultAgency);
        var (issue, _) = await ReadyAsync(office, document, "");
        await ScheduleAsync(office, issue.ItemId);
        Assert.Equal(VersionStage.AwaitingIssue, (await LatestAsync(document.ItemId)).Stage);

        portal.Clock.Advance(TimeSpan.FromHours(2));
        var due = portal.Services.GetRequiredService<DuePublications>();
        await Task.WhenAll(due.PublishAsync(), due.PublishAsync());

        Assert.True((await LatestAsync(issue.ItemId)).Published);
        Assert.True((await LatestAsync(document.ItemId)).Published);
        Assert.Equal(1, await QueryAsync(db => db.Set<WorkflowStep>().CountAsync(s => s.ItemId == issue.ItemId && s.Event == ContentEvent.PublishDue)));
        Assert.Equal(1, await QueryAsync(db => db.Set<WorkflowStep>().CountAsync(s => s.ItemId == document.ItemId && s.Event == ContentEvent.PublishWithIssue)));
    }

    [Fact]
    public async Task OneDocumentTakenBack_StopsAll_AndThePageSaysWhich()
    {
        using var office = await Desk.OpenAsync(portal);
        var good = await HandInAsync(office, "可以公开的公告", StaffAccounts.DefaultAgency);
        var taken = await HandInAsync(office, "又被取回的公告", StaffAccounts.DefaultAgency);
        var (issue, compose) = await ReadyAsync(office, good, "", taken);
        await ScheduleAsync(office, issue.ItemId);
        await Desk.StepAsync(office.Publisher, taken.ItemId, "LeaveIssue", "还要修改。");

        portal.Clock.Advance(TimeSpan.FromHours(2));
        await portal.Services.GetRequiredService<DuePublications>().PublishAsync();

        Assert.False((await LatestAsync(issue.ItemId)).Published);
        Assert.Equal(VersionStage.AwaitingIssue, (await LatestAsync(good.ItemId)).Stage);
        var page = await office.Editor.GetPageAsync(compose.Address.PathAndQuery);
        Assert.Contains("《又被取回的公告》还没有批准", page.VisibleText);
        Assert.Contains("到时不会发布", page.VisibleText);
    }

    [Fact]
    public async Task SecondEditor_WithAnOldPage_LosesNothing_AndUndoBringsBack()
    {
        using var office = await Desk.OpenAsync(portal);
        using var colleague = await portal.Host.SignInAsync(Roles.Editor);
        var first = await BeginAsync(office);
        var second = await colleague.GetPageAsync(first.Address.PathAndQuery);
        var now = await AddSectionAsync(first, "甲编辑的栏目");
        var conflict = await second.SubmitAsync("form:has(#new-section)", new Dictionary<string, string> { ["name"] = "乙编辑的栏目" }, expected: HttpStatusCode.Conflict);

        Assert.Contains("别人改动过这一期", conflict.VisibleText);
        Assert.Contains("甲编辑的栏目", conflict.VisibleText);
        var again = await conflict.SubmitAsync("form:has(#new-section)", new Dictionary<string, string> { ["name"] = "乙编辑的栏目" });
        Assert.Equal(["测试栏目", "甲编辑的栏目", "乙编辑的栏目"], Sections(again));
        var undone = await again.SubmitAsync("form:has(#undo)");
        Assert.Equal(["测试栏目", "甲编辑的栏目"], Sections(undone));
        Assert.Equal(["测试栏目", "甲编辑的栏目"], Sections(now));
    }

    [Fact]
    public async Task OthersMayNot_AndNoWayLeadsPastTheReview()
    {
        using var office = await Desk.OpenAsync(portal);
        var compose = await BeginAsync(office);
        var address = compose.Address.PathAndQuery;
        using var nobody = portal.NewVisitor();
        Assert.Equal("/account/sign-in", (await nobody.GetPageAsync(address)).Address.AbsolutePath);
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        Assert.Equal("/account/denied", (await handler.GetAsync(address)).RequestMessage!.RequestUri!.AbsolutePath);
        using var stranger = await portal.Host.SignInAsync(Roles.Editor, Other);
        foreach (var page in new[] { "compose", "documents", "masthead", "proof" })
        {
            await stranger.GetPageAsync(address.Replace("compose", page, StringComparison.Ordinal), HttpStatusCode.NotFound);
            await office.Editor.GetPageAsync(address.Replace("compose", page, StringComparison.Ordinal));
        }

        Assert.Contains("没有为主办公报的机关编写内容的权限", (await stranger.GetPageAsync("/console/gazettes/new")).VisibleText);
        Assert.Null((await office.Reviewer.GetPageAsync(address)).Document.QuerySelector("#new-section"));
        Assert.Null((await office.Publisher.GetPageAsync(address)).Document.QuerySelector("#new-section"));
        Assert.Equal("/account/denied", (await office.Publisher.GetAsync("/console/gazettes/new")).RequestMessage!.RequestUri!.AbsolutePath);

        var issue = await IssueAsync(compose);
        var refusal = await Assert.ThrowsAsync<ContentRefusedException>(() => portal.Host.InScopeAsync(
            services => services.GetRequiredService<GazettePublisher>().PublishAsync(issue.ItemId, [])));
        Assert.Contains("不是刊印件", refusal.Message);
        var form = await office.Editor.GetPageAsync("/console/gazettes/new");
        var again = await form.SubmitAsync("main form", new Dictionary<string, string> { ["Form.Year"] = issue.Item.Path.Split('/')[2], ["Form.Number"] = issue.Item.Path.Split('/')[^1] });
        Assert.Contains("已经有了", again.Find(".govuk-error-summary").TextContent);
    }

    [Fact]
    public async Task DraftOfAnotherAgency_IsNotOffered_AndNotTaken()
    {
        using var office = await Desk.OpenAsync(portal);
        var stranger = await portal.Host.CreateStaffAsync(Roles.Editor, Other);
        using var agency = await portal.Host.SignInAsync(stranger);
        var secret = await Desk.AsAsync(portal.Host, stranger, s => s.GetRequiredService<IContentStore>().CreateAsync(new("Notice", Other, Desk.Data("尚未办完的秘密事项", "正文。"))));
        var mine = await HandInAsync(office, "本机关的公告一则", StaffAccounts.DefaultAgency);
        await Desk.StepAsync(agency, secret.ItemId, "Submit");
        var compose = await BeginAsync(office);
        var list = await office.Editor.GetPageAsync(compose.Address.AbsolutePath.Replace("compose", "documents", StringComparison.Ordinal));
        Assert.DoesNotContain("秘密事项", list.VisibleText);

        list.Find($"input[value='{mine.ItemId}']").SetAttribute("value", secret.ItemId);
        list.Find($"input[value='{secret.ItemId}']").SetAttribute("checked", "checked");
        var answer = await list.SubmitAsync("main form[method=post]");

        Assert.DoesNotContain("秘密事项", (await office.Editor.GetPageAsync(compose.Address.PathAndQuery)).VisibleText);
        Assert.Contains("请勾选", answer.VisibleText);
    }

    private static IReadOnlyList<string> Sections(PortalPage page) => [.. page.Document.QuerySelectorAll(".compose-section__name").Select(e => e.FirstChild!.TextContent.Trim())];

    private static Task<PortalPage> AddSectionAsync(PortalPage page, string name) =>
        page.SubmitAsync("form:has(#new-section)", new Dictionary<string, string> { ["name"] = name });

    private static async Task<PortalPage> BeginAsync(Desk office)
    {
        var form = await office.Editor.GetPageAsync("/console/gazettes/new");
        var number = Interlocked.Increment(ref _number).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var compose = await form.SubmitAsync("main form", new Dictionary<string, string> { ["Form.Number"] = number, ["Form.TotalNumber"] = "9" + number });
        Assert.EndsWith("/compose", compose.Address.AbsolutePath, StringComparison.Ordinal);
        return await AddSectionAsync(compose, "测试栏目");
    }

    private static async Task<PortalPage> AddAsync(PortalVisitor editor, PortalPage compose, ContentVersion document, string state = "")
    {
        var address = compose.Address.AbsolutePath.Replace("compose", "documents", StringComparison.Ordinal);
        var list = await editor.GetPageAsync($"{address}?state={state}&q={Uri.EscapeDataString(document.DisplayText)}");
        list.Find($"input[value='{document.ItemId}']").SetAttribute("checked", "checked");
        var added = await list.SubmitAsync("main form[method=post]");
        Assert.Contains("已在本期", added.VisibleText);
        return await editor.GetPageAsync(compose.Address.PathAndQuery);
    }

    private static async Task<PortalPage> AcceptAsync(PortalVisitor editor, PortalPage compose)
    {
        var page = await editor.GetPageAsync(compose.Address.PathAndQuery);
        foreach (var box in page.Document.QuerySelectorAll("input[name=keys]"))
        {
            box.SetAttribute("checked", "checked");
        }

        return await page.SubmitAsync("form:has([name=word])", new Dictionary<string, string> { ["word"] = "本期为测试。" });
    }

    // An issue with these documents, reviewed and waiting for the publisher.
    private async Task<(ContentVersion Issue, PortalPage Compose)> ReadyAsync(Desk office, ContentVersion document, string state, ContentVersion? second = null)
    {
        var compose = await AddAsync(office.Editor, await BeginAsync(office), document, state);
        compose = second is null ? compose : await AddAsync(office.Editor, compose, second, state);
        compose = await AcceptAsync(office.Editor, compose);
        var id = compose.Document.QuerySelectorAll("a[href*='/console/content/']").Select(a => a.GetAttribute("href")!.Split('/')[^1]).First(i => i.Length == ContentId.Length);
        await Desk.StepAsync(office.Editor, id, "Submit");
        var cleared = await Desk.StepAsync(office.Reviewer, id, "Clear", "经审查，可以公开。");
        Assert.Contains("待批准", cleared.VisibleText);
        return (await LatestAsync(id), compose);
    }

    private async Task ScheduleAsync(Desk office, string id)
    {
        var when = Livelihood.Platform.Time.ChinaClock.Local(portal.Clock.GetUtcNow().AddHours(1));
        var page = await office.Publisher.GetPageAsync("/console/content/" + id);
        var done = await page.SubmitAsync("#schedule", new Dictionary<string, string> { ["Schedule.Date"] = when.ToString("yyyy-MM-dd"), ["Schedule.Time"] = when.ToString("HH:mm") });
        Assert.Contains("待定时发布", done.VisibleText);
    }

    private static async Task<ContentVersion> HandInAsync(Desk desk, string title, string agency)
    {
        var item = await desk.WriteAsync(title, agency: agency);
        await Desk.StepAsync(desk.Editor, item.ItemId, "Submit");
        await Desk.StepAsync(desk.Reviewer, item.ItemId, "Clear", "经审查，可以公开。");
        var approved = await Desk.StepAsync(desk.Publisher, item.ItemId, "ApproveForIssue");
        Assert.Contains("待随公报发布", approved.VisibleText);
        return item;
    }

    private async Task<ContentVersion> IssueAsync(PortalPage compose)
    {
        var path = compose.Address.AbsolutePath["/console".Length..^"/compose".Length];
        return await QueryAsync(db => db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).FirstAsync(v => v.Latest && v.Item.Path == path));
    }

    private Task<ContentVersion> LatestAsync(string id) =>
        QueryAsync(db => db.Set<ContentVersion>().AsNoTracking().Include(v => v.Item).FirstAsync(v => v.Latest && v.ItemId == id));

    private Task<T> QueryAsync<T>(Func<PortalDbContext, Task<T>> query) => portal.Host.InScopeAsync(s => query(s.GetRequiredService<PortalDbContext>()));
}

[Trait("Database", "SQLite")]
public sealed class ComposeTestsOnSqlite(SqlitePortal portal) : ComposeTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class ComposeTestsOnPostgres(PostgresPortal portal) : ComposeTests(portal), IClassFixture<PostgresPortal>;

using System.Net;
using System.Security.Claims;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Workflow;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Content;

public abstract class WorkflowTests(PortalFixture portal)
{
    private const string Agency = "SMX-ZFB";

    private static readonly StepDetails Said = new("经审查，可以公开。");

    [Fact]
    public async Task WholeWay_PutsItBeforeThePublic_AndEachStepIsKept()
    {
        var (editor, reviewer, publisher) = await StaffAsync();
        var item = await WriteAsync(editor, "走完全程的通知");

        await DoAsync(editor, item, ContentEvent.Submit);
        await DoAsync(reviewer, item, ContentEvent.Clear, Said);
        await portal.NewVisitor().GetPageAsync(item.Item.Path, HttpStatusCode.NotFound);
        await DoAsync(publisher, item, ContentEvent.Publish);

        Assert.Equal("走完全程的通知", (await portal.NewVisitor().GetPageAsync(item.Item.Path)).Find("h1").TextContent);
        var steps = await QueryAsync(db => db.Set<WorkflowStep>().Where(s => s.ItemId == item.ItemId).OrderBy(s => s.AtUtc).ThenBy(s => s.Id).ToListAsync());
        Assert.Equal([ContentEvent.Submit, ContentEvent.Clear, ContentEvent.Publish], steps.Select(s => s.Event));
        Assert.Equal((Said.Comment, await ActorAsync(reviewer)), (steps[1].Comment, steps[1].Actor));
        var audited = await QueryAsync(db => db.Set<AuditEntry>().Where(a => a.SubjectId == item.ItemId && a.Action == "content.clear").ToListAsync());
        Assert.Contains(Said.Comment!, Assert.Single(audited).Details);
    }

    [Fact]
    public async Task Publication_WithoutReview_IsRefused()
    {
        var (editor, _, publisher) = await StaffAsync();
        var item = await WriteAsync(editor, "没有审查的通知");

        var refusal = await Assert.ThrowsAsync<ContentRefusedException>(() => DoAsync(publisher, item, ContentEvent.Publish));

        Assert.Contains("草稿", refusal.Message);
    }

    [Fact]
    public async Task Author_MayNotReviewTheirOwn_AlsoNotAfterAColleagueSaved()
    {
        var both = await portal.Host.CreateStaffAsync(Roles.Editor);
        await AddRoleAsync(both, Roles.Reviewer);
        var (editor, _, _) = await StaffAsync();
        var item = await WriteAsync(both, "自己写的");
        await SaveAsync(editor, item.ItemId, "同事改了一个字");
        await DoAsync(editor, item, ContentEvent.Submit);

        var refusal = await Assert.ThrowsAsync<ContentRefusedException>(() => DoAsync(both, item, ContentEvent.Clear, Said));

        Assert.Contains("不能自己审查", refusal.Message);
    }

    [Theory]
    [InlineData(Roles.Editor, Agency)]
    [InlineData(Roles.Publisher, Agency)]
    [InlineData(Roles.Reviewer, "SMX-KJJ")]
    [InlineData(Roles.Administrator, Agency)]
    public async Task Review_ByOthersThanTheAgencysReviewer_IsForbidden(string role, string agency)
    {
        var (editor, _, _) = await StaffAsync();
        var item = await WriteAsync(editor, "谁来审查");
        await DoAsync(editor, item, ContentEvent.Submit);
        var person = await portal.Host.CreateStaffAsync(role, agency);

        await Assert.ThrowsAsync<StepForbiddenException>(() => DoAsync(person, item, ContentEvent.Clear, Said));
    }

    [Fact]
    public async Task Opinion_IsRequired()
    {
        var (editor, reviewer, _) = await StaffAsync();
        var item = await WriteAsync(editor, "要有意见");
        await DoAsync(editor, item, ContentEvent.Submit);

        var refusal = await Assert.ThrowsAsync<ContentRefusedException>(() => DoAsync(reviewer, item, ContentEvent.Clear, new("  ")));

        Assert.Contains("请填写意见", refusal.Message);
    }

    [Fact]
    public async Task Version_UnderReview_IsNotEdited_UntilItIsTakenBack()
    {
        var (editor, reviewer, _) = await StaffAsync();
        var item = await WriteAsync(editor, "审查中不能改");
        await DoAsync(editor, item, ContentEvent.Submit);

        await Assert.ThrowsAsync<ContentRefusedException>(() => SaveAsync(editor, item.ItemId, "偷偷改"));
        await DoAsync(editor, item, ContentEvent.Recall);
        await SaveAsync(editor, item.ItemId, "撤回后再改");

        Assert.Equal("撤回后再改", (await LatestAsync(item.ItemId)).DisplayText);
        await Assert.ThrowsAsync<ContentRefusedException>(() => DoAsync(reviewer, item, ContentEvent.Clear, Said));
    }

    [Fact]
    public async Task Schedule_PublishesWhenItsTimeComes_AndKeepsBothTimes()
    {
        var (editor, reviewer, publisher) = await StaffAsync();
        var item = await WriteAsync(editor, "明天发布");
        await DoAsync(editor, item, ContentEvent.Submit);
        await DoAsync(reviewer, item, ContentEvent.Clear, Said);
        await Assert.ThrowsAsync<ContentRefusedException>(
            () => DoAsync(publisher, item, ContentEvent.Schedule, new(IntendedUtc: portal.Clock.GetUtcNow().AddMinutes(-1))));
        var intended = portal.Clock.GetUtcNow().AddHours(6);
        await DoAsync(publisher, item, ContentEvent.Schedule, new(IntendedUtc: intended));
        var due = portal.Services.GetRequiredService<DuePublications>();

        await due.PublishAsync();
        Assert.Equal(VersionStage.Scheduled, (await LatestAsync(item.ItemId)).Stage);
        portal.Clock.Advance(TimeSpan.FromHours(7));
        // Two nodes at once: one of them publishes. The portal's own job may have been faster than both.
        await Task.WhenAll(due.PublishAsync(), due.PublishAsync());

        var version = await LatestAsync(item.ItemId);
        Assert.Equal((VersionStage.Published, intended), (version.Stage, version.IntendedUtc!.Value));
        Assert.True(version.PublishedUtc >= intended);
        var published = await QueryAsync(db => db.Set<WorkflowStep>().CountAsync(s => s.ItemId == item.ItemId && s.Event == ContentEvent.PublishDue));
        Assert.Equal(1, published);
    }

    [Fact]
    public async Task Withdrawal_LeavesATombstone_AndTheItemCanComeBack()
    {
        var (editor, reviewer, publisher) = await StaffAsync();
        var item = await PublishAsync(editor, reviewer, publisher, "后来撤下的通知");

        await DoAsync(publisher, item, ContentEvent.Withdraw, new("数据有误，更正后重新发布。"));

        var page = await portal.NewVisitor().GetPageAsync(item.Item.Path, HttpStatusCode.Gone);
        Assert.Contains("数据有误，更正后重新发布。", page.VisibleText);
        Assert.Contains("后来撤下的通知", page.VisibleText);
        var latest = await LatestAsync(item.ItemId);
        await AsAsync(editor, (services, _) => services.GetRequiredService<IContentStore>().RestoreAsync(item.ItemId, 1, latest.Item.Revision));
        await DoAsync(editor, item, ContentEvent.Submit);
        await DoAsync(reviewer, item, ContentEvent.Clear, Said);
        await DoAsync(publisher, item, ContentEvent.Publish);
        await portal.NewVisitor().GetPageAsync(item.Item.Path);
    }

    [Fact]
    public async Task Withdrawal_CanHideTheTitle()
    {
        var (editor, reviewer, publisher) = await StaffAsync();
        var item = await PublishAsync(editor, reviewer, publisher, "题名里有不该公开的信息");

        await DoAsync(publisher, item, ContentEvent.Withdraw, new("涉及个人信息。", HideTitle: true));

        var page = await portal.NewVisitor().GetPageAsync(item.Item.Path, HttpStatusCode.Gone);
        Assert.DoesNotContain("不该公开", page.Html);
    }

    [Fact]
    public async Task NewAddress_TakesEffectWithPublication_AndTheOldOneRedirects()
    {
        var (editor, reviewer, publisher) = await StaffAsync();
        var old = $"notices/{Guid.NewGuid():n}";
        var item = await PublishAsync(editor, reviewer, publisher, "换地址的通知", old);
        await SaveAsync(editor, item.ItemId, "换地址的通知", old + "-new");
        Assert.EndsWith(old, (await portal.NewVisitor().GetPageAsync("/" + old)).Address.AbsolutePath);

        await DoAsync(editor, item, ContentEvent.Submit);
        await DoAsync(reviewer, item, ContentEvent.Clear, Said);
        await DoAsync(publisher, item, ContentEvent.Publish);

        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = portal.Host.BaseAddress };
        using var answer = await http.GetAsync("/" + old + "?q=x");
        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal($"/{old}-new?q=x", answer.Headers.Location!.OriginalString);
        var taken = await Assert.ThrowsAsync<FieldRefusedException>(() => WriteAsync(editor, "想用旧地址", old));
        Assert.Contains("已被其他内容使用", taken.Message);
    }

    [Fact]
    public async Task Step_OnAnOldRevision_IsAConflict()
    {
        var (editor, _, _) = await StaffAsync();
        var item = await WriteAsync(editor, "两人同时办理");
        await SaveAsync(editor, item.ItemId, "又改了");

        await Assert.ThrowsAsync<ContentConflictException>(() => AsAsync(editor, (services, person) =>
            services.GetRequiredService<IContentWorkflow>().DoAsync(person, item.ItemId, item.Item.Revision, ContentEvent.Submit, new())));
    }

    [Fact]
    public async Task Tallies_FollowPublicationAndWithdrawal()
    {
        var (editor, reviewer, publisher) = await StaffAsync("SMX-SJJ");
        var filter = new CatalogueFilter { Types = ["Notice"], AgencyIds = ["SMX-SJJ"] };
        var before = await TotalAsync(filter);

        var item = await PublishAsync(editor, reviewer, publisher, "计数的通知", agency: "SMX-SJJ");
        Assert.Equal(before + 1, await TotalAsync(filter));
        await DoAsync(publisher, item, ContentEvent.Withdraw, Said);
        Assert.Equal(before, await TotalAsync(filter));
    }

    [Fact]
    public async Task Steps_CannotBeChangedInTheDatabase()
    {
        var (editor, _, _) = await StaffAsync();
        var item = await WriteAsync(editor, "记录不能改");
        await DoAsync(editor, item, ContentEvent.Submit);

        await Assert.ThrowsAnyAsync<Exception>(() => QueryAsync(db => db.Set<WorkflowStep>()
            .Where(s => s.ItemId == item.ItemId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Comment, "改过"))));
    }

    private Task<int> TotalAsync(CatalogueFilter filter) => portal.Host.InScopeAsync(async services =>
        (await services.GetRequiredService<CatalogueQuery>().PageAsync(filter, 1)).Total);

    private async Task<(StaffAccount Editor, StaffAccount Reviewer, StaffAccount Publisher)> StaffAsync(string agency = Agency) => (
        await portal.Host.CreateStaffAsync(Roles.Editor, agency),
        await portal.Host.CreateStaffAsync(Roles.Reviewer, agency),
        await portal.Host.CreateStaffAsync(Roles.Publisher, agency));

    private async Task<ContentVersion> PublishAsync(
        StaffAccount editor, StaffAccount reviewer, StaffAccount publisher, string title, string? path = null, string agency = Agency)
    {
        var item = await WriteAsync(editor, title, path, agency);
        await DoAsync(editor, item, ContentEvent.Submit);
        await DoAsync(reviewer, item, ContentEvent.Clear, Said);
        return await DoAsync(publisher, item, ContentEvent.Publish);
    }

    private Task<ContentVersion> WriteAsync(StaffAccount who, string title, string? path = null, string agency = Agency) =>
        AsAsync(who, (services, _) => services.GetRequiredService<IContentStore>().CreateAsync(new("Notice", agency, Data(title, path))));

    private async Task<ContentVersion> SaveAsync(StaffAccount who, string itemId, string title, string? path = null)
    {
        var latest = await LatestAsync(itemId);
        return await AsAsync(who, (services, _) =>
            services.GetRequiredService<IContentStore>().SaveAsync(itemId, latest.Item.Revision, Data(title, path)));
    }

    private async Task<ContentVersion> DoAsync(StaffAccount who, ContentVersion item, ContentEvent happening, StepDetails? details = null)
    {
        var latest = await LatestAsync(item.ItemId);
        return await AsAsync(who, (services, person) => services.GetRequiredService<IContentWorkflow>()
            .DoAsync(person, item.ItemId, latest.Item.Revision, happening, details ?? new()));
    }

    private async Task<ContentVersion> LatestAsync(string itemId) =>
        (await portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().LatestAsync(itemId)))!;

    private Task<T> QueryAsync<T>(Func<PortalDbContext, Task<T>> query) =>
        portal.Host.InScopeAsync(services => query(services.GetRequiredService<PortalDbContext>()));

    private Task<string> ActorAsync(StaffAccount who) => QueryAsync(async db =>
        "account:" + (await db.Set<Account>().SingleAsync(a => a.UserName == who.UserName)).Id);

    private Task<T> AsAsync<T>(StaffAccount who, Func<IServiceProvider, ClaimsPrincipal, Task<T>> action) => portal.Host.ActAsync(who, action);

    private Task<Account> AddRoleAsync(StaffAccount who, string role) => QueryAsync(async db =>
    {
        var account = await db.Set<Account>().SingleAsync(a => a.UserName == who.UserName);
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO role_assignments ("AccountId", "Role", "AgencyId") VALUES ({account.Id}, {role}, {Agency})""");
        return account;
    });

    private static ContentData Data(string title, string? path)
    {
        var data = new ContentData(
            new TitlePart(title), new MarkdownBodyPart("正文。"), new DisclosureRecordPart { Category = "20-1", Abstract = "说明。" });
        return path is null ? data : data.Set(new AutoroutePart(path));
    }
}

[Trait("Database", "SQLite")]
public sealed class WorkflowTestsOnSqlite(SqlitePortal portal) : WorkflowTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class WorkflowTestsOnPostgres(PostgresPortal portal) : WorkflowTests(portal), IClassFixture<PostgresPortal>;

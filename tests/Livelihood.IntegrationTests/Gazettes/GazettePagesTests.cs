using System.Diagnostics;
using System.Net;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Issues;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Migrations;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes;

/// <summary>The public database of issues: the wall, the list, the jump, an issue, the reader.</summary>
public abstract class GazettePagesTests(PortalFixture portal)
{
    [Fact]
    public async Task Wall_ShowsTheYear_AndWhatIsMissing()
    {
        await IssueAsync(2001, 1, 11);
        await IssueAsync(2001, 4, 14);
        await IssueAsync(2002, 2, 18);
        using var citizen = portal.NewVisitor();

        var page = await citizen.GetPageAsync("/gazettes?year=2001");

        Assert.Equal(["第4号", "第3号", "第2号", "第1号"], page.TextsOf(".issue-wall .issue-cover__number"));
        Assert.Equal(2, page.Document.QuerySelectorAll(".issue-cover--missing").Length);
        Assert.Contains("已收录2期；第2、3号未收录；按总期号推算，年末还有2期未收录。", page.VisibleText);
        Assert.NotNull(page.Document.QuerySelector(".issue-years__link[aria-current=true]"));
        Assert.Contains(page.TextsOf(".issue-years__none"), t => t.Contains("2003", StringComparison.Ordinal));
        Assert.NotNull(page.Document.QuerySelector("link[rel=alternate][href*='GazetteIssue']"));
    }

    [Theory]
    [InlineData("2011年第6号", "/gazettes/2011/6")]
    [InlineData("２０１１-6", "/gazettes/2011/6")]
    [InlineData("总第7161期", "/gazettes/2011/6")]
    [InlineData("第7161号", "/gazettes/2011/6")]
    [InlineData("2011年", "/gazettes")]
    public async Task Jump_LeadsToTheIssue_HoweverItIsTyped(string typed, string expected)
    {
        await IssueAsync(2011, 6, 7161);

        var page = await portal.NewVisitor().GetPageAsync("/gazettes?issue=" + Uri.EscapeDataString(typed));

        Assert.Equal(expected, page.Address.AbsolutePath);
        Assert.Contains("2011", page.VisibleText);
    }

    [Theory]
    [InlineData("2199年第3号", "没有找到")]
    [InlineData("不知道", "没有看懂")]
    public async Task Jump_ToWhatIsNotThere_SaysSo(string typed, string expected)
    {
        var page = await portal.NewVisitor().GetPageAsync("/gazettes?issue=" + Uri.EscapeDataString(typed));

        Assert.Contains(expected, page.Find("#issue-error").TextContent);
        Assert.Equal(typed, page.Find("#issue").GetAttribute("value"));
    }

    [Fact]
    public async Task Index_IsAnsweredWith304_UntilAnIssueAppears()
    {
        await IssueAsync(1991, 1, 1);
        using var citizen = portal.NewVisitor();
        var page = await citizen.GetPageAsync("/gazettes?year=1991");

        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync("/gazettes?year=1991", page));
        await IssueAsync(1991, 2, 2);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/gazettes?year=1991", page));
    }

    [Fact]
    public async Task Document_NamesEveryIssueThatPrintsIt_AndTheIssueIsReadWithItsContentsAtTheSide()
    {
        var first = await DocumentAsync("关于阅读测试的通知", "云阅〔2015〕1号");
        var second = await DocumentAsync("关于阅读测试的意见", "云阅〔2015〕2号");
        await IssueAsync(2015, 1, 8001, ("市政府文件", first, "关于阅读测试的通知", 3), ("市政府文件", null, "没有收录的讲话", 9), ("部门文件", second, "关于阅读测试的意见", 12));
        await IssueAsync(2015, 2, 8002, ("更正", first, "关于阅读测试的通知（更正）", 30));
        using var citizen = portal.NewVisitor();

        var issue = await citizen.GetPageAsync("/gazettes/2015/1");
        Assert.Contains("云阅〔2015〕1号", issue.Find(".contents__facts").TextContent);
        Assert.Contains("《云岭市人民政府公报》2015年第1号", issue.VisibleText);
        var document = await issue.FollowAsync("a.contents__link");
        Assert.Equal(2, document.TextsOf("section[aria-labelledby=citing] .govuk-tag").Count(t => t == "标准文本"));
        Assert.Contains("《云岭市人民政府公报》2015年第1号，第3页", document.VisibleText);
        Assert.Contains("《云岭市人民政府公报》2015年第2号（总第8002号），更正，第30页", document.VisibleText);
        var cite = await document.FollowAsync("section[aria-labelledby=citing] a[href*='/cite/']");
        Assert.Contains(cite.TextsOf(".citations__text span"), t => t.Contains("[J]. 云岭市人民政府公报, 2015(1): 3.", StringComparison.Ordinal));

        var reader = await issue.FollowAsync(".page-actions a");
        Assert.Equal("/gazettes/2015/1/read/1", reader.Address.AbsolutePath);
        Assert.Equal(document.Address.AbsolutePath, new Uri(reader.Find("link[rel=canonical]").GetAttribute("href")!).AbsolutePath);
        Assert.Equal("关于阅读测试的通知", reader.Find("h1").TextContent);
        Assert.Equal("关于阅读测试的通知", reader.Find(".reader__contents--wide [aria-current=page]").TextContent);
        Assert.False(reader.Find(".reader__contents--narrow").HasAttribute("open"));
        var next = await reader.FollowAsync("a[rel=next]");
        Assert.Equal(("/gazettes/2015/1/read/3", "关于阅读测试的意见"), (next.Address.AbsolutePath, next.Find("h1").TextContent));
        await citizen.GetPageAsync("/gazettes/2015/1/read/2", HttpStatusCode.NotFound);
        await citizen.GetPageAsync("/gazettes/2015/1/read/99", HttpStatusCode.NotFound);
        await citizen.GetPageAsync("/gazettes/2015/9/read", HttpStatusCode.NotFound);
        await citizen.GetPageAsync("/gazettes/2015/1/read");
    }

    [Fact]
    public async Task Backfill_FillsWhatPublicationFills()
    {
        await IssueAsync(2016, 1, null, ("甲", await DocumentAsync("关于（回填） 测试的通知", null), "关于回填", 4), ("", null, "无", null));
        var before = await StateAsync();
        await portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await db.Set<PrintedEntry>().ExecuteDeleteAsync();
            await db.Set<PublishedIssue>().ExecuteUpdateAsync(s => s.SetProperty(i => i.Documents, 0).SetProperty(i => i.LastPage, (int?)null));
            await db.Set<CatalogueEntry>().ExecuteUpdateAsync(s => s
                .SetProperty(e => e.TitleKey, (string?)null).SetProperty(e => e.EffectiveOn, (DateOnly?)null).SetProperty(e => e.RepealedOn, (DateOnly?)null));
            var migration = new MigrationBuilder(db.Database.ProviderName!);
            if (db.Database.IsSqlite())
            {
                ReadingBackfill.OnSqlite(migration);
            }
            else
            {
                ReadingBackfill.OnPostgreSql(migration);
            }

            foreach (var step in migration.Operations.OfType<SqlOperation>())
            {
                await db.Database.ExecuteSqlRawAsync(step.Sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            }
        });

        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task ThreeThousandIssues_AreListedAndSortedQuickly()
    {
        await portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var agency = await db.Set<ContentItem>().Select(i => i.AgencyId).FirstAsync();
            for (var n = 0; n < 3000; n++)
            {
                var (year, number) = (1890 + n / 30, n % 30 + 1);
                var id = ContentId.New();
                db.Add(new ContentItem { Id = id, Type = "GazetteIssue", AgencyId = agency, IndexNumber = $"many/{n}", Path = $"/many/{n}", Title = $"第{n}期" });
                db.Add(new PublishedIssue { ItemId = id, Year = year, Number = number, TotalNumber = 100_000 + n, Gazette = "云岭市人民政府公报", Documents = n % 40, LastPage = n % 60 });
            }

            services.GetRequiredService<IAuditTrail>().Record("test.filled", "GazetteIssue", "many");
            await db.SaveChangesAsync();
        });
        using var citizen = portal.NewVisitor();
        string[] addresses = ["/gazettes?year=1950", "/gazettes?view=list", "/gazettes?view=list&sort=pages&order=asc&p=60", "/gazettes?view=list&sort=date&p=30"];
        await citizen.GetPageAsync(addresses[0]);
        var clock = Stopwatch.StartNew();
        foreach (var address in addresses)
        {
            var page = await citizen.GetPageAsync(address);
            Assert.InRange(page.Document.QuerySelectorAll(".issue-list tbody tr, .issue-wall > li").Length, 1, 50);
        }

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
        var sorted = await citizen.GetPageAsync("/gazettes?view=list&sort=total&order=desc");
        Assert.Equal("102999", sorted.Find(".issue-list tbody td").TextContent);
        Assert.Equal("descending", sorted.Find(".issue-list th[aria-sort]").GetAttribute("aria-sort"));
        var rising = (await sorted.FollowAsync(".issue-list th[aria-sort] a")).TextsOf(".issue-list tbody td:nth-child(2)").Where(t => t != "—").Select(int.Parse).ToList();
        Assert.Equal(rising.Order(), rising);
        Assert.InRange(rising[0], 1, 100_000);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, PortalPage page)
    {
        using var visitor = portal.NewVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        using var answer = await visitor.SendRawAsync(request);
        return answer.StatusCode;
    }

    /// <summary>What the backfill writes; the thousands of issues that another test puts there have no text to fill from.</summary>
    private Task<string> StateAsync() => portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var entries = await db.Set<PrintedEntry>().AsNoTracking().OrderBy(e => e.IssueId).ThenBy(e => e.Order).ToListAsync();
        var issues = await db.Set<PublishedIssue>().AsNoTracking().Where(i => i.TotalNumber == null || i.TotalNumber < 100_000).OrderBy(i => i.ItemId).ToListAsync();
        var lines = await db.Set<CatalogueEntry>().AsNoTracking().OrderBy(e => e.ItemId).ToListAsync();
        return string.Join('\n', entries.Select(e => $"{e.IssueId} {e.Order} {e.ItemId} {e.Section} {e.Page}"))
            + string.Join('\n', issues.Select(i => $"{i.ItemId} {i.Documents} {i.LastPage}"))
            + string.Join('\n', lines.Select(e => $"{e.ItemId} {e.TitleKey} {e.EffectiveOn} {e.RepealedOn}"));
    });

    private async Task<string> DocumentAsync(string title, string? number) => (await PublishAsync("OfficialDocument", new ContentData(
        new TitlePart(title), new DisclosureRecordPart(), new MarkdownBodyPart("## 一、要求\n\n正文。\n\n## 二、保障\n\n正文。"),
        new OfficialDocumentPart { Number = number, FormedOn = new(2015, 1, 2), EffectiveOn = new(2015, 2, 1), IssuingAgencies = ["云岭市人民政府"] }))).ItemId;

    // Tests of one class share a portal: an issue that is there already stays.
    private async Task IssueAsync(int year, int number, int? total, params (string Section, string? ItemId, string Title, int? Page)[] entries)
    {
        var path = GazetteIssuePart.PathOf(year, number);
        if (await portal.Host.InScopeAsync(s => s.GetRequiredService<IContentStore>().PublishedAtAsync(path)) is not null)
        {
            return;
        }

        await PublishAsync("GazetteIssue", new ContentData(
            new TitlePart($"云岭市人民政府公报{year}年第{number}号"), new AutoroutePart(path.TrimStart('/')), new DisclosureRecordPart(),
            new GazetteIssuePart
            {
                Gazette = "云岭市人民政府公报", Year = year, Number = number, TotalNumber = total, PublishedOn = new(year, 1, 31),
                Sections = [.. entries.GroupBy(e => e.Section).Select(g => new GazetteSection(g.Key, [.. g.Select(e => new GazetteEntry(e.ItemId, e.Title, e.Page))]))],
            }));
    }

    private Task<ContentVersion> PublishAsync(string type, ContentData data) => portal.Host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        var version = await store.CreateAsync(new(type, "SMX-JYJ", data));
        return await store.PublishAsync(version.ItemId);
    });
}

[Trait("Database", "SQLite")]
public sealed class GazettePagesTestsOnSqlite(SqlitePortal portal) : GazettePagesTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class GazettePagesTestsOnPostgres(PostgresPortal portal) : GazettePagesTests(portal), IClassFixture<PostgresPortal>;

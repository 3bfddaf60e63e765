using System.Net;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Gazettes.Import;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Gazettes;

/// <summary>From the text of an issue to its pages.</summary>
public abstract class GazetteImportTests(PortalFixture portal)
{
    private Task<ImportReport> ImportAsync(byte[] bytes, bool publish) => portal.Host.InScopeAsync(services =>
        services.GetRequiredService<GazetteImporter>().ImportAsync(bytes, new ImportOptions { Publish = publish }));

    private Task<int> CountAsync<T>()
        where T : class => portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<T>().CountAsync());

    [Fact]
    public async Task RealIssue_FillsTheDemonstration_AndItsPagesShowIt()
    {
        var bytes = await File.ReadAllBytesAsync(Seeds.PathOf("gazette-2019-06.txt"));
        var before = await CountAsync<CatalogueEntry>();

        var report = await ImportAsync(bytes, publish: true);

        Assert.Equal(before, await CountAsync<CatalogueEntry>());
        Assert.All(report.Documents, d => Assert.Equal(ImportChange.Updated, d.Change));
        using var visitor = portal.NewVisitor();
        var issue = await visitor.GetPageAsync("/gazettes/2019/6");
        Assert.Equal(["重要文件", "市政府文件", "市政府办公室文件"], issue.TextsOf(".contents__section"));
        Assert.Equal(["第1页", "第11页", "第15页", "第25页", "第32页", "第36页", "第41页"], issue.TextsOf(".contents__page"));
        Assert.Contains("总第161号", issue.VisibleText);
        Assert.Contains("2019年6月11日", issue.VisibleText);
        Assert.Contains("标准文本", issue.VisibleText);

        var regulation = await issue.FollowAsync(".contents__link");
        Assert.Equal(56, regulation.Document.QuerySelectorAll("p.article[id]").Length);
        Assert.StartsWith("第三十三条", regulation.Find("#第三十三条").TextContent);
        Assert.Equal("#第三十三条", Uri.UnescapeDataString(regulation.Find("#第三十三条 a.article-number").GetAttribute("href")!));
        Assert.Contains("《三门峡市人民政府公报》2019年第6号，第1页", regulation.VisibleText);
        Assert.Contains("2019年5月15日", regulation.VisibleText);

        var next = await regulation.FollowAsync("a[rel=next]");
        Assert.Contains("三政〔2019〕8号", next.Find(".document__number").TextContent);
        Assert.NotNull(next.Document.QuerySelector(".scroll-region table"));
        Assert.Equal("中华人民共和国政府信息公开条例", next.Find("a[rel=prev] .govuk-pagination__link-label").TextContent);

        var again = await ImportAsync(bytes, publish: true);
        Assert.False(again.ChangedAnything);
    }

    [Fact]
    public async Task OwnIssue_DraftThenPublished_IsSeenOnlyThen_AndAgainChangesNothing()
    {
        using var visitor = portal.NewVisitor();

        var draft = await ImportAsync(PrintedIssueText.BytesOf(1), publish: false);

        Assert.Equal(ImportChange.Created, draft.Change);
        Assert.Single(draft.Issue.Doubts);
        await visitor.GetPageAsync(PrintedIssueText.AddressOf(1), HttpStatusCode.NotFound);
        await visitor.GetPageAsync(draft.Documents[0].Path, HttpStatusCode.NotFound);

        var published = await ImportAsync(PrintedIssueText.BytesOf(1), publish: true);

        Assert.Equal((ImportChange.None, 3), (published.Change, published.PublishedNow));
        var issue = await visitor.GetPageAsync(PrintedIssueText.AddressOf(1));
        Assert.Equal(["三门峡市人民政府关于修建城东测试公园的决", "三门峡市人民政府办公室关于做好测试井维护工作的通知"], issue.TextsOf(".contents__link"));
        var document = await issue.FollowAsync(".contents__link");
        Assert.Equal("三门峡市人民政府关于修建城东测试公园的决定", document.Find("h1").TextContent);
        Assert.Contains("3公顷", document.Find("table").TextContent);
        Assert.Contains(PrintedIssueText.AddressOf(1), (await visitor.GetPageAsync("/gazettes?year=2022")).Html);

        var entries = await CountAsync<AuditEntry>();
        var again = await ImportAsync(PrintedIssueText.BytesOf(1), publish: true);
        Assert.False(again.ChangedAnything);
        Assert.Equal(entries, await CountAsync<AuditEntry>());
    }

    [Fact]
    public async Task PrintView_ShowsTheTextWithoutTheNeighbours()
    {
        await ImportAsync(PrintedIssueText.BytesOf(2), publish: true);
        using var visitor = portal.NewVisitor();
        var issue = await visitor.GetPageAsync(PrintedIssueText.AddressOf(2));
        var path = issue.Find("a.contents__link").GetAttribute("href");

        var print = await visitor.GetPageAsync(path + "?view=print");

        Assert.Contains("四月开工", print.VisibleText);
        Assert.Contains("《三门峡市人民政府公报》2022年第2号，第1页", print.VisibleText);
        Assert.Null(print.Document.QuerySelector("a[rel=next]"));
    }

    [Theory]
    [InlineData("/gazettes/1980/1")]
    [InlineData("/gazettes?year=1980")]
    public async Task WhatIsNotThere_Answers404(string address)
    {
        using var visitor = portal.NewVisitor();
        await visitor.GetPageAsync(address, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task WhoeverMayNotWriteForThePublisher_IsRefused_AndNothingIsKept()
    {
        var before = await CountAsync<AuditEntry>();

        var refused = await Assert.ThrowsAnyAsync<ContentRefusedException>(() => portal.Host.InScopeAsync(services =>
            services.GetRequiredService<GazetteImporter>().ImportAsync(
                PrintedIssueText.BytesOf(3),
                new ImportOptions { MayWrite = _ => Task.FromResult(false) })));

        Assert.Contains("权限", refused.Message);
        Assert.Equal(before, await CountAsync<AuditEntry>());
    }
}

[Trait("Database", "SQLite")]
public sealed class GazetteImportTestsOnSqlite(SqlitePortal portal) : GazetteImportTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class GazetteImportTestsOnPostgres(PostgresPortal portal) : GazetteImportTests(portal), IClassFixture<PostgresPortal>;

using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Host;

/// <summary>What holds for every page that the public may see.</summary>
public abstract class PublicPagesTests(PortalFixture portal)
{
    [Fact]
    public async Task Every_page_without_parameters_answers()
    {
        var paths = portal.Host.PublicPages();
        Assert.Contains("/", paths);
        using var visitor = portal.NewVisitor();
        await Assert.AllAsync(paths, async path =>
        {
            // Pages that only a form leads to say so with 404 or a redirect; none may break.
            using var response = await visitor.GetAsync(path);
            Assert.True((int)response.StatusCode < 500, $"{path} answered {(int)response.StatusCode}.");
        });
    }

    [Fact]
    public async Task Every_link_leads_to_a_sound_page()
    {
        using var visitor = portal.NewVisitor();
        var crawl = await PublicCrawl.FromHomeAsync(visitor);
        Assert.True(crawl.PagesRead >= 10, $"Only {crawl.PagesRead} pages can be reached from the home page.");
        Assert.True(crawl.Faults.Count == 0, string.Join('\n', crawl.Faults));
    }

    [Fact]
    public async Task An_unknown_page_says_so_in_Chinese()
    {
        using var visitor = portal.NewVisitor();
        var page = await visitor.GetPageAsync("/no-such-page", HttpStatusCode.NotFound);
        Assert.Equal("zh-CN", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("没有找到", page.VisibleText, StringComparison.Ordinal);
        Assert.NotEmpty(page.Document.QuerySelectorAll("main a[href]"));
        Assert.Empty(PageFaults.Of(page));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_reported(string path)
    {
        using var visitor = portal.NewVisitor();
        using var response = await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Healthy", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_console_is_closed_to_the_public()
    {
        using var visitor = portal.NewVisitor();
        var page = await visitor.GetPageAsync("/console");
        Assert.Equal("/account/sign-in", page.Address.AbsolutePath);
    }
}

[Trait("Database", "SQLite")]
public sealed class PublicPagesOnSqlite(SqlitePortal portal) : PublicPagesTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class PublicPagesOnPostgres(PostgresPortal portal) : PublicPagesTests(portal), IClassFixture<PostgresPortal>;

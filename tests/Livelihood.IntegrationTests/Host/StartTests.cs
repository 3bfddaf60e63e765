using Livelihood.IntegrationTests.Data;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Host;

/// <summary>What a start does to a data folder: the first, the second, in Production and in Development.</summary>
public abstract class StartTests
{
    [Fact]
    public async Task A_second_start_on_the_same_data_folder_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        await using var database = await CreateDatabaseAsync();
        IReadOnlyDictionary<string, string> first;
        await using (var host = PortalHost.Start(folder.Path, database))
        {
            first = await host.InScopeAsync(s => DatabaseContent.ReadAsync(s.GetRequiredService<PortalDbContext>()));
        }

        await using var again = PortalHost.Start(folder.Path, database);
        using var visitor = again.NewVisitor();
        await visitor.GetPageAsync("/");
        var second = await again.InScopeAsync(s => DatabaseContent.ReadAsync(s.GetRequiredService<PortalDbContext>()));

        Assert.NotEqual("0", first["agencies"].Split(' ')[0]);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Set_up_is_in_the_audit_chain_and_the_chain_holds()
    {
        using var folder = new TemporaryFolder();
        await using var database = await PrepareAsync(folder.Path);
        await using var host = PortalHost.Start(folder.Path, database);
        var found = await host.InScopeAsync(s => AuditChain.VerifyAsync(s.GetRequiredService<PortalDbContext>()));
        Assert.Null(found.BrokenAt);
        Assert.True(found.Intact > 0, "Nothing was entered.");
    }

    [Fact]
    public async Task Production_creates_no_account()
    {
        using var folder = new TemporaryFolder();
        await using var database = await PrepareAsync(folder.Path);
        await using var host = PortalHost.Start(folder.Path, database, "Production");
        Assert.Empty(await AccountsOf(host));
        Assert.False(File.Exists(Path.Combine(folder.Path, "demonstration-accounts.json")));
    }

    [Fact]
    public async Task Development_creates_one_account_a_role_once()
    {
        using var folder = new TemporaryFolder();
        await using var database = await CreateDatabaseAsync();
        IReadOnlyList<string> first;
        await using (var host = PortalHost.Start(folder.Path, database, "Development"))
        {
            first = await AccountsOf(host);
        }

        Assert.Equal(Roles.All.Order(StringComparer.Ordinal), first);
        await using var again = PortalHost.Start(folder.Path, database, "Development");
        Assert.Equal(first, await AccountsOf(again));
    }

    /// <summary>An empty database, beside an empty data folder.</summary>
    protected abstract Task<TestDatabase> CreateDatabaseAsync();

    /// <summary>A data folder and a database after a first start in Production.</summary>
    protected abstract Task<TestDatabase> PrepareAsync(string dataFolder);

    private static Task<IReadOnlyList<string>> AccountsOf(PortalHost host) => host.InScopeAsync<IReadOnlyList<string>>(async services =>
        await services.GetRequiredService<PortalDbContext>().Set<RoleAssignment>().Select(a => a.Role).Order().ToListAsync());
}

[Trait("Database", "SQLite")]
public sealed class StartOnSqlite : StartTests
{
    // Addresses do not come from the database.
    [Fact]
    public async Task Under_a_path_prefix_every_address_stays_under_it()
    {
        using var folder = new TemporaryFolder();
        await using var database = await PrepareAsync(folder.Path);
        await using var host = PortalHost.Start(
            folder.Path, database, settings: new Dictionary<string, string> { ["Portal:PathBase"] = "/zwgk" });
        using var visitor = host.NewVisitor();
        var crawl = await PublicCrawl.FromHomeAsync(visitor, "/zwgk");
        Assert.True(crawl.PagesRead >= 10, $"Only {crawl.PagesRead} pages can be reached from the home page.");
        Assert.True(crawl.Faults.Count == 0, string.Join('\n', crawl.Faults));
    }

    [Fact]
    public async Task At_its_own_address_links_lead_there_whatever_host_a_request_names()
    {
        using var folder = new TemporaryFolder();
        await using var database = await PrepareAsync(folder.Path);
        await using var host = PortalHost.Start(
            folder.Path, database, settings: new Dictionary<string, string> { ["Portal:Address"] = "https://gongkai.example:8443" });
        using var visitor = host.NewVisitor();
        using var robots = new HttpRequestMessage(HttpMethod.Get, "/robots.txt") { Headers = { Host = "elsewhere.example" } };
        using var answer = await visitor.SendRawAsync(robots);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains("https://gongkai.example:8443/sitemap.xml", text, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere", text, StringComparison.Ordinal);
    }

    protected override Task<TestDatabase> CreateDatabaseAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    protected override Task<TestDatabase> PrepareAsync(string dataFolder) => PreparedPortal.CopyToSqliteAsync(dataFolder);
}

[Trait("Database", "PostgreSQL")]
public sealed class StartOnPostgres : StartTests
{
    protected override async Task<TestDatabase> CreateDatabaseAsync() => await PostgresTestDatabase.CreateAsync();

    protected override Task<TestDatabase> PrepareAsync(string dataFolder) => PreparedPortal.CopyToPostgresAsync(dataFolder);
}

using System.Globalization;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Data;
using Livelihood.Search.Index;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Search;

/// <summary>The index beside the content: the same whichever way it came about, and never in the way.</summary>
public abstract class IndexTests(PortalFixture portal) : IAsyncLifetime
{
    private readonly Library _library = new(portal.Host);

    public async ValueTask InitializeAsync() => await _library.OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Rebuild_AfterPublishingRevisingAndWithdrawing_EqualsTheIncrementalIndex()
    {
        var revised = await _library.PublishAsync("甲", "## 一、第一\n\n旧文。", "三测办〔2019〕8号");
        await _library.PublishAsync("乙", "依照三测办〔2019〕8号执行。");
        await _library.ReviseAsync(revised, "甲", "## 一、第一\n\n新文。");
        await _library.WithdrawAsync(await _library.PublishAsync("丙", "撤回。"));
        await _library.ReviseAsync(await _library.PublishAsync("丁", "已公开。"), "丁", "草稿。", publish: false);
        var incremental = await DumpAsync();
        Assert.NotEmpty(incremental);

        await RebuildAsync();
        Assert.Equal(incremental, await DumpAsync());

        await portal.Host.InScopeAsync(ClearAsync);
        Assert.Empty(await DumpAsync());
        var progress = new Reports();
        await RebuildAsync(progress);
        Assert.Equal(incremental, await DumpAsync());
        Assert.Equal(progress.Last?.Total, progress.Last?.Done);
    }

    [Fact]
    public async Task Publish_WhileOthersSearch_LetsNobodyWaitOrFail()
    {
        var published = Task.Run(async () =>
        {
            for (var i = 0; i < 20; i++)
            {
                await _library.PublishAsync($"并行第{i}篇", "芦苇湿地保护。");
            }
        });
        var searches = Enumerable.Range(0, 8).Select(async _ =>
        {
            using var visitor = portal.NewVisitor();
            for (var i = 0; i < 10; i++)
            {
                await visitor.GetPageAsync("/search?q=芦苇湿地");
            }
        });

        await Task.WhenAll([published, .. searches]);

        using var reader = portal.NewVisitor();
        Assert.Contains("共 20 篇", (await reader.GetPageAsync("/search?q=芦苇湿地")).VisibleText);
    }

    /// <summary>All rows of the index by item, without row numbers, which may differ.</summary>
    protected abstract string TermsQuery { get; }

    /// <summary>Makes what <see cref="TermsQuery"/> reads, on the connection that is open.</summary>
    protected virtual Task PrepareToReadAsync(DatabaseFacade database) => Task.CompletedTask;

    /// <summary>Empties the index, as if it had never been written.</summary>
    protected abstract Task ClearAsync(IServiceProvider services);

    private Task<int> RebuildAsync(IProgress<RebuildProgress>? progress = null) => portal.Host.InScopeAsync(services =>
        services.GetRequiredService<IndexRebuild>().RunAsync(progress, TestContext.Current.CancellationToken));

    private Task<List<string>> DumpAsync() => portal.Host.InScopeAsync(async services =>
    {
        var lines = new List<string>();
        lines.AddRange(await ReadAsync(services, """
            SELECT d."ItemId", d."VersionNumber", d."Type", d."AgencyId", d."Date", d."Year", d."IsInForce", d."NumberCode", d."NumberYear",
                d."NumberSerial", t."Title", t."Headings", t."Text", t."Sections"
            FROM search_documents AS d JOIN search_texts AS t ON t."DocumentId" = d."Id" ORDER BY d."ItemId"
            """));
        lines.AddRange(await ReadAsync(services, TermsQuery));
        return lines;
    });

    private async Task<List<string>> ReadAsync(IServiceProvider services, string sql)
    {
        var database = services.GetRequiredService<PortalDbContext>().Database;
        await database.OpenConnectionAsync();
        await PrepareToReadAsync(database);
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return lines;
    }

    private sealed class Reports : IProgress<RebuildProgress>
    {
        public RebuildProgress? Last { get; private set; }

        public void Report(RebuildProgress value) => Last = value;
    }
}

[Trait("Database", "SQLite")]
public sealed class IndexTestsOnSqlite(SqlitePortal portal) : IndexTests(portal), IClassFixture<SqlitePortal>
{
    protected override string TermsQuery => """
        SELECT d."ItemId", v.term, v.col, v.offset FROM terms_found AS v JOIN search_documents AS d ON d."Id" = v.doc
        UNION ALL
        SELECT d."ItemId", v.term, v.col, 0 FROM characters_found AS v JOIN search_documents AS d ON d."Id" = v.doc
        ORDER BY 1, 3, 4, 2
        """;

    protected override Task PrepareToReadAsync(DatabaseFacade database) => database.ExecuteSqlAsync($"""
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms_found USING fts5vocab(main, search_terms, instance);
        CREATE VIRTUAL TABLE IF NOT EXISTS temp.characters_found USING fts5vocab(main, search_characters, instance);
        """);

    protected override Task ClearAsync(IServiceProvider services) =>
        services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlAsync($"""
            INSERT INTO search_terms (search_terms) VALUES ('delete-all');
            INSERT INTO search_characters (search_characters) VALUES ('delete-all');
            DELETE FROM search_texts;
            DELETE FROM search_documents;
            """);
}

[Trait("Database", "PostgreSQL")]
public sealed class IndexTestsOnPostgres(PostgresPortal portal) : IndexTests(portal), IClassFixture<PostgresPortal>
{
    protected override string TermsQuery => """
        SELECT d."ItemId", t."Terms"::text, t."TitleTerms"::text
        FROM search_terms AS t JOIN search_documents AS d ON d."Id" = t."DocumentId" ORDER BY d."ItemId"
        """;

    protected override Task ClearAsync(IServiceProvider services) =>
        services.GetRequiredService<PortalDbContext>().Database.ExecuteSqlAsync($"DELETE FROM search_documents");
}

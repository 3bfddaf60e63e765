using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Search.Index;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Search;

/// <summary>
/// Two hundred readers at once while an editor publishes and withdraws, and while the index is rebuilt over and over: nobody sees
/// an error or an old result.
/// </summary>
public abstract class LoadTests(PortalFixture portal) : IAsyncLifetime
{
    private const int Readers = 200;
    private const int Publications = 3;
    private const string Result = ".search-result__title";

    private static readonly string[] Questions =
        ["莼菜", "莼菜 采收", "采收标准是多少", "\"莼菜采收\"", "莼菜 -标准", "菜", "三测办〔2033〕5号", "日期:2019", "莼菜 绝无此词", "标题:莼菜"];

    private readonly Library _library = new(portal.Host);

    public async ValueTask InitializeAsync() => await _library.OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Search_TwoHundredAtOnceWhileOthersPublish_ShowsNoErrorAndNothingStale()
    {
        await _library.PublishAsync("莼菜采收技术", "莼菜采收标准另行公布。");
        using var over = new CancellationTokenSource();
        var asked = 0;
        var reading = Enumerable.Range(0, Readers).Select(reader => Task.Run(async () =>
        {
            using var visitor = portal.NewVisitor();
            for (var i = reader; i == reader || !over.IsCancellationRequested; i++)
            {
                using var answer = await visitor.GetAsync($"/search?q={Uri.EscapeDataString(Questions[i % Questions.Length])}");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Interlocked.Increment(ref asked);
            }
        })).ToList();

        var rebuilding = Task.Run(async () =>
        {
            for (var rebuilt = 0; ; rebuilt++)
            {
                await portal.Host.InScopeAsync(services => services.GetRequiredService<IndexRebuild>().RunAsync());
                if (over.IsCancellationRequested)
                {
                    return rebuilt;
                }
            }
        });

        try
        {
            using var editor = portal.NewVisitor();
            for (var i = 0; i < Publications; i++)
            {
                var title = $"莼菜采收第{i}号公告";
                var id = await _library.PublishAsync(title, "莼菜采收。");
                Assert.Equal([title], (await FindAsync(editor, title)).TextsOf(Result));
                if (i % 2 == 0)
                {
                    await _library.WithdrawAsync(id);
                    Assert.DoesNotContain(title, (await FindAsync(editor, title)).TextsOf(Result));
                }
                else
                {
                    await _library.ReviseAsync(id, $"莼菜采收第{i}号公告（修订）", "莼菜采收新法。");
                    Assert.Single((await FindAsync(editor, $"第{i}号公告 \"采收新法\"")).TextsOf(Result));
                }
            }
        }
        finally
        {
            await over.CancelAsync();
        }

        await Task.WhenAll(reading);
        Assert.True(await rebuilding > 0, "The index was not rebuilt meanwhile.");
        Assert.True(asked >= Readers, $"Only {asked} searches were answered.");
    }

    private static Task<PortalPage> FindAsync(PortalVisitor visitor, string text) =>
        visitor.GetPageAsync($"/search?q={Uri.EscapeDataString(text.Contains('"', StringComparison.Ordinal) ? text : $"\"{text}\"")}");
}

[Trait("Database", "SQLite")]
public sealed class LoadTestsOnSqlite(SqlitePortal portal) : LoadTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class LoadTestsOnPostgres(PostgresPortal portal) : LoadTests(portal), IClassFixture<PostgresPortal>;

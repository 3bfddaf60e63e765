using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Data;
using Livelihood.Search.Index;
using Livelihood.Search.Matching.Postgres;
using Livelihood.Search.Querying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Search;

/// <summary>The lists of terms that are kept in memory for PostgreSQL stay those of the index, whatever happens to it.</summary>
[Trait("Database", "PostgreSQL")]
public sealed class TermListTests(PostgresPortal portal) : IClassFixture<PostgresPortal>, IAsyncLifetime
{
    private static readonly TermKey[] Keys =
        [.. new[] { "断头", "头路", "资金", "金", "绝无" }.SelectMany(t => new[] { new TermKey(t, IsInTitle: false), new TermKey(t, IsInTitle: true) })];

    private readonly Library _library = new(portal.Host);
    private readonly TermLists _kept = new();

    public async ValueTask InitializeAsync()
    {
        await _library.OpenAsync();
        await _library.PublishAsync("断头路整治方案", "资金到位。");
    }

    public ValueTask DisposeAsync()
    {
        _kept.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Lists_AfterChangesByOthers_EqualThoseReadAnew()
    {
        await ReadAsync(_kept);
        var revised = await _library.PublishAsync("断头路", "资金。");
        await SeenAsync();
        await _library.ReviseAsync(revised, "资金", "断头路。");
        await SeenAsync();
        await _library.WithdrawAsync(revised);
        await SeenAsync();
        await _library.PublishAsync("资金", "正文。");
        await _library.PublishAsync("断头路资金", "正文。");
        await SeenAsync();

        // As after a time in which more happened than is remembered.
        await _library.PublishAsync("断头路", "正文。");
        await _library.PublishAsync("断头路", "正文。");
        await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<SearchChange>()
            .OrderByDescending(c => c.Generation).Skip(1).ExecuteDeleteAsync());
        await SeenAsync();
    }

    [Fact]
    public async Task Lists_WithoutRoomForAGreaterNumber_AreReadAnew()
    {
        var greatest = await GreatestAsync();
        await ReadAsync(_kept, greatest + 1);
        await _library.PublishAsync("断头路", "资金。");
        Assert.Equal(await ReadAsync(new TermLists(), greatest + 200), await ReadAsync(_kept, greatest + 200));
    }

    [Fact]
    public async Task Lists_InsideATransaction_AreNeitherTakenNorKept()
    {
        await ReadAsync(_kept);
        await portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Set<SearchTerms>().ExecuteDeleteAsync();
            var sets = await _kept.ReadAsync(db, generation: null, Keys, 1000, TestContext.Current.CancellationToken);
            Assert.All(sets.Values, set => Assert.Equal(0, set.Count));
        });
        await SeenAsync();
    }

    private async Task SeenAsync()
    {
        var anew = await ReadAsync(new TermLists());
        Assert.Equal(anew, await ReadAsync(_kept));
        Assert.Contains(anew, line => !line.EndsWith(": ", StringComparison.Ordinal));
    }

    private Task<int> GreatestAsync() => portal.Host.InScopeAsync(async services =>
        (int)await services.GetRequiredService<PortalDbContext>().Set<SearchDocument>().MaxAsync(d => d.Id));

    private Task<List<string>> ReadAsync(TermLists lists, int limit = 1000) => portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        await using var snapshot = await services.GetRequiredService<Snapshots>().OpenAsync(TestContext.Current.CancellationToken);
        var sets = await lists.ReadAsync(db, snapshot.Generation, Keys, limit, TestContext.Current.CancellationToken);
        return sets.Select(s => $"{s.Key.Text} {(s.Key.IsInTitle ? "in the title" : "")}: {string.Join(' ', s.Value.ToArray())}").Order(StringComparer.Ordinal).ToList();
    });
}

using Livelihood.TestSupport;
using Livelihood.TestSupport.Office;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>
/// A real portal process that is killed while people file: every receipt that was shown exists, and a form that had no answer
/// makes one request. Ten times on both databases: the command <c>kill</c> of the benchmarks.
/// </summary>
public sealed class KilledPortalTests
{
    [Fact]
    [Trait("Database", "SQLite")]
    public Task On_SQLite_no_receipt_is_lost() => KillAsync(PreparedPortal.CopyToSqliteAsync);

    [Fact]
    [Trait("Database", "PostgreSQL")]
    public Task On_PostgreSQL_no_receipt_is_lost() => KillAsync(PreparedPortal.CopyToPostgresAsync);

    private static async Task KillAsync(Func<string, Task<TestDatabase>> prepare)
    {
        using var folder = new TemporaryFolder();
        await using var database = await prepare(folder.Path);
        var report = await KilledPortal.LiveAsync(folder.Path, database, ["SMX-ZFB", "SMX-CZJ"], kills: 1, people: 10);
        await using var host = PortalHost.Start(folder.Path, database);
        var proof = await host.InScopeAsync(services => RegisterProof.OfAsync(services, report.Receipts));
        Assert.Empty(report.Lost);
        Assert.Empty(proof.Faults);
        Assert.Equal(report.Forms, proof.Requests);
    }
}

using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Fixtures;

/// <summary>
/// A running portal with a data folder and a database of its own, set up and with the demonstration's content, for the tests of one class.
/// A class of tests is abstract and has two sealed heirs, so that every test runs on both databases:
/// <code>
/// public abstract class CatalogueTests(PortalFixture portal) { [Fact] public async Task ... }
/// [Trait("Database", "SQLite")] public sealed class CatalogueTestsOnSqlite(SqlitePortal portal) : CatalogueTests(portal), IClassFixture&lt;SqlitePortal&gt;;
/// [Trait("Database", "PostgreSQL")] public sealed class CatalogueTestsOnPostgres(PostgresPortal portal) : CatalogueTests(portal), IClassFixture&lt;PostgresPortal&gt;;
/// </code>
/// </summary>
public abstract class PortalFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private TestDatabase? _database;
    private PortalHost? _host;

    public PortalHost Host => _host ?? throw new InvalidOperationException("The portal has not been started.");

    public IServiceProvider Services => Host.Services;

    public ManualTimeProvider Clock => Host.Clock;

    public string DataFolder => _folder.Path;

    /// <summary>Somebody who visits the portal with cookies of their own.</summary>
    public PortalVisitor NewVisitor() => Host.NewVisitor();

    public async ValueTask InitializeAsync()
    {
        _database = await PrepareAsync(DataFolder);
        _host = PortalHost.Start(DataFolder, _database, settings: Settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the portal is set to, beside what all are; asked for after <see cref="PrepareAsync"/>.</summary>
    protected virtual IReadOnlyDictionary<string, string>? Settings => null;

    /// <summary>Fills the data folder and makes the database.</summary>
    protected abstract Task<TestDatabase> PrepareAsync(string dataFolder);
}

/// <summary>A running portal on SQLite.</summary>
public sealed class SqlitePortal : PortalFixture
{
    protected override Task<TestDatabase> PrepareAsync(string dataFolder) => PreparedPortal.CopyToSqliteAsync(dataFolder);
}

/// <summary>A running portal on PostgreSQL.</summary>
public sealed class PostgresPortal : PortalFixture
{
    protected override Task<TestDatabase> PrepareAsync(string dataFolder) => PreparedPortal.CopyToPostgresAsync(dataFolder);
}

using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Reminders;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Data;

/// <summary>The migrations make the schema that the model describes: no more, no less, on both databases.</summary>
public abstract class SchemaTests(PortalFixture portal)
{
    [Fact]
    public Task No_change_of_the_model_waits_for_a_migration() => portal.Host.InScopeAsync(services =>
    {
        Assert.False(
            services.GetRequiredService<PortalDbContext>().Database.HasPendingModelChanges(),
            "The model changed. Run 'bash src/Livelihood.Migrations/add.sh Name' to write the migrations for both databases.");
        return Task.CompletedTask;
    });

    [Fact]
    public Task The_migrated_schema_is_the_models() => portal.Host.InScopeAsync(async services =>
    {
        var migrated = services.GetRequiredService<PortalDbContext>();
        await using var database = await CreateEmptyDatabaseAsync();
        await using var created = OnDatabase(services, database.ConnectionString);
        await created.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        var expected = await DatabaseSchema.ReadAsync(created);
        var actual = await DatabaseSchema.ReadAsync(migrated);
        Assert.Contains(expected, line => line.StartsWith("table agencies", StringComparison.Ordinal));
        Assert.Equal([], expected.Except(actual));
        Assert.Equal([], actual.Except(expected).Where(line => !DatabaseSchema.IsBeyondTheModel(line)));
    });

    /// <summary>A database without tables, on the same server as the fixture's.</summary>
    protected abstract Task<EmptyDatabase> CreateEmptyDatabaseAsync();

    /// <summary>The portal's context on another database.</summary>
    protected abstract PortalDbContext OnDatabase(IServiceProvider services, string connectionString);

    protected sealed class EmptyDatabase(string connectionString, Func<ValueTask> remove) : IAsyncDisposable
    {
        public string ConnectionString => connectionString;

        public ValueTask DisposeAsync() => remove();
    }
}

[Trait("Database", "SQLite")]
public sealed class SchemaOnSqlite(SqlitePortal portal) : SchemaTests(portal), IClassFixture<SqlitePortal>
{
    private readonly SqlitePortal _portal = portal;

    // On PostgreSQL columns were added; here the table was made anew.
    [Fact]
    public Task An_upgrade_keeps_the_reminders_that_were_sent() => _portal.Host.InScopeAsync(async services =>
    {
        await using var database = await CreateEmptyDatabaseAsync();
        await using var db = OnDatabase(services, database.ConnectionString);
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var migrator = db.GetService<IMigrator>();
        await migrator.MigrateAsync(db.Database.GetMigrations().Single(name => name.EndsWith("_LettersAnswersAccounts", StringComparison.Ordinal)), TestContext.Current.CancellationToken);

        // The request itself does not matter here.
        await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys=OFF", TestContext.Current.CancellationToken);
        var (request, account, day) = (Guid.CreateVersion7(), Guid.CreateVersion7(), new DateOnly(2026, 3, 30));
        await db.Database.ExecuteSqlAsync(
            $"""INSERT INTO disclosure_reminders ("RequestId", "DueOn", "Mark", "AccountId", "SentUtc") VALUES ({request}, {day}, {-1}, {account}, {1})""",
            TestContext.Current.CancellationToken);
        await migrator.MigrateAsync(cancellationToken: TestContext.Current.CancellationToken);

        var kept = await db.Set<SentReminder>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((request, LimitKind.Reply, "", day, -1, account), (kept.RequestId, kept.Kind, kept.Reference, kept.DueOn, kept.Mark, kept.AccountId));
    });

    protected override Task<EmptyDatabase> CreateEmptyDatabaseAsync()
    {
        var folder = new TemporaryFolder();
        return Task.FromResult(new EmptyDatabase($"Data Source={Path.Combine(folder.Path, "empty.db")};Pooling=False", () =>
        {
            folder.Dispose();
            return ValueTask.CompletedTask;
        }));
    }

    protected override PortalDbContext OnDatabase(IServiceProvider services, string connectionString) =>
        new SqlitePortalContext(new DbContextOptionsBuilder<SqlitePortalContext>().UseApplicationServiceProvider(services)
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly("Livelihood.Migrations")).Options);
}

[Trait("Database", "PostgreSQL")]
public sealed class SchemaOnPostgres(PostgresPortal portal) : SchemaTests(portal), IClassFixture<PostgresPortal>
{
    protected override async Task<EmptyDatabase> CreateEmptyDatabaseAsync()
    {
        var database = await PostgresTestDatabase.CreateAsync();
        return new EmptyDatabase(database.ConnectionString, database.DisposeAsync);
    }

    protected override PortalDbContext OnDatabase(IServiceProvider services, string connectionString) =>
        new PostgresPortalContext(new DbContextOptionsBuilder<PostgresPortalContext>().UseApplicationServiceProvider(services)
            .UseNpgsql(connectionString).Options);
}

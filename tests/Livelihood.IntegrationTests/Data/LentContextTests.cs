using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Data;

/// <summary>A context is used again by another scope, which finds nothing of the one before in it.</summary>
public abstract class LentContextTests(PortalFixture portal)
{
    [Fact]
    public async Task Scope_AfterOneThatLeftThingsUndone_FindsNothingOfThem()
    {
        // There may be others to be lent, which jobs gave back.
        var left = new HashSet<PortalDbContext>(ReferenceEqualityComparer.Instance);
        for (var round = 0; round == left.Count; round++)
        {
            Assert.True(round < 50, "no context was used again");
            await portal.Host.InScopeAsync(async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                left.Add(db);
                AssertNothingIsLeft(services);
                db.Database.SetCommandTimeout(3);
                services.GetRequiredService<IAuditTrail>().Record("test.saved", "Test", "X");
                await db.SaveChangesAsync();
                await db.Database.BeginTransactionAsync();
                (await db.Set<Agency>().OrderBy(a => a.Id).FirstAsync()).Name = "没有保存的改名";
                services.GetRequiredService<IAuditTrail>().Record("test.left-undone", "Test", "X");
            });
        }

        await portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            AssertNothingIsLeft(services);
            services.GetRequiredService<IAuditTrail>().Record("test.after", "Test", "X");
            await db.SaveChangesAsync();
            Assert.False(await db.Set<AuditEntry>().AnyAsync(e => e.Action == "test.left-undone"));
            Assert.False(await db.Set<Agency>().AnyAsync(a => a.Name == "没有保存的改名"));
        });
    }

    private static void AssertNothingIsLeft(IServiceProvider services)
    {
        var db = services.GetRequiredService<PortalDbContext>();
        Assert.Null(db.Database.GetCommandTimeout());
        Assert.Null(db.Database.CurrentTransaction);
        Assert.Null(services.GetRequiredService<IAuditTrail>().LastHash);
        Assert.Empty(db.ChangeTracker.Entries());
    }
}

[Trait("Database", "SQLite")]
public sealed class LentContextOnSqlite(SqlitePortal portal) : LentContextTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class LentContextOnPostgres(PostgresPortal portal) : LentContextTests(portal), IClassFixture<PostgresPortal>;

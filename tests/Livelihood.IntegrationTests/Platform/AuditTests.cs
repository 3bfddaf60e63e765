using System.Data.Common;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Platform;

public abstract class AuditTests(PortalFixture portal)
{
    [Fact]
    public async Task Chain_AfterSetUp_Holds() => await portal.Host.InScopeAsync(async services =>
    {
        var found = await AuditChain.VerifyAsync(services.GetRequiredService<PortalDbContext>(), TestContext.Current.CancellationToken);

        Assert.Null(found.BrokenAt);
        Assert.True(found.Intact > 0, "the set-up recipes wrote no entry");
    });

    [Fact]
    public async Task Save_WithoutAnEntry_IsRefused() => await portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var name = await RenameFirstAgencyAsync(db, "无记录的改名");

        await Assert.ThrowsAsync<UnaccountedChangeException>(() => db.SaveChangesAsync());

        db.ChangeTracker.Clear();
        Assert.Equal(name, (await FirstAgencyAsync(db)).Name);
    });

    [Fact]
    public async Task Save_WithAnEntry_ChainsItInTheSameTransaction() => await portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var audit = services.GetRequiredService<IAuditTrail>();
        var before = await LastAsync(db);
        await using (await db.BeginUnitAsync())
        {
            await RenameFirstAgencyAsync(db, "没有提交的改名");
            audit.Record("agency.renamed", nameof(Agency), "X");
            await db.SaveChangesAsync();
            Assert.Equal(before.Sequence + 1, (await LastAsync(db)).Sequence);
        }

        // Rolled back with what it told of.
        Assert.Equal(before.Hash, (await LastAsync(db)).Hash);
        db.ChangeTracker.Clear();
        audit.Record("agency.looked-at", nameof(Agency), "X", new { Note = "中文" });
        await db.SaveChangesAsync();

        var last = await LastAsync(db);
        Assert.Equal((before.Sequence + 1, before.Hash), (last.Sequence, last.PreviousHash));
        Assert.Equal(last.Hash, audit.LastHash);
        Assert.Equal("system", last.Actor);
        Assert.Contains("中文", last.Details);
    });

    [Fact]
    public async Task Entries_OfAWorkThatWasRolledBack_GoWithIt() => await portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var audit = services.GetRequiredService<IAuditTrail>();
        await using (await db.BeginUnitAsync())
        {
            audit.Record("test.given-up", "Test", "X");
        }

        audit.Record("test.done-instead", "Test", "X");
        await db.SaveChangesAsync();

        Assert.False(await db.Set<AuditEntry>().AnyAsync(e => e.Action == "test.given-up"));
        Assert.Equal("test.done-instead", (await LastAsync(db)).Action);
    });

    [Theory]
    [InlineData("UPDATE audit_entries SET \"Action\" = 'x'")]
    [InlineData("DELETE FROM audit_entries")]
    public async Task Database_RefusesToChangeEntries(string sql) => await portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();

        var refusal = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Contains("append-only", refusal.Message);
    });

    [Fact]
    public async Task Chain_WithAChangedEntry_BreaksThere() => await portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        await using var unit = await db.BeginUnitAsync();
        // What somebody with the database in hand could do: take the guard away, then change history.
        await db.Database.ExecuteSqlRawAsync(db.Kind == DatabaseKind.Sqlite
            ? "DROP TRIGGER audit_entries_no_update"
            : "DROP TRIGGER audit_entries_append_only ON audit_entries");
        await db.Database.ExecuteSqlRawAsync("UPDATE audit_entries SET \"Actor\" = 'nobody' WHERE \"Sequence\" = 2");

        var found = await AuditChain.VerifyAsync(db, TestContext.Current.CancellationToken);

        Assert.Equal(2, found.BrokenAt);
        Assert.Equal(1, found.Intact);
    });

    [Fact]
    public async Task Entries_WrittenAtOnce_StandInOneChain()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => portal.Host.InScopeAsync(async services =>
        {
            services.GetRequiredService<IAuditTrail>().Record("test.at-once", "Test", i.ToString());
            await services.GetRequiredService<PortalDbContext>().SaveChangesAsync();
        })));

        await portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            Assert.Equal(20, await db.Set<AuditEntry>().CountAsync(e => e.Action == "test.at-once"));
            Assert.Null((await AuditChain.VerifyAsync(db)).BrokenAt);
        });
    }

    private static async Task<string> RenameFirstAgencyAsync(PortalDbContext db, string name)
    {
        var agency = await FirstAgencyAsync(db);
        (var old, agency.Name) = (agency.Name, name);
        return old;
    }

    private static Task<Agency> FirstAgencyAsync(PortalDbContext db) => db.Set<Agency>().OrderBy(a => a.Id).FirstAsync();

    private static Task<AuditEntry> LastAsync(PortalDbContext db) =>
        db.Set<AuditEntry>().AsNoTracking().OrderByDescending(e => e.Sequence).FirstAsync();
}

[Trait("Database", "SQLite")]
public sealed class AuditTestsOnSqlite(SqlitePortal portal) : AuditTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class AuditTestsOnPostgres(PostgresPortal portal) : AuditTests(portal), IClassFixture<PostgresPortal>;

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Livelihood.Platform.Data;

/// <summary>Brings the database to the schema of this version of the portal.</summary>
public sealed class DatabasePreparation(PortalDbContext db)
{
    /// <summary>
    /// Creates the database where there is none and applies what migrations are missing. The caller holds
    /// the <see cref="SetUpLock"/>, so a migration lock found in SQLite was left by a process that died.
    /// </summary>
    /// <returns>The names of the migrations applied; empty when the schema was current.</returns>
    public async Task<IReadOnlyList<string>> PrepareAsync(CancellationToken cancellation = default)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (pending.Count == 0)
        {
            return pending;
        }

        if (db.Kind == DatabaseKind.Sqlite)
        {
            await DropAbandonedLockAsync(cancellation);
            await ShapeAsync(cancellation);
        }

        await db.Database.MigrateAsync(cancellation);
        return pending;
    }

    /// <summary>
    /// Lets readers read while somebody writes, and gives a database that is new large pages: a search reads megabytes of lists,
    /// and each page is a call. One that has tables keeps the pages it has.
    /// </summary>
    private async Task ShapeAsync(CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA page_size=16384", cancellation);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task DropAbandonedLockAsync(CancellationToken cancellation)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock";""", cancellation);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == 14)
        {
            // 14, cannot open: there is no database yet.
        }
    }
}

using System.Data;
using Livelihood.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Querying;

/// <summary>Lets the statements of one search see one state of the database, while others publish. Waits for no writer.</summary>
internal sealed class Snapshots(PortalDbContext db)
{
    /// <summary>Opens a snapshot; inside a transaction that is one already.</summary>
    public async Task<IAsyncDisposable> OpenAsync(CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            return Nothing.Instance;
        }

        if (db.Kind == DatabaseKind.Sqlite)
        {
            await db.Database.OpenConnectionAsync(cancellation);
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            var reading = connection.BeginTransaction(deferred: true);
            await db.Database.UseTransactionAsync(reading, cancellation);
            return new SqliteReading(db, reading);
        }

        var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);

        // The planner takes common terms for a reason to read all vectors; the GIN index is always faster.
        await db.Database.ExecuteSqlAsync($"SET LOCAL enable_seqscan = off", cancellation);
        return transaction;
    }

    private sealed class SqliteReading(PortalDbContext db, SqliteTransaction reading) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await reading.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }

    private sealed class Nothing : IAsyncDisposable
    {
        public static readonly Nothing Instance = new();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

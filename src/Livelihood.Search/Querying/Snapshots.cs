using System.Data;
using Livelihood.Platform.Data;
using Livelihood.Search.Index;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Querying;

/// <summary>A state of the database that the statements of one search see.</summary>
/// <param name="Generation">The state of the index.</param>
/// <param name="IsShared">False inside somebody's transaction, whose end nobody knows: nothing may be taken from memory or kept.</param>
/// <param name="End">Ends it.</param>
internal sealed record Snapshot(long Generation, bool IsShared, Func<ValueTask> End) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => End();
}

/// <summary>Lets the statements of one search see one state of the database, while others publish. Waits for no writer.</summary>
internal sealed class Snapshots(PortalDbContext db)
{
    /// <summary>The state of the index that the open snapshot shows; null where none is open that others may share.</summary>
    public long? SharedGeneration { get; private set; }

    /// <summary>Opens a snapshot; inside a transaction that is one already.</summary>
    public async Task<Snapshot> OpenAsync(CancellationToken cancellation)
    {
        var isShared = db.Database.CurrentTransaction is null;
        var opened = isShared ? await BeginAsync(cancellation) : null;
        try
        {
            var generation = await SearchChanges.GenerationAsync(db, cancellation);
            SharedGeneration = isShared ? generation : null;
            return new(generation, isShared, () => EndAsync(opened));
        }
        catch
        {
            await EndAsync(opened);
            throw;
        }
    }

    private ValueTask EndAsync(IAsyncDisposable? opened)
    {
        SharedGeneration = null;
        return opened?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private async Task<IAsyncDisposable> BeginAsync(CancellationToken cancellation)
    {
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
}

using System.Globalization;
using Livelihood.Platform.Data;
using Livelihood.Search.Matching.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Livelihood.Search.Index;

/// <summary>
/// Merges the segments in which FTS5 leaves what was published: each search looks its terms up in every one of them. FTS5 does it
/// by itself where four are alike; this does it where two are, a bite at a time, so that nobody who publishes has to wait.
/// SQLite only.
/// </summary>
internal sealed class SegmentMerge(PortalDbContext db)
{
    /// <summary>Pages written before others may write.</summary>
    private const int Bite = 64;

    /// <summary>Fewer changes than this say that nothing was left to merge. See https://sqlite.org/fts5.html#the_merge_command.</summary>
    private const int FewestChanges = 2;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Merges until nothing is left to merge. Returns how many bites it took.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        if (db.Kind != DatabaseKind.Sqlite)
        {
            return 0;
        }

        // Changes are counted by the connection.
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            var tables = new SqliteTables((SqliteConnection)db.Database.GetDbConnection(), null);
            return await RunAsync(tables, SqliteTables.Terms, cancellation) + await RunAsync(tables, SqliteTables.Characters, cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<int> RunAsync(SqliteTables tables, string table, CancellationToken cancellation)
    {
        await TellAsync(tables, table, "usermerge", 2, cancellation);
        for (var bites = 0; ; bites++)
        {
            var before = tables.Changes();
            await TellAsync(tables, table, "merge", Bite, cancellation);
            if (tables.Changes() - before < FewestChanges)
            {
                return bites;
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Gives a command to a table of FTS5.</summary>
    private static async Task TellAsync(SqliteTables tables, string table, string command, int value, CancellationToken cancellation)
    {
        await using var told = tables.Command($"INSERT INTO {table} ({table}, rank) VALUES ('{command}', $1)", value.ToString(CultureInfo.InvariantCulture));
        await told.ExecuteNonQueryAsync(cancellation);
    }
}

/// <summary>Merges now and then, beside everything else.</summary>
[DisallowConcurrentExecution]
internal sealed class MergeSegmentsJob(SegmentMerge merge) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await merge.RunAsync(cancellationToken);
}

using System.Diagnostics;
using Livelihood.Search.Matching.Sqlite.Postings;
using Microsoft.Data.Sqlite;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>
/// Goes through the documents in ranges of their numbers. The first is small; where it shows that the rest takes long, and nobody
/// else is searching, the rest is halved and a second connection takes one half, on another core.
/// </summary>
/// <param name="tables">The tables, on the search's own connection.</param>
/// <param name="limit">One more than the greatest number of a document.</param>
/// <param name="taste">Documents in the first range; so small an index is never halved.</param>
/// <param name="longest">What the rest may take on one core, in milliseconds: to halve it costs half of one.</param>
internal sealed class SideBySide(SqliteTables tables, int limit, int taste = 4_096, double longest = 1.5)
{
    private static int _searching;

    /// <summary>A second connection took a half.</summary>
    public bool IsHalved { get; private set; }

    /// <summary>All documents that match, ascending; null where the index cannot be walked through.</summary>
    /// <param name="collector">Makes a collector for a range.</param>
    /// <param name="open">Opens a walk on a connection.</param>
    public MatchSet? Match(Func<ScoringCollector> collector, Func<SqliteTables, PlanWalk?> open)
    {
        var others = Interlocked.Increment(ref _searching) - 1;
        try
        {
            using var walk = open(tables);
            if (walk is null)
            {
                return null;
            }

            var (found, started) = (collector(), Stopwatch.GetTimestamp());
            walk.Collect((0, Math.Min(taste, limit) - 1), found);
            var isLong = limit > taste && Stopwatch.GetElapsedTime(started).TotalMilliseconds / taste * (limit - taste) >= longest;
            using var second = isLong && others == 0 ? Second.TryOpen(tables, open) : null;
            var middle = second is null ? limit : taste + (limit - taste) / 2;
            var upper = second is null ? Task.FromResult<ScoringCollector?>(null) : Task.Run(ScoringCollector? () =>
            {
                var rest = collector();
                second.Walk.Collect((middle, limit - 1), rest);
                return rest;
            });
            try
            {
                walk.Collect((taste, middle - 1), found);
            }
            finally
            {
                // Its connection must not be closed under it.
                Task.WaitAny(upper);
            }

            IsHalved = second is not null;
            return found.Build(upper.GetAwaiter().GetResult());
        }
        finally
        {
            Interlocked.Decrement(ref _searching);
        }
    }

    /// <summary>A walk on a connection of its own.</summary>
    private sealed class Second : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteTransaction _reading;

        private Second(SqliteConnection connection, SqliteTransaction reading, PlanWalk walk) =>
            (_connection, _reading, Walk) = (connection, reading, walk);

        public PlanWalk Walk { get; }

        /// <summary>Null where somebody wrote meanwhile, so that it would see another state of the index.</summary>
        public static Second? TryOpen(SqliteTables first, Func<SqliteTables, PlanWalk?> open)
        {
            var connection = new SqliteConnection(first.ConnectionString);
            connection.Open();
            var reading = connection.BeginTransaction(deferred: true);
            var tables = new SqliteTables(connection, reading);
            if (tables.Generation() == first.Generation() && open(tables) is { } walk)
            {
                return new(connection, reading, walk);
            }

            reading.Dispose();
            connection.Dispose();
            return null;
        }

        public void Dispose()
        {
            Walk.Dispose();
            _reading.Dispose();
            _connection.Dispose();
        }
    }
}

using System.Diagnostics;
using Livelihood.Search.Matching.Sqlite.Postings;
using Microsoft.Data.Sqlite;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>
/// Goes through the documents in ranges of their numbers. The first is small; where it shows that the rest takes long, and nobody
/// else is searching, a second connection takes the upper half of the rest on another core; a little less, as it has to open its own walk.
/// </summary>
/// <param name="tables">The tables, on the search's own connection.</param>
/// <param name="limit">One more than the greatest number of a document.</param>
/// <param name="taste">Documents in the first range; so small an index is never halved.</param>
/// <param name="longest">What the rest may take on one core, in milliseconds: to halve it costs half of one.</param>
internal sealed class SideBySide(SqliteTables tables, int limit, int taste = 4_096, double longest = 1.5)
{
    /// <summary>The part that the first one takes at most.</summary>
    private const double MostOfFirst = 0.75;

    private static int _searching;

    /// <summary>A second connection took a part.</summary>
    public bool IsHalved { get; private set; }

    /// <summary>All documents that match, ascending; null where the index cannot be walked through.</summary>
    /// <param name="collector">Makes a collector for a range.</param>
    /// <param name="open">Opens a walk on a connection.</param>
    public MatchSet? Match(Func<ScoringCollector> collector, Func<SqliteTables, PlanWalk?> open)
    {
        var others = Interlocked.Increment(ref _searching) - 1;
        try
        {
            var started = Stopwatch.GetTimestamp();
            using var walk = open(tables);
            if (walk is null)
            {
                return null;
            }

            var opening = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var found = collector();
            walk.Collect((0, Math.Min(taste, limit) - 1), found);
            var rest = limit <= taste ? 0 : (Stopwatch.GetElapsedTime(started).TotalMilliseconds - opening) / taste * (limit - taste);
            if (rest < longest || others > 0)
            {
                walk.Collect((taste, limit - 1), found);
                return found.Build();
            }

            // The second one must open its walk first, so the first one takes more.
            var middle = taste + (int)((limit - taste) * Math.Min(MostOfFirst, 0.5 + opening / rest / 2));
            var generation = tables.Generation();
            var upper = Task.Run(() => Second(collector, open, generation, middle));
            try
            {
                walk.Collect((taste, middle - 1), found);
            }
            finally
            {
                // What it shares with this search must not end before it does.
                Task.WaitAny(upper);
            }

            if (upper.GetAwaiter().GetResult() is { } later)
            {
                IsHalved = true;
                return found.Build(later);
            }

            walk.Collect((middle, limit - 1), found);
            return found.Build();
        }
        finally
        {
            Interlocked.Decrement(ref _searching);
        }
    }

    /// <summary>Collects the upper range on a connection of its own. Null where somebody wrote meanwhile, so that it would see another state of the index.</summary>
    private ScoringCollector? Second(Func<ScoringCollector> collector, Func<SqliteTables, PlanWalk?> open, long generation, int middle)
    {
        using var connection = new SqliteConnection(tables.ConnectionString);
        connection.Open();
        using var reading = connection.BeginTransaction(deferred: true);
        var own = new SqliteTables(connection, reading);
        using var walk = own.Generation() == generation ? open(own) : null;
        if (walk is null)
        {
            return null;
        }

        var found = collector();
        walk.Collect((middle, limit - 1), found);
        return found;
    }
}

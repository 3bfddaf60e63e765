using System.Diagnostics;
using Livelihood.Search.Matching.Sqlite.Postings;
using Microsoft.Data.Sqlite;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>
/// Goes through the documents in ranges of their numbers. The first is small; where it shows that the rest takes long, and nobody
/// else is searching, a second connection takes the upper half of the rest on another core, of which the first one takes what the
/// second has not done when it is through with its own.
/// </summary>
/// <param name="tables">The tables, on the search's own connection.</param>
/// <param name="limit">One more than the greatest number of a document.</param>
/// <param name="taste">Documents in the first range; so small an index is never halved.</param>
/// <param name="longest">What the rest may take on one core, in milliseconds: to halve it costs half of one.</param>
internal sealed class SideBySide(SqliteTables tables, int limit, int taste = 4_096, double longest = 1.5)
{
    private static int _searching;

    /// <summary>For tests: the second connection begins before the first one can have done everything by itself.</summary>
    public bool LetsSecondBegin { get; init; }

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
            using var walk = open(tables);
            if (walk is null)
            {
                return null;
            }

            var started = Stopwatch.GetTimestamp();
            var found = collector();
            walk.Collect((0, Math.Min(taste, limit) - 1), found);
            var rest = limit <= taste ? 0 : Stopwatch.GetElapsedTime(started).TotalMilliseconds / taste * (limit - taste);
            if (rest < longest || others > 0 || Environment.ProcessorCount == 1)
            {
                walk.Collect((taste, limit - 1), found);
                return found.Build();
            }

            return MatchHalved(collector, open, walk, found);
        }
        finally
        {
            Interlocked.Decrement(ref _searching);
        }
    }

    private MatchSet MatchHalved(Func<ScoringCollector> collector, Func<SqliteTables, PlanWalk?> open, PlanWalk walk, ScoringCollector found)
    {
        var middle = taste + (limit - taste) / 2;
        var upper = new UpperPart(middle, limit - 1, taste);
        var generation = tables.Generation();
        var second = Task.Run(() => Second(collector, open, generation, upper));
        var last = collector();
        try
        {
            if (LetsSecondBegin)
            {
                SpinWait.SpinUntil(() => upper.IsBegun || second.IsCompleted);
            }

            walk.Collect((taste, middle - 1), found);
            if (upper.TakeOver() is { } taken)
            {
                walk.Collect(taken, last);
            }
        }
        catch
        {
            // The other one must not go on when this search has ended.
            upper.GiveUp();
            Task.WaitAny(second);
            throw;
        }

        var between = second.GetAwaiter().GetResult();
        IsHalved = between is not null;
        return found.Build(between, last);
    }

    /// <summary>
    /// Collects the upper part on a connection of its own. Null where the other one took all of it, or somebody wrote meanwhile, so
    /// that this one would see another state of the index.
    /// </summary>
    private ScoringCollector? Second(Func<ScoringCollector> collector, Func<SqliteTables, PlanWalk?> open, long generation, UpperPart upper)
    {
        using var connection = new SqliteConnection(tables.ConnectionString);
        connection.Open();
        using var reading = connection.BeginTransaction(deferred: true);
        var own = new SqliteTables(connection, reading);
        using var walk = own.Generation() == generation ? open(own) : null;
        if (walk is null || !upper.TryBegin())
        {
            return null;
        }

        var found = collector();
        while (upper.Next() is { } piece)
        {
            walk.Collect(piece, found);
        }

        return found;
    }
}

using Livelihood.Search.Matching.Sqlite.Postings;
using Microsoft.Data.Sqlite;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>
/// Goes through the documents in ranges of their numbers: the lower half on the search's own connection and, where nobody else is
/// searching, the upper half on a second one, on another core. Who asks for something rare is through with all before the second
/// one has begun; who asks for more takes over, at the end of the own half, a part of what the second one has not done.
/// </summary>
/// <param name="tables">The tables, on the search's own connection.</param>
/// <param name="limit">One more than the greatest number of a document.</param>
/// <param name="smallest">A smaller index is never halved: to wake another core and open a connection takes as long as to search it.</param>
/// <param name="piece">Documents that the second one goes through at once.</param>
internal sealed class SideBySide(SqliteTables tables, int limit, int smallest = 16_384, int piece = 4_096)
{
    private static int _searching;

    /// <summary>For tests: the second connection begins before the first one can have done everything by itself, on a single core too.</summary>
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
            if (others == 0 && limit >= smallest && (Environment.ProcessorCount > 1 || LetsSecondBegin))
            {
                return MatchHalved(collector, open);
            }

            using var walk = open(tables);
            var found = collector();
            walk?.Collect((0, limit - 1), found);
            return walk is null ? null : found.Build();
        }
        finally
        {
            Interlocked.Decrement(ref _searching);
        }
    }

    private MatchSet? MatchHalved(Func<ScoringCollector> collector, Func<SqliteTables, PlanWalk?> open)
    {
        var upper = new UpperPart(limit / 2, limit - 1, piece);
        var generation = tables.Generation();
        var second = Task.Run(() => Second(collector, open, generation, upper));
        try
        {
            using var walk = open(tables);
            if (walk is null)
            {
                return null;
            }

            if (LetsSecondBegin)
            {
                SpinWait.SpinUntil(() => upper.IsBegun || second.IsCompleted);
            }

            var (found, last) = (collector(), default(ScoringCollector));
            walk.Collect((0, (limit / 2) - 1), found);
            if (upper.TakeOver() is { } taken)
            {
                last = collector();
                walk.Collect(taken, last);
            }

            // Who has not begun will not any more, and need not be waited for.
            var between = upper.IsBegun ? second.GetAwaiter().GetResult() : null;
            IsHalved = between is not null;
            return found.Build(between, last);
        }
        finally
        {
            upper.GiveUp();
        }
    }

    /// <summary>
    /// Collects the upper part on a connection of its own. Null where the other one took all of it, or somebody wrote meanwhile, so
    /// that this one would see another state of the index.
    /// </summary>
    private ScoringCollector? Second(Func<ScoringCollector> collector, Func<SqliteTables, PlanWalk?> open, long generation, UpperPart upper)
    {
        if (upper.IsEmpty)
        {
            return null;
        }

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
        while (upper.Next() is { } next)
        {
            walk.Collect(next, found);
        }

        return found;
    }
}

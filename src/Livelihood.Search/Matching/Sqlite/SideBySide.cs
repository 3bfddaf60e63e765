using Microsoft.Data.Sqlite;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>
/// Goes through the documents in ranges of their numbers. The first is small; where it shows that many documents match, and
/// nobody else is searching, the rest is halved and a second connection takes one half, on another core.
/// </summary>
/// <param name="tables">The tables, on the search's own connection.</param>
/// <param name="limit">One more than the greatest number of a document.</param>
/// <param name="taste">Documents in the first range; so small an index is never halved.</param>
/// <param name="many">So many rows of the first range make halving worth while: it costs half a millisecond.</param>
internal sealed class SideBySide(SqliteTables tables, int limit, int taste = 16_384, int many = 500)
{
    private static int _searching;

    /// <summary>A second connection took a half.</summary>
    public bool IsHalved { get; private set; }

    /// <summary>All documents that match, ascending.</summary>
    /// <param name="collector">Makes a collector for a range.</param>
    /// <param name="collect">Hands the rows of a range to it.</param>
    public MatchSet Match(Func<ScoringCollector> collector, Action<SqliteTables, (int First, int Last), ScoringCollector> collect)
    {
        MatchSet Range(SqliteTables from, int first, int last, out int rows)
        {
            var found = collector();
            collect(from, (first, last), found);
            rows = found.Rows;
            return found.Build();
        }

        var others = Interlocked.Increment(ref _searching) - 1;
        try
        {
            var all = Range(tables, 0, Math.Min(taste, limit) - 1, out var rows);
            if (limit <= taste)
            {
                return all;
            }

            if (others > 0 || rows < many || OpenSecond() is not { } second)
            {
                return all.Then(Range(tables, taste, limit - 1, out _));
            }

            using (second)
            {
                IsHalved = true;
                var middle = taste + (limit - taste) / 2;
                var upper = Task.Run(() => Range(second.Tables, middle, limit - 1, out _));
                try
                {
                    all = all.Then(Range(tables, taste, middle - 1, out _));
                }
                finally
                {
                    // Its connection must not be closed under it.
                    Task.WaitAny(upper);
                }

                return all.Then(upper.GetAwaiter().GetResult());
            }
        }
        finally
        {
            Interlocked.Decrement(ref _searching);
        }
    }

    /// <summary>A connection that sees the same state of the index; null where somebody wrote meanwhile, or is writing on this one.</summary>
    private Second? OpenSecond()
    {
        var second = new Second(tables.ConnectionString);
        if (second.HasFunction && second.Tables.Generation() == tables.Generation())
        {
            return second;
        }

        second.Dispose();
        return null;
    }

    private sealed class Second : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly SqliteTransaction _reading;

        public Second(string connectionString)
        {
            _connection = new(connectionString);
            _connection.Open();
            _reading = _connection.BeginTransaction(deferred: true);
            HasFunction = Fts5Function.TryRegister(_connection);
            Tables = new(_connection, _reading);
        }

        public bool HasFunction { get; }

        public SqliteTables Tables { get; }

        public void Dispose()
        {
            _reading.Dispose();
            _connection.Dispose();
        }
    }
}

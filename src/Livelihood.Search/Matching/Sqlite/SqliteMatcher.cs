using Livelihood.Platform.Data;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Matching;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>Finds documents in the FTS5 tables: with the function of our own where it loads, else more slowly by plain SQL.</summary>
internal sealed class SqliteMatcher(PortalDbContext db, ILogger<SqliteMatcher> log) : IMatcher
{
    private static bool _warned;

    /// <summary>For tests: do without the function.</summary>
    public bool IsPlain { get; set; }

    /// <summary>For tests: makes the ranges in which the function goes through the documents.</summary>
    public Func<SqliteTables, int, SideBySide> Ranges { get; set; } = (tables, limit) => new(tables, limit);

    public Task<MatchSet> MatchAsync(MatchPlan plan, DocumentColumns columns, DateOnly today, CancellationToken cancellation)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var tables = new SqliteTables(connection, (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        return Task.FromResult(Match(plan, columns, today, tables, HasFunction(connection)));
    }

    public Task<IReadOnlyDictionary<int, float>> JudgeAsync(
        MatchPlan plan, IReadOnlyCollection<int> ids, DocumentColumns columns, DateOnly today, CancellationToken cancellation) =>
        throw new NotSupportedException("Here all documents are judged when they are found.");

    public Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<IReadOnlyList<string>> phrases, int most, CancellationToken cancellation)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var tables = new SqliteTables(connection, (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        return Task.FromResult(tables.Count(phrases, most));
    }

    private MatchSet Match(MatchPlan plan, DocumentColumns columns, DateOnly today, SqliteTables tables, bool hasFunction)
    {
        var excluded = plan.ExcludedCharacters.Count == 0 && (plan.Excluded.Count == 0 || plan.Terms.Count > 0) ? null : new IdSet(columns.Limit);
        foreach (var character in plan.ExcludedCharacters)
        {
            tables.ReadCharacters(Fts5Expression.Quote(character), excluded!);
        }

        if (plan.Terms.Count == 0)
        {
            if (plan.Excluded.Count > 0)
            {
                tables.ReadTerms(Fts5Expression.OfExcluded(plan), excluded!);
            }

            return MatchCharacters(plan, columns, today, tables, hasFunction, excluded);
        }

        IdSet? required = null;
        if (plan.Characters.Count > 0)
        {
            required = new IdSet(columns.Limit);
            tables.ReadCharacters(Fts5Expression.OfCharacters(plan.Characters), required);
        }

        ScoringCollector Collector() => new(plan, columns, today, required, excluded);
        if (hasFunction)
        {
            return Ranges(tables, columns.Limit).Match(Collector, (t, range, collector) => t.Collect(plan, range, collector));
        }

        var plain = Collector();
        new PlainTerms(tables, plan, columns.Limit).Read(plain);
        return plain.Build();
    }

    /// <summary>A query of single characters only: found without places, better where one is in the title.</summary>
    private MatchSet MatchCharacters(
        MatchPlan plan, DocumentColumns columns, DateOnly today, SqliteTables tables, bool hasFunction, IdSet? excluded)
    {
        var asked = CharacterPlan.Of(plan);
        ScoringCollector Collector() => new(asked, columns, today, required: null, excluded);
        if (hasFunction)
        {
            return Ranges(tables, columns.Limit).Match(Collector, (t, range, collector) => t.CollectCharacters(asked, range, collector));
        }

        var plain = Collector();
        PlainTerms.ReadCharacters(tables, asked, columns.Limit, plain);
        return plain.Build();
    }

    private bool HasFunction(SqliteConnection connection)
    {
        if (IsPlain)
        {
            return false;
        }

        var has = Fts5Function.TryRegister(connection);
        if (!has && !_warned)
        {
            _warned = true;
            log.LogWarning("This SQLite does not take the search's own function; searches are answered more slowly, by plain SQL.");
        }

        return has;
    }
}

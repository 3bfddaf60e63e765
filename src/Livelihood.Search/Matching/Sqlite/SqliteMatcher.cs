using Livelihood.Platform.Data;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Matching.Sqlite.Postings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>
/// Finds documents in the FTS5 tables: on the pages that FTS5 keeps its index on, or more slowly by plain SQL, where these are
/// written otherwise, or where the transaction writes itself.
/// </summary>
internal sealed class SqliteMatcher(PortalDbContext db, ILogger<SqliteMatcher> log) : IMatcher
{
    private static bool _warned;

    /// <summary>For tests: do it by plain SQL.</summary>
    public bool IsPlain { get; set; }

    /// <summary>For tests: makes the ranges in which the documents are gone through.</summary>
    public Func<SqliteTables, int, SideBySide> Ranges { get; set; } = (tables, limit) => new(tables, limit);

    public Task<MatchSet> MatchAsync(MatchPlan plan, DocumentColumns columns, DateOnly today, CancellationToken cancellation)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var tables = new SqliteTables(connection, (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        return Task.FromResult(Match(plan, columns, today, tables));
    }

    public Task<IReadOnlyDictionary<int, float>> JudgeAsync(
        MatchPlan plan, IReadOnlyCollection<int> ids, DocumentColumns columns, DateOnly today, CancellationToken cancellation) =>
        throw new NotSupportedException("Here all documents are judged when they are found.");

    public Task<IReadOnlyList<int>> CountAsync(
        IReadOnlyList<IReadOnlyList<string>> phrases, int most, DocumentColumns columns, CancellationToken cancellation)
    {
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var tables = new SqliteTables(connection, (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        return Task.FromResult(tables.Count(phrases, most));
    }

    private MatchSet Match(MatchPlan plan, DocumentColumns columns, DateOnly today, SqliteTables tables)
    {
        // A query of single characters only is judged by them: better where one is in the title.
        var judged = plan.Terms.Count > 0 ? plan : CharacterPlan.Of(plan);
        if (!IsPlain)
        {
            var found = Ranges(tables, columns.Greatest + 1).Match(
                () => new(judged, columns, today, required: null, excluded: null), t => PlanWalk.TryOpen(t, plan, columns.Limit));
            if (found is not null)
            {
                return found;
            }

            WarnUnlessWriting(tables);
        }

        return MatchPlainly(plan, judged, columns, today, tables);
    }

    private static MatchSet MatchPlainly(MatchPlan plan, MatchPlan judged, DocumentColumns columns, DateOnly today, SqliteTables tables)
    {
        var excluded = new IdSet(columns.Limit);
        foreach (var character in plan.ExcludedCharacters)
        {
            tables.ReadCharacters(Fts5Expression.Quote(character), excluded);
        }

        if (plan.Excluded.Count > 0)
        {
            tables.ReadTerms(Fts5Expression.OfExcluded(plan), excluded);
        }

        var required = plan.Characters.Count > 0 ? new IdSet(columns.Limit) : null;
        if (required is not null)
        {
            tables.ReadCharacters(Fts5Expression.OfCharacters(plan.Characters), required);
        }

        var plain = new ScoringCollector(judged, columns, today, required, excluded);
        if (plan.Terms.Count > 0)
        {
            new PlainTerms(tables, plan).Read(plain);
        }
        else
        {
            PlainTerms.ReadCharacters(tables, judged, required!, columns.Limit, plain);
        }

        return plain.Build();
    }

    private void WarnUnlessWriting(SqliteTables tables)
    {
        if (!tables.IsWriting && !_warned)
        {
            _warned = true;
            log.LogWarning("The search index is not written as this version reads it; searches are answered more slowly, by plain SQL.");
        }
    }
}

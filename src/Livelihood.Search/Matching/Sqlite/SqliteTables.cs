using Livelihood.Search.Domain.Matching;
using Microsoft.Data.Sqlite;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>The FTS5 tables, on one connection.</summary>
internal sealed class SqliteTables(SqliteConnection connection, SqliteTransaction? transaction)
{
    /// <summary>How to open another connection to the same database.</summary>
    public string ConnectionString => connection.ConnectionString;

    /// <summary>A statement with one parameter.</summary>
    public SqliteCommand Command(string sql, string parameter)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.AddWithValue("$1", parameter);
        return command;
    }

    /// <summary>The state of the index that this connection sees.</summary>
    public long Generation()
    {
        using var command = Command("""SELECT MAX("Generation") FROM search_changes""", "");
        return command.ExecuteScalar() is long generation ? generation : 0;
    }

    /// <summary>Hands the rows of a plan with terms to a collector, through the function.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="range">Between which documents, both included.</param>
    /// <param name="collector">Is told of the rows.</param>
    public void Collect(MatchPlan plan, (int First, int Last) range, IRowCollector collector) =>
        Collect("search_terms", 0, Fts5Expression.Of(plan), plan, range, collector);

    /// <summary>Hands the rows that have all characters to a collector, through the function.</summary>
    public void CollectCharacters(MatchPlan plan, (int First, int Last) range, IRowCollector collector) =>
        Collect("search_characters", 1, Fts5Expression.OfCharacters(plan.Terms.Select(t => t.Text)), plan, range, collector);

    /// <summary>Adds the documents that meet an expression.</summary>
    public void ReadTerms(string expression, IdSet found) => ReadIds("SELECT rowid FROM search_terms WHERE search_terms MATCH $1", expression, found);

    /// <summary>Adds the documents that have characters.</summary>
    public void ReadCharacters(string expression, IdSet found) =>
        ReadIds("SELECT rowid FROM search_characters WHERE search_characters MATCH $1", expression, found);

    /// <summary>For each phrase how many documents have all its terms, up to a bound, in one statement.</summary>
    public IReadOnlyList<int> Count(IReadOnlyList<IReadOnlyList<string>> phrases, int most)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = string.Join(" UNION ALL ", phrases.Select((_, i) =>
            $"SELECT {i}, COUNT(*) FROM (SELECT rowid FROM search_terms WHERE search_terms MATCH ${i} LIMIT {most})"));
        for (var i = 0; i < phrases.Count; i++)
        {
            command.Parameters.AddWithValue($"${i}", string.Join(" AND ", phrases[i].Select(Fts5Expression.Quote)));
        }

        var counts = new int[phrases.Count];
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            counts[reader.GetInt32(0)] = reader.GetInt32(1);
        }

        return counts;
    }

    private void Collect(string table, int kind, string expression, MatchPlan plan, (int First, int Last) range, IRowCollector collector)
    {
        // BETWEEN, as FTS5 begins at its first row; it does not with “greater”.
        using var command = Command(
            $"SELECT 1 FROM {table} WHERE {table} MATCH $1 AND rowid BETWEEN $2 AND $3 AND {Fts5Function.Name}({table}, {kind})", expression);
        command.Parameters.AddWithValue("$2", range.First);
        command.Parameters.AddWithValue("$3", range.Last);
        Fts5Function.Run(command, plan.Terms.Count, collector);
    }

    private void ReadIds(string sql, string expression, IdSet found)
    {
        using var command = Command(sql, expression);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            found.Add(reader.GetInt64(0));
        }
    }
}

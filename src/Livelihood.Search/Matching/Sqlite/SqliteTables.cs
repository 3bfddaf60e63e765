using Livelihood.Search.Domain.Matching;
using Microsoft.Data.Sqlite;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>The FTS5 tables, on one connection.</summary>
internal sealed class SqliteTables(SqliteConnection connection, SqliteTransaction? transaction)
{
    /// <summary>A statement with one parameter.</summary>
    public SqliteCommand Command(string sql, string parameter)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.AddWithValue("$1", parameter);
        return command;
    }

    /// <summary>Hands the rows of a plan with terms to a collector, through the function.</summary>
    public void Collect(MatchPlan plan, IRowCollector collector)
    {
        using var command = Command(
            $"SELECT 1 FROM search_terms WHERE search_terms MATCH $1 AND {Fts5Function.Name}(search_terms, 0)", Fts5Expression.Of(plan));
        Fts5Function.Run(command, plan.Terms.Count, collector);
    }

    /// <summary>Hands the rows that have all characters to a collector, through the function.</summary>
    public void CollectCharacters(MatchPlan plan, IRowCollector collector)
    {
        using var command = Command(
            $"SELECT 1 FROM search_characters WHERE search_characters MATCH $1 AND {Fts5Function.Name}(search_characters, 1)",
            Fts5Expression.OfCharacters(plan.Terms.Select(t => t.Text)));
        Fts5Function.Run(command, plan.Terms.Count, collector);
    }

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

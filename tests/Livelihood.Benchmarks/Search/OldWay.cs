using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Benchmarks.Search;

/// <summary>
/// The way in which FTS5 is commonly used, on the same tables: bm25(), ORDER BY, a count, and facets by a join. What the
/// portal's own way is compared with, in the same run.
/// </summary>
internal static class OldWay
{
    /// <summary>Finds twenty results, the total and two facets; gives the total, null where the query is none for it.</summary>
    public static long? Search(PortalDbContext db, SearchQuery query)
    {
        var expression = Expression(query);
        if (expression is null)
        {
            return null;
        }

        var connection = (SqliteConnection)db.Database.GetDbConnection();
        Read(connection, "SELECT rowid FROM search_terms WHERE search_terms MATCH $1 ORDER BY bm25(search_terms, 10, 4, 1, 1) LIMIT 20", expression);
        var total = Read(connection, "SELECT COUNT(*) FROM search_terms WHERE search_terms MATCH $1", expression);
        Read(connection, """SELECT d."AgencyId", COUNT(*) FROM search_terms AS t JOIN search_documents AS d ON d."Id" = t.rowid WHERE search_terms MATCH $1 GROUP BY d."AgencyId" """, expression);
        Read(connection, """SELECT d."Year", COUNT(*) FROM search_terms AS t JOIN search_documents AS d ON d."Id" = t.rowid WHERE search_terms MATCH $1 GROUP BY d."Year" """, expression);
        return total;
    }

    /// <summary>What must be in a document; null where the query has numbers or single characters, which are the portal's own.</summary>
    public static IReadOnlyList<string>? PhrasesOf(SearchQuery query) =>
        query.Words.Count > 0 && query.Words.All(w => !w.IsSingle && w.Number is null)
            ? [.. query.Words.SelectMany(w => w.Forms[0].Pieces).Select(p => p.Text)]
            : null;

    private static string? Expression(SearchQuery query)
    {
        if (PhrasesOf(query) is not { } phrases)
        {
            return null;
        }

        var all = string.Join(" AND ", phrases.Select(p => Quote(Analyser.Sequence(p))));
        return query.Excluded.Count == 0 ? all : $"({all}) NOT ({string.Join(" OR ", query.Excluded.Select(w => Quote(Analyser.Sequence(w.Canonical))))})";
    }

    private static string Quote(IReadOnlyList<string> terms) => $"\"{string.Join(' ', terms)}\"";

    private static long Read(SqliteConnection connection, string sql, string expression)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$1", expression);
        using var reader = command.ExecuteReader();
        var first = 0L;
        while (reader.Read())
        {
            first = reader.GetValue(reader.FieldCount - 1) is long value ? value : first;
        }

        return first;
    }
}

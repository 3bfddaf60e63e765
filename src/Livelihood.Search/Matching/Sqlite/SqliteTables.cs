using System.Runtime.InteropServices;
using Livelihood.Search.Domain.Matching;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Livelihood.Search.Matching.Sqlite;

/// <summary>The FTS5 tables, on one connection.</summary>
internal sealed class SqliteTables(SqliteConnection connection, SqliteTransaction? transaction)
{
    /// <summary>The table of terms, with their places.</summary>
    public const string Terms = "search_terms";

    /// <summary>The table of single characters, with their columns: the text, or else the title.</summary>
    public const string Characters = "search_characters";

    private const int Writing = 2;

    /// <summary>The connection, for SQLite's own functions.</summary>
    public sqlite3 Handle => connection.Handle!;

    /// <summary>Rows that this connection has changed since it was opened, those of FTS5's own tables too.</summary>
    public long Changes() => raw.sqlite3_total_changes(Handle);

    /// <summary>The open transaction has written something.</summary>
    public bool IsWriting => TransactionState(Handle.DangerousGetHandle(), "main") == Writing;

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

    /// <summary>Where a character is said to stand that the table of characters has in a column.</summary>
    public static int PlaceOfCharacter(int column) => Positions.Place((int)(column == 0 ? TextColumn.Body : TextColumn.Title), 0);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_txn_state", CallingConvention = CallingConvention.Cdecl)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int TransactionState(IntPtr connection, [MarshalAs(UnmanagedType.LPUTF8Str)] string schema);

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

using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Livelihood.Benchmarks.Search;

/// <summary>What to measure search on.</summary>
/// <param name="Documents">How many documents.</param>
/// <param name="Postgres">The connection string, or null for SQLite.</param>
/// <param name="BesideLucene">Whether Lucene.Net is measured in the same run.</param>
internal sealed record SearchArguments(int Documents, string? Postgres, bool BesideLucene = false)
{
    /// <summary>Reads <c>[documents] [--database sqlite|postgres]</c> or <c>[documents] --beside lucene</c>. On PostgreSQL the database is made where there is none.</summary>
    public static bool TryRead(string[] arguments, [NotNullWhen(true)] out SearchArguments? read)
    {
        read = null;
        var isNumber = arguments.Length > 0 && int.TryParse(arguments[0], out _);
        var documents = isNumber ? int.Parse(arguments[0]) : 20_000;
        var rest = isNumber ? arguments[1..] : arguments;

        if (rest is [] or ["--database", "sqlite"])
        {
            read = new(documents, Postgres: null);
        }
        else if (rest is ["--beside", "lucene"])
        {
            read = new(documents, Postgres: null, BesideLucene: true);
        }
        else if (rest is ["--database", "postgres"] && Environment.GetEnvironmentVariable("LIVELIHOOD_TEST_POSTGRES") is { Length: > 0 } server)
        {
            read = new(documents, Database(server, $"livelihood_search_benchmark_{documents}_{GeneratedDocuments.Version}"));
        }

        return read is not null;
    }

    private static string Database(string server, string name)
    {
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = name } } };
        if (exists.ExecuteScalar() is null)
        {
            using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\"", connection);
            create.ExecuteNonQuery();
        }

        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }
}

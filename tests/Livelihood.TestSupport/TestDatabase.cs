using Npgsql;

namespace Livelihood.TestSupport;

/// <summary>An empty database for one host, removed when disposed.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>The value of <c>ConnectionStrings:Portal</c>; empty means SQLite in the data folder.</summary>
    public abstract string ConnectionString { get; }

    public abstract ValueTask DisposeAsync();
}

/// <summary>SQLite in the host's data folder: there is nothing to create, and it goes with the folder.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    public override string ConnectionString => "";

    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>A PostgreSQL database with a name of its own on the server named by <c>LIVELIHOOD_TEST_POSTGRES</c>.</summary>
public sealed class PostgresTestDatabase : TestDatabase
{
    /// <summary>Holds the connection string of a PostgreSQL role that may create databases; tests/run.sh sets it.</summary>
    public const string ServerVariable = "LIVELIHOOD_TEST_POSTGRES";

    private readonly string _server;
    private readonly string _name;

    private PostgresTestDatabase(string server, string name)
    {
        _server = server;
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    public override string ConnectionString { get; }

    /// <summary>Makes a database.</summary>
    /// <param name="original">One to be copied, which nobody may be using; null for an empty one.</param>
    public static async Task<PostgresTestDatabase> CreateAsync(PostgresTestDatabase? original = null)
    {
        var server = Environment.GetEnvironmentVariable(ServerVariable);
        if (string.IsNullOrWhiteSpace(server))
        {
            throw new InvalidOperationException(
                $"The tests on PostgreSQL need a server. Run 'bash tests/run.sh', which starts one, or set {ServerVariable} to " +
                "the connection string of a role that may create databases, such as 'Host=127.0.0.1;Username=postgres;Database=postgres'.");
        }

        var database = new PostgresTestDatabase(server, $"livelihood_{Guid.CreateVersion7():n}");
        original?.Disconnect();
        await database.ExecuteOnServerAsync($"CREATE DATABASE {database._name} TEMPLATE {original?._name ?? "template1"}");
        return database;
    }

    public override async ValueTask DisposeAsync()
    {
        Disconnect();
        await ExecuteOnServerAsync($"DROP DATABASE {_name} WITH (FORCE)");
        GC.SuppressFinalize(this);
    }

    private void Disconnect()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private async Task ExecuteOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

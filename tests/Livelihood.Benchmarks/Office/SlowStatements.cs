using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Livelihood.Benchmarks.Office;

/// <summary>Shows which statements are slow and by what plan the database answers them, each once.</summary>
internal sealed class SlowStatements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly int _milliseconds;
    private readonly List<IDisposable> _listening = [];
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private string _visit = "";

    /// <summary>Begins to listen.</summary>
    /// <param name="milliseconds">From how many milliseconds on a statement is slow.</param>
    public SlowStatements(int milliseconds)
    {
        _milliseconds = milliseconds;
        _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What is done now.</summary>
    public void Begin(string visit) => _visit = visit;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            _listening.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // The time until the last row was read: SQLite computes them while they are read.
        if (value.Value is DataReaderDisposingEventData read && read.Duration.TotalMilliseconds >= _milliseconds && _shown.Add(read.Command.CommandText))
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n== {_visit}: {read.Duration.TotalMilliseconds:F0} ms, {read.ReadCount} rows\n{read.Command.CommandText}\n{PlanOf(read.Command)}"));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _listening.ForEach(one => one.Dispose());

    private static string PlanOf(DbCommand slow)
    {
        var isPostgres = slow is NpgsqlCommand;
        using var connection = isPostgres ? new NpgsqlConnection(slow.Connection!.ConnectionString) : (DbConnection)new SqliteConnection(slow.Connection!.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = (isPostgres ? "EXPLAIN ANALYZE " : "EXPLAIN QUERY PLAN ") + slow.CommandText;
        foreach (DbParameter parameter in slow.Parameters)
        {
            command.Parameters.Add(parameter is NpgsqlParameter npgsql ? npgsql.Clone() : new SqliteParameter(parameter.ParameterName, parameter.Value));
        }

        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(Convert.ToString(reader.GetValue(reader.FieldCount - 1), CultureInfo.InvariantCulture)!);
        }

        return string.Join('\n', lines);
    }
}

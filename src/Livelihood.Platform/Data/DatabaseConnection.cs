using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Platform.Data;

/// <summary>Which database, decided by the connection string <c>ConnectionStrings:Portal</c> alone.</summary>
/// <param name="Kind">The kind of database.</param>
/// <param name="Text">The connection string for its driver.</param>
public sealed record DatabaseConnection(DatabaseKind Kind, string Text)
{
    /// <summary>Empty: SQLite in the data folder; <c>Data Source=…</c>: that SQLite file; <c>Host=…</c>: PostgreSQL.</summary>
    public static DatabaseConnection From(IConfiguration configuration, PortalFolder folder)
    {
        var text = configuration.GetConnectionString("Portal");
        if (string.IsNullOrWhiteSpace(text))
        {
            return new(DatabaseKind.Sqlite, new SqliteConnectionStringBuilder { DataSource = folder.DatabaseFile }.ToString());
        }

        return text.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            || text.Contains("Server=", StringComparison.OrdinalIgnoreCase)
            ? new(DatabaseKind.PostgreSql, text)
            : new(DatabaseKind.Sqlite, text);
    }
}

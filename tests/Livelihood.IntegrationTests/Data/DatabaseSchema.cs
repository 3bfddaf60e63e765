using System.Data.Common;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.IntegrationTests.Data;

/// <summary>A database's real schema as comparable lines, read from the database's own catalogue.</summary>
internal static class DatabaseSchema
{
    // Each query gives one line of text a row. Defaults are left out: a column that is added to a table with rows needs one,
    // and the portal writes every column.
    private const string Sqlite =
        """
        SELECT 'table ' || m.name || ' column ' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk
        FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table'
        UNION ALL
        SELECT 'table ' || m.name || ' references ' || f."table" || '(' || COALESCE(f."to", '') || ') from ' || f."from" || ' on delete ' || f.on_delete
        FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        UNION ALL
        SELECT 'index ' || tbl_name || ' ' || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL
        """;

    private const string PostgreSql =
        """
        SELECT 'table ' || table_name || ' column ' || column_name || ' ' || data_type || ' ' || COALESCE(character_maximum_length::text, '')
            || ' null=' || is_nullable || ' identity=' || is_identity || ' collation=' || COALESCE(collation_name, '')
        FROM information_schema.columns WHERE table_schema = 'public'
        UNION ALL
        SELECT 'table ' || conrelid::regclass::text || ' constraint ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
        UNION ALL
        SELECT 'index ' || tablename || ' ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        """;

    public static async Task<IReadOnlyList<string>> ReadAsync(PortalDbContext db)
    {
        var lines = new List<string>();
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Kind == DatabaseKind.Sqlite ? Sqlite : PostgreSql;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        await db.Database.CloseConnectionAsync();
        return lines;
    }

    /// <summary>What migrations make by hand, because a model cannot describe it: their own history, and the term tables of SQLite's full-text search.</summary>
    public static bool IsBeyondTheModel(string line) =>
        line.Contains("__EFMigrations", StringComparison.Ordinal)
        || line.Contains("search_terms", StringComparison.Ordinal) || line.Contains("search_characters", StringComparison.Ordinal);
}

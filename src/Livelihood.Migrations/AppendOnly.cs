using Microsoft.EntityFrameworkCore.Migrations;

namespace Livelihood.Migrations;

/// <summary>Triggers with which the database itself refuses to change or delete rows of a table.</summary>
internal static class AppendOnly
{
    /// <summary>Guards a table on SQLite.</summary>
    public static void GuardSqlite(MigrationBuilder migration, string table)
    {
        foreach (var change in new[] { "UPDATE", "DELETE" })
        {
            migration.Sql($"""
                CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table}
                BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
                """);
        }
    }

    /// <summary>Guards a table on PostgreSQL.</summary>
    public static void GuardPostgreSql(MigrationBuilder migration, string table)
    {
        migration.Sql($"""
            CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
            CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
            """);
    }
}

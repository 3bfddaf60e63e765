using Microsoft.EntityFrameworkCore.Migrations;

namespace Livelihood.Migrations;

/// <summary>The tables of search terms, as far as the model cannot say them.</summary>
internal static class TermTables
{
    /// <summary>
    /// FTS5 tables that keep terms and no text. The portal's own analyser makes the terms; the ascii tokenizer only parts
    /// them at spaces (bytes above 127 count as letters). Single characters need no positions.
    /// </summary>
    public static void CreateSqlite(MigrationBuilder migration)
    {
        migration.Sql("""
            CREATE VIRTUAL TABLE search_terms USING fts5(
                title, headings, body, numbers, content='', contentless_delete=1, tokenize='ascii');
            """);
        migration.Sql("""
            CREATE VIRTUAL TABLE search_characters USING fts5(
                characters, content='', contentless_delete=1, detail=none, tokenize='ascii');
            """);
    }

    /// <summary>
    /// The tables of the analyser's second version: of a character is known whether it stands in the title. They are empty;
    /// the portal fills them when it starts.
    /// </summary>
    public static void RenewSqlite(MigrationBuilder migration)
    {
        DropSqlite(migration);
        migration.Sql("""
            CREATE VIRTUAL TABLE search_terms USING fts5(
                title, headings, body, numbers, content='', contentless_delete=1, tokenize='ascii');
            """);
        migration.Sql("""
            CREATE VIRTUAL TABLE search_characters USING fts5(
                characters, title, content='', contentless_delete=1, detail=column, tokenize='ascii');
            """);

        // As much as fits on a page of a new database (DatabasePreparation) without going on elsewhere.
        migration.Sql("INSERT INTO search_terms (search_terms, rank) VALUES ('pgsz', 16300);");
        migration.Sql("INSERT INTO search_characters (search_characters, rank) VALUES ('pgsz', 16300);");
    }

    /// <summary>Drops them.</summary>
    public static void DropSqlite(MigrationBuilder migration)
    {
        migration.Sql("DROP TABLE search_characters;");
        migration.Sql("DROP TABLE search_terms;");
    }

    /// <summary>Vectors are read whole and often: kept out of line, they are not compressed.</summary>
    public static void StoreUncompressed(MigrationBuilder migration) => migration.Sql("""
        ALTER TABLE search_terms ALTER COLUMN "Terms" SET STORAGE EXTERNAL, ALTER COLUMN "TitleTerms" SET STORAGE EXTERNAL;
        """);
}

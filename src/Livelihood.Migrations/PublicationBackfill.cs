using Microsoft.EntityFrameworkCore.Migrations;

namespace Livelihood.Migrations;

/// <summary>Fills the columns of the publication workflow for items that were there before it.</summary>
internal static class PublicationBackfill
{
    /// <summary>On SQLite.</summary>
    public static void OnSqlite(MigrationBuilder migration) => Run(
        migration,
        authors: "json_array(\"Author\")",
        topic: "json_extract(v.\"Data\", '$.OfficialDocumentPart.Topic')",
        year: "CAST(substr(\"Date\", 1, 4) AS INTEGER)");

    /// <summary>On PostgreSQL.</summary>
    public static void OnPostgreSql(MigrationBuilder migration) => Run(
        migration,
        authors: "ARRAY[\"Author\"]",
        topic: "v.\"Data\"::jsonb -> 'OfficialDocumentPart' ->> 'Topic'",
        year: "CAST(EXTRACT(YEAR FROM \"Date\") AS integer)");

    private static void Run(MigrationBuilder migration, string authors, string topic, string year)
    {
        migration.Sql($"""
            UPDATE content_versions SET "IntendedUtc" = "PublishedUtc", "Authors" = {authors}, "Stage" = CASE
                WHEN "Published" THEN 'Published'
                WHEN NOT "Latest" THEN 'Superseded'
                WHEN "PublishedUtc" IS NULL THEN 'Draft'
                ELSE 'Withdrawn' END;
            """);
        migration.Sql("""
            UPDATE content_items SET
                "Title" = (SELECT v."DisplayText" FROM content_versions v WHERE v."ItemId" = content_items."Id" AND v."Latest"),
                "Stage" = (SELECT v."Stage" FROM content_versions v WHERE v."ItemId" = content_items."Id" AND v."Latest"),
                "ModifiedUtc" = (SELECT v."ModifiedUtc" FROM content_versions v WHERE v."ItemId" = content_items."Id" AND v."Latest"),
                "IsPublished" = EXISTS (SELECT 1 FROM content_versions v WHERE v."ItemId" = content_items."Id" AND v."Published");
            """);
        migration.Sql($"""
            UPDATE catalogue_entries SET
                "FirstPublishedUtc" = (SELECT MIN(v."PublishedUtc") FROM content_versions v WHERE v."ItemId" = catalogue_entries."ItemId"),
                "Topic" = (SELECT {topic} FROM content_versions v WHERE v."ItemId" = catalogue_entries."ItemId" AND v."Published");
            """);
        migration.Sql($"""
            INSERT INTO catalogue_tallies ("Type", "AgencyId", "Category", "Year", "Count")
            SELECT "Type", "AgencyId", COALESCE("Category", ''), {year}, COUNT(*) FROM catalogue_entries GROUP BY 1, 2, 3, 4;
            """);
    }
}

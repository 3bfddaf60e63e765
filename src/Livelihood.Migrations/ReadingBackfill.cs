using Microsoft.EntityFrameworkCore.Migrations;

namespace Livelihood.Migrations;

/// <summary>
/// Fills what lists and references need of items that were published before: keys of titles, days of validity, entries of
/// gazette issues. What texts refer to is read by <c>references rebuild</c>, as no SQL can read it.
/// </summary>
public static class ReadingBackfill
{
    /// <summary>On SQLite.</summary>
    public static void OnSqlite(MigrationBuilder migration) => Run(
        migration,
        day: name => $"json_extract(v.\"Data\", '$.OfficialDocumentPart.{name}')",
        entries: """
            SELECT v."ItemId", ROW_NUMBER() OVER (PARTITION BY v."ItemId" ORDER BY s.key, e.key), json_extract(e.value, '$.ItemId'),
                COALESCE(json_extract(s.value, '$.Name'), ''), json_extract(e.value, '$.Page')
            FROM content_versions v, json_each(v."Data", '$.GazetteIssuePart.Sections') s, json_each(s.value, '$.Entries') e
            """);

    /// <summary>On PostgreSQL.</summary>
    public static void OnPostgreSql(MigrationBuilder migration) => Run(
        migration,
        day: name => $"CAST(v.\"Data\"::jsonb -> 'OfficialDocumentPart' ->> '{name}' AS date)",
        entries: """
            SELECT v."ItemId", ROW_NUMBER() OVER (PARTITION BY v."ItemId" ORDER BY s.place, e.place), e.value ->> 'ItemId',
                COALESCE(s.value ->> 'Name', ''), CAST(e.value ->> 'Page' AS integer)
            FROM content_versions v, jsonb_array_elements(v."Data"::jsonb #> '{GazetteIssuePart,Sections}') WITH ORDINALITY AS s(value, place),
                jsonb_array_elements(s.value -> 'Entries') WITH ORDINALITY AS e(value, place)
            """);

    private static void Run(MigrationBuilder migration, Func<string, string> day, string entries)
    {
        const string Key = """replace(replace(replace(replace(replace("Title", ' ', ''), '　', ''), char9, ''), '(', '（'), ')', '）')""";
        var key = Key.Replace("char9", "'\t'", StringComparison.Ordinal);
        migration.Sql($"""
            UPDATE catalogue_entries SET
                "TitleKey" = CASE WHEN length({key}) <= 200 THEN {key} END,
                "EffectiveOn" = (SELECT {day("EffectiveOn")} FROM content_versions v WHERE v."ItemId" = catalogue_entries."ItemId" AND v."Published"),
                "RepealedOn" = (SELECT {day("RepealedOn")} FROM content_versions v WHERE v."ItemId" = catalogue_entries."ItemId" AND v."Published");
            """);
        migration.Sql($"""
            INSERT INTO gazette_entries ("IssueId", "Order", "ItemId", "Section", "Page")
            {entries}
            WHERE v."Published" AND EXISTS (SELECT 1 FROM published_gazette_issues i WHERE i."ItemId" = v."ItemId");
            """);
        migration.Sql("""
            UPDATE published_gazette_issues SET
                "Documents" = (SELECT COUNT(*) FROM gazette_entries e WHERE e."IssueId" = published_gazette_issues."ItemId"),
                "LastPage" = (SELECT MAX(e."Page") FROM gazette_entries e WHERE e."IssueId" = published_gazette_issues."ItemId");
            """);
    }
}

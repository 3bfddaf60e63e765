using Microsoft.EntityFrameworkCore.Migrations;

namespace Livelihood.Migrations;

/// <summary>Fills what lists and annual reports need of requests that were there before: the day of arrival, the last fee notice and its payment.</summary>
internal static class RegisterBackfill
{
    /// <summary>On SQLite.</summary>
    public static void OnSqlite(MigrationBuilder migration) => Run(migration, path => $"json_extract(e.\"Event\", '$.{path}')", "", "");

    /// <summary>On PostgreSQL.</summary>
    public static void OnPostgreSql(MigrationBuilder migration) =>
        Run(migration, path => $"(e.\"Event\"::jsonb #>> '{{{path.Replace('.', ',')}}}')", "::date", "::integer");

    private static void Run(MigrationBuilder migration, Func<string, string> read, string asDate, string asNumber)
    {
        string Last(string kind, string path) => $"""
            (SELECT {read(path)} FROM disclosure_request_events e
             WHERE e."RequestId" = disclosure_requests."Id" AND {read("kind")} = '{kind}' ORDER BY e."Sequence" DESC LIMIT 1)
            """;
        migration.Sql($"""
            UPDATE disclosure_requests SET
                "ArrivedOn" = {Last("submitted", "on")}{asDate},
                "FeeNoticedOn" = {Last("feeNoticed", "on")}{asDate},
                "FeeYuan" = {Last("feeNoticed", "fee.yuan")}{asNumber},
                "FeePaidOn" = {Last("feePaid", "on")}{asDate};
            """);
    }
}

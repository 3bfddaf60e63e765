using Microsoft.EntityFrameworkCore.Migrations;

namespace Livelihood.Migrations;

/// <summary>Names and kinds of the files that were there before files had either.</summary>
internal static class MediaKinds
{
    /// <summary>Takes the name from the end of the path, and the kind from the name's ending.</summary>
    public static void Fill(MigrationBuilder migration) => migration.Sql("""
        UPDATE media_files SET
          "Name" = replace("Path", rtrim("Path", replace("Path", '/', '')), ''),
          "Kind" = CASE
            WHEN lower("Path") LIKE '%.png' THEN 'png' WHEN lower("Path") LIKE '%.jpg' THEN 'jpg' WHEN lower("Path") LIKE '%.jpeg' THEN 'jpg'
            WHEN lower("Path") LIKE '%.gif' THEN 'gif' WHEN lower("Path") LIKE '%.webp' THEN 'webp' WHEN lower("Path") LIKE '%.pdf' THEN 'pdf'
            WHEN lower("Path") LIKE '%.docx' THEN 'docx' WHEN lower("Path") LIKE '%.xlsx' THEN 'xlsx' WHEN lower("Path") LIKE '%.zip' THEN 'zip'
            WHEN lower("Path") LIKE '%.csv' THEN 'csv' ELSE 'txt' END,
          "Scan" = 'NotScanned';
        """);
}

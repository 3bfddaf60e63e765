using Livelihood.Content.Catalogue;
using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Indexing;
using Livelihood.Search.Domain.Queries;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Index;

/// <summary>The rows that both databases have: search_documents and search_texts.</summary>
internal static class DocumentRows
{
    /// <summary>
    /// Enters or replaces a row and returns its number; null where a newer version is there or the item was
    /// withdrawn meanwhile.
    /// </summary>
    public static async Task<long?> UpsertAsync(PortalDbContext db, IndexEntry entry, CancellationToken cancellation)
    {
        var (code, year, serial) = NumberOf(entry);
        if (db.Kind == DatabaseKind.PostgreSql && await NumberOfRowAsync(db, entry.ItemId, cancellation) is { } known)
        {
            // An insertion that turns into an update would use up a number each time.
            var updated = await db.Set<SearchDocument>().Where(d => d.Id == known && d.VersionNumber <= entry.VersionNumber && db.Set<CatalogueEntry>().Any(c => c.ItemId == d.ItemId))
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(d => d.VersionNumber, entry.VersionNumber).SetProperty(d => d.Type, entry.Type)
                        .SetProperty(d => d.AgencyId, entry.AgencyId).SetProperty(d => d.Date, entry.Date)
                        .SetProperty(d => d.Year, entry.Date.Year).SetProperty(d => d.IsInForce, entry.IsInForce)
                        .SetProperty(d => d.IssueId, entry.IssueId).SetProperty(d => d.NumberCode, code).SetProperty(d => d.NumberYear, year).SetProperty(d => d.NumberSerial, serial),
                    cancellation);
            return updated == 0 ? null : known;
        }

        // The casts tell PostgreSQL the types of nulls.
        var ids = await db.Database.SqlQuery<long>($"""
            INSERT INTO search_documents
              ("ItemId", "VersionNumber", "Type", "AgencyId", "Date", "Year", "IsInForce", "IssueId", "NumberCode", "NumberYear", "NumberSerial")
            SELECT "ItemId", {entry.VersionNumber}, {entry.Type}, {entry.AgencyId}, {entry.Date}, {entry.Date.Year}, {entry.IsInForce},
              CAST({entry.IssueId} AS text), CAST({code} AS text), CAST({year} AS integer), CAST({serial} AS integer)
            FROM catalogue_entries WHERE "ItemId" = {entry.ItemId}
            ON CONFLICT ("ItemId") DO UPDATE SET
              "VersionNumber" = excluded."VersionNumber", "Type" = excluded."Type", "AgencyId" = excluded."AgencyId",
              "Date" = excluded."Date", "Year" = excluded."Year", "IsInForce" = excluded."IsInForce", "IssueId" = excluded."IssueId",
              "NumberCode" = excluded."NumberCode", "NumberYear" = excluded."NumberYear", "NumberSerial" = excluded."NumberSerial"
            WHERE search_documents."VersionNumber" <= excluded."VersionNumber"
            RETURNING "Id" AS "Value"
            """).ToListAsync(cancellation);
        return ids.Count == 0 ? null : ids[0];
    }

    private static Task<long?> NumberOfRowAsync(PortalDbContext db, string itemId, CancellationToken cancellation) =>
        db.Set<SearchDocument>().Where(d => d.ItemId == itemId).Select(d => (long?)d.Id).FirstOrDefaultAsync(cancellation);

    private static (string? Code, int? Year, int? Serial) NumberOf(IndexEntry entry) =>
        entry.Number is { } number ? (NumberTerms.Code(number.AgencyCode), number.Year, number.Serial) : (null, null, null);

    /// <summary>Enters or replaces the texts of a document.</summary>
    public static Task UpsertTextAsync(PortalDbContext db, long id, IndexEntry entry, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_texts ("DocumentId", "Title", "Headings", "Text", "Sections")
            VALUES ({id}, {entry.Title}, {entry.Headings}, {entry.Text}, {entry.Sections})
            ON CONFLICT ("DocumentId") DO UPDATE SET
              "Title" = excluded."Title", "Headings" = excluded."Headings", "Text" = excluded."Text", "Sections" = excluded."Sections"
            """,
            cancellation);

    /// <summary>Entries whose item the public does not see.</summary>
    public static IQueryable<SearchDocument> Unpublished(PortalDbContext db) =>
        db.Set<SearchDocument>().Where(d => !db.Set<CatalogueEntry>().Any(c => c.ItemId == d.ItemId));
}

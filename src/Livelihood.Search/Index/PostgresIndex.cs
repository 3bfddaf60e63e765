using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Indexing;
using Livelihood.Search.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Index;

/// <summary>The index on PostgreSQL: the terms as tsvectors without positions, under a GIN index.</summary>
internal sealed class PostgresIndex(PortalDbContext db) : ISearchIndex
{
    public async Task WriteAsync(IndexEntry entry, CancellationToken cancellation)
    {
        if (await DocumentRows.UpsertAsync(db, entry, cancellation) is not { } id)
        {
            return;
        }

        await DocumentRows.UpsertTextAsync(db, id, entry, cancellation);
        var terms = TermsOf(entry.Text).Union(entry.Numbers, StringComparer.Ordinal).ToArray();
        var titleTerms = TermsOf(entry.Title).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO search_terms ("DocumentId", "Terms", "TitleTerms")
            VALUES ({id}, array_to_tsvector({terms}), array_to_tsvector({titleTerms}))
            ON CONFLICT ("DocumentId") DO UPDATE SET "Terms" = excluded."Terms", "TitleTerms" = excluded."TitleTerms"
            """,
            cancellation);
    }

    public Task RemoveAsync(string itemId, CancellationToken cancellation) =>
        db.Set<SearchDocument>().Where(d => d.ItemId == itemId).ExecuteDeleteAsync(cancellation);

    public Task SweepAsync(CancellationToken cancellation) => DocumentRows.Unpublished(db).ExecuteDeleteAsync(cancellation);

    /// <summary>A text's terms and its single characters.</summary>
    private static IEnumerable<string> TermsOf(string canonical) =>
        Analyser.Terms(canonical).Union(Analyser.Characters(canonical), StringComparer.Ordinal);
}

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
        await SearchChanges.QueueAsync(db, cancellation);
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
        await SearchChanges.AddAsync(db, [id], cancellation);
    }

    public Task RemoveAsync(string itemId, CancellationToken cancellation) =>
        RemoveAsync(db.Set<SearchDocument>().Where(d => d.ItemId == itemId), cancellation);

    public Task SweepAsync(CancellationToken cancellation) => RemoveAsync(DocumentRows.Unpublished(db), cancellation);

    private async Task RemoveAsync(IQueryable<SearchDocument> documents, CancellationToken cancellation)
    {
        await SearchChanges.QueueAsync(db, cancellation);
        var ids = await documents.Select(d => d.Id).ToListAsync(cancellation);
        if (ids.Count > 0)
        {
            await db.Set<SearchDocument>().Where(d => ids.Contains(d.Id)).ExecuteDeleteAsync(cancellation);
            await SearchChanges.AddAsync(db, ids, cancellation);
        }
    }

    /// <summary>A text's terms and its single characters.</summary>
    private static IEnumerable<string> TermsOf(string canonical) =>
        Analyser.Terms(canonical).Where(t => t != Analyser.Break).Union(Analyser.Characters(canonical), StringComparer.Ordinal);
}

using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Indexing;
using Livelihood.Search.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Index;

/// <summary>The index on SQLite: FTS5 tables without content, fed with ready terms.</summary>
internal sealed class SqliteIndex(PortalDbContext db) : ISearchIndex
{
    public async Task WriteAsync(IndexEntry entry, CancellationToken cancellation)
    {
        if (await DocumentRows.UpsertAsync(db, entry, cancellation) is not { } id)
        {
            return;
        }

        await DocumentRows.UpsertTextAsync(db, id, entry, cancellation);
        // A character of the title is in that column alone.
        var inTitle = Analyser.Characters(entry.Title);
        var characters = string.Join(' ', Analyser.Characters(entry.Text).Except(inTitle, StringComparer.Ordinal));
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT OR REPLACE INTO search_terms (rowid, title, headings, body, numbers)
            VALUES ({id}, {Tokens(entry.Title)}, {Tokens(entry.Headings)}, {Tokens(entry.Body)}, {string.Join(' ', entry.Numbers)});
            INSERT OR REPLACE INTO search_characters (rowid, characters, title) VALUES ({id}, {characters}, {string.Join(' ', inTitle)});
            """,
            cancellation);
        await SearchChanges.AddAsync(db, [id], cancellation);
    }

    public Task RemoveAsync(string itemId, CancellationToken cancellation) =>
        RemoveAsync(db.Set<SearchDocument>().Where(d => d.ItemId == itemId), cancellation);

    public async Task SweepAsync(CancellationToken cancellation)
    {
        await RemoveAsync(DocumentRows.Unpublished(db), cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM search_terms WHERE rowid NOT IN (SELECT "Id" FROM search_documents);
            DELETE FROM search_characters WHERE rowid NOT IN (SELECT "Id" FROM search_documents);
            """,
            cancellation);
    }

    private async Task RemoveAsync(IQueryable<SearchDocument> documents, CancellationToken cancellation)
    {
        var ids = await documents.Select(d => d.Id).ToListAsync(cancellation);
        if (ids.Count == 0)
        {
            return;
        }

        var list = "[" + string.Join(',', ids) + "]";
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM search_terms WHERE rowid IN (SELECT value FROM json_each({list}));
            DELETE FROM search_characters WHERE rowid IN (SELECT value FROM json_each({list}));
            DELETE FROM search_texts WHERE "DocumentId" IN (SELECT value FROM json_each({list}));
            DELETE FROM search_documents WHERE "Id" IN (SELECT value FROM json_each({list}));
            """,
            cancellation);
        await SearchChanges.AddAsync(db, ids, cancellation);
    }

    private static string Tokens(string canonical) => string.Join(' ', Analyser.Terms(canonical));
}

using Livelihood.Content.Catalogue;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.References;

/// <summary>Published documents whose texts refer to one document.</summary>
/// <param name="Entries">The lines of a page, newest first.</param>
/// <param name="Total">How many there are over all pages, counted up to <see cref="CitingDocuments.MostCounted"/>.</param>
public sealed record CitedBy(IReadOnlyList<CatalogueEntry> Entries, int Total);

/// <summary>Finds who cites a document, by its number or by its full title.</summary>
public sealed class CitingDocuments(PortalDbContext db)
{
    /// <summary>Citing documents are counted up to here.</summary>
    public const int MostCounted = 1000;

    /// <summary>A page of those who cite.</summary>
    /// <param name="itemId">The document.</param>
    /// <param name="number">Its number in canonical form, or null.</param>
    /// <param name="title">Its title.</param>
    /// <param name="page">From 1.</param>
    /// <param name="pageSize">How many lines a page has.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<CitedBy> PageAsync(string itemId, string? number, string title, int page, int pageSize, CancellationToken cancellation = default)
    {
        var keys = await KeysAsync(itemId, number, title, cancellation);
        if (keys.Count == 0)
        {
            return new([], 0);
        }

        var references = db.Set<ContentReference>().AsNoTracking().Where(r => keys.Contains(r.Key) && r.FromId != itemId);
        var citing = references.GroupBy(r => new { r.FromId, r.Date }).Select(g => g.Key);
        var lines = await (
            from line in citing.OrderByDescending(c => c.Date).ThenByDescending(c => c.FromId).Skip((page - 1) * pageSize).Take(pageSize)
            join entry in db.Set<CatalogueEntry>().AsNoTracking() on line.FromId equals entry.ItemId
            select entry).ToListAsync(cancellation);
        var total = page == 1 && lines.Count < pageSize ? lines.Count : await citing.OrderBy(c => c.FromId).Take(MostCounted).CountAsync(cancellation);
        return new([.. lines.OrderByDescending(e => e.Date).ThenByDescending(e => e.ItemId, StringComparer.Ordinal)], total);
    }

    // A title that several items bear names none of them.
    private async Task<List<string>> KeysAsync(string itemId, string? number, string title, CancellationToken cancellation)
    {
        List<string> keys = number is null ? [] : [number];
        if (ReferenceKey.OfTitle(title) is { } key
            && !await db.Set<CatalogueEntry>().AnyAsync(e => e.TitleKey == key.Substring(1, key.Length - 2) && e.ItemId != itemId, cancellation))
        {
            keys.Add(key);
        }

        return keys;
    }
}

using Livelihood.Content.Catalogue;
using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Indexing;
using Livelihood.Search.Domain.Passages;
using Livelihood.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Querying;

/// <summary>Reads the results of a page and picks their passages.</summary>
internal sealed class HitReader(PortalDbContext db)
{
    private static readonly CompiledQuery<Func<PortalDbContext, long[], IAsyncEnumerable<HitRow>>> Entries = new(() => EF.CompileAsyncQuery((PortalDbContext db, long[] ids) =>
        db.Set<SearchDocument>().AsNoTracking().Where(d => ids.Contains(d.Id))
            .Join(db.Set<CatalogueEntry>(), d => d.ItemId, c => c.ItemId, (d, c) => new HitRow(d.Id, "", c))));

    private static readonly CompiledQuery<Func<PortalDbContext, long[], IAsyncEnumerable<HitRow>>> WithTexts = new(() => EF.CompileAsyncQuery((PortalDbContext db, long[] ids) =>
        db.Set<SearchDocument>().AsNoTracking().Where(d => ids.Contains(d.Id))
            .Join(db.Set<SearchText>(), d => d.Id, t => t.DocumentId, (d, t) => new { d.Id, d.ItemId, t.Sections })
            .Join(db.Set<CatalogueEntry>(), r => r.ItemId, c => c.ItemId, (r, c) => new HitRow(r.Id, r.Sections, c))));

    /// <summary>The documents, in the order of their numbers as given; those that are public no more are left out.</summary>
    /// <param name="ids">Their numbers.</param>
    /// <param name="marks">What is looked for in the texts.</param>
    /// <param name="most">Passages of each at most; 0: no text is read.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<IReadOnlyList<SearchHit>> ReadAsync(IReadOnlyList<int> ids, MarkFinder marks, int most, CancellationToken cancellation)
    {
        var rows = new HitRow?[ids.Count];
        var places = ids.Index().ToDictionary(p => (long)p.Item, p => p.Index);
        await foreach (var row in (most > 0 ? WithTexts : Entries).For(db)(db, [.. places.Keys]).WithCancellation(cancellation))
        {
            rows[places[row.Id]] = row;
        }

        // Not while they are read: it takes longer to do one and then the other, ten times.
        var passages = new PassagePicker(marks);
        return [.. rows.OfType<HitRow>().Select(row => new SearchHit(row.Entry, most > 0 ? passages.Pick(SectionText.Read(row.Sections), most) : []))];
    }

    private sealed record HitRow(long Id, string Sections, CatalogueEntry Entry);
}

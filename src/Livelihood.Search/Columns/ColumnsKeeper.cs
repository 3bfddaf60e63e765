using Livelihood.Content.Catalogue;
using Livelihood.Platform.Data;
using Livelihood.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Columns;

/// <summary>
/// Keeps the columns in memory and in step with the index: each write to it leaves a line in search_changes, whichever process
/// wrote. One for the whole process.
/// </summary>
internal sealed class ColumnsKeeper : IDisposable
{
    /// <summary>Beyond this many changes everything is read anew.</summary>
    private const int MostChanges = 5000;

    /// <summary>Documents read at once.</summary>
    private const int BatchSize = 500;

    private readonly SemaphoreSlim _turn = new(1);
    private DocumentColumns? _columns;

    public void Dispose() => _turn.Dispose();

    /// <summary>The columns, no older than the snapshot that is open. Only for committed states.</summary>
    public async Task<DocumentColumns> CurrentAsync(PortalDbContext db, long generation, CancellationToken cancellation)
    {
        if (_columns is { } current && current.Generation >= generation)
        {
            return current;
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            if (_columns is null || _columns.Generation < generation)
            {
                _columns = await UpdateAsync(db, _columns, generation, cancellation) ?? await LoadAsync(db, generation, cancellation);
            }

            return _columns;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads everything.</summary>
    public static async Task<DocumentColumns> LoadAsync(PortalDbContext db, long generation, CancellationToken cancellation)
    {
        var greatest = await db.Set<SearchDocument>().MaxAsync(d => (long?)d.Id, cancellation) ?? 0;
        var columns = new DocumentColumns(checked((int)(greatest + 1024 + greatest / 16)));
        await foreach (var row in Rows(db, db.Set<SearchDocument>()).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            columns.Set(row);
        }

        columns.Generation = generation;
        return columns;
    }

    /// <summary>Reads what changed; null where that is too much or not known any more.</summary>
    private static async Task<DocumentColumns?> UpdateAsync(
        PortalDbContext db, DocumentColumns? columns, long generation, CancellationToken cancellation)
    {
        if (columns is null || await SearchChanges.BetweenAsync(db, columns.Generation, generation, MostChanges, cancellation) is not { } changed)
        {
            return null;
        }

        foreach (var batch in changed.Chunk(BatchSize))
        {
            var rows = await Rows(db, db.Set<SearchDocument>().Where(d => batch.Contains(d.Id))).ToListAsync(cancellation);
            var greatest = batch.Max();
            columns = greatest < columns.Limit ? columns : columns.Grow(checked((int)greatest + 1));
            foreach (var gone in batch.Except(rows.Select(r => r.Id)))
            {
                columns.Remove(gone);
            }

            rows.ForEach(columns.Set);
        }

        columns.Generation = generation;
        return columns;
    }

    private static IQueryable<ColumnRow> Rows(PortalDbContext db, IQueryable<SearchDocument> documents) =>
        documents.Join(db.Set<CatalogueEntry>(), d => d.ItemId, e => e.ItemId, (d, e) => new ColumnRow(
            d.Id, d.Type, d.AgencyId, e.Topic, e.Category, d.Date, d.IsInForce, e.PublishedUtc,
            d.IssueId, d.NumberCode, d.NumberYear, d.NumberSerial));
}

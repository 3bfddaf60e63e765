using System.Diagnostics;
using Livelihood.Content.Catalogue;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Suggestions;
using Livelihood.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Suggestions;

/// <summary>
/// Keeps the book of titles in memory and in step with the index. Making it takes a while where there are many; it is made anew
/// no more than a tenth of the time, and the former one serves meanwhile. One for the whole process.
/// </summary>
internal sealed class TitleKeeper : IDisposable
{
    /// <summary>A book of so few entries is made in a moment, and is never behind.</summary>
    private const int FewEntries = 2000;

    private readonly SemaphoreSlim _turn = new(1);
    private volatile Edition? _edition;

    public void Dispose() => _turn.Dispose();

    /// <summary>The titles that are public.</summary>
    public async Task<TitleBook> CurrentAsync(
        PortalDbContext db, IAgencyDirectory agencies, IEnumerable<ISuggestionSource> sources, CancellationToken cancellation)
    {
        var generation = await SearchChanges.GenerationAsync(db, cancellation);
        if (_edition is { } current && (current.Generation == generation
            || (current.Book.Count > FewEntries && Stopwatch.GetElapsedTime(current.MadeAt) < 10 * current.Took)))
        {
            return current.Book;
        }

        if (!await _turn.WaitAsync(_edition is null || _edition.Book.Count <= FewEntries ? Timeout.Infinite : 0, cancellation))
        {
            return _edition!.Book;
        }

        try
        {
            if (_edition is null || _edition.Generation != generation)
            {
                var began = Stopwatch.GetTimestamp();
                var book = await ReadAsync(db, agencies, sources, cancellation);
                _edition = new(book, generation, Stopwatch.GetTimestamp(), Stopwatch.GetElapsedTime(began));
            }

            return _edition.Book;
        }
        finally
        {
            _turn.Release();
        }
    }

    private static async Task<TitleBook> ReadAsync(
        PortalDbContext db, IAgencyDirectory agencies, IEnumerable<ISuggestionSource> sources, CancellationToken cancellation)
    {
        var entries = new List<TitleEntry>();
        foreach (var source in sources)
        {
            entries.AddRange((await source.FrequentAsync(cancellation)).Select(q => new TitleEntry(q)));
        }

        entries.AddRange((await agencies.AllAsync(cancellation)).Select(a => new TitleEntry(a.Name)));
        var titles = db.Set<SearchDocument>().Join(db.Set<CatalogueEntry>(), d => d.ItemId, e => e.ItemId, (d, e) => new { e.Title, e.Number, e.Path, d.Date, d.Id })
            .OrderByDescending(t => t.Date).ThenByDescending(t => t.Id);
        await foreach (var title in titles.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            entries.Add(new(title.Title, title.Number, title.Path));
        }

        return new(entries);
    }

    private sealed record Edition(TitleBook Book, long Generation, long MadeAt, TimeSpan Took);
}

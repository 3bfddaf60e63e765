using Livelihood.Content.Catalogue;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Suggestions;
using Livelihood.Search.Index;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Livelihood.Search.Suggestions;

/// <summary>
/// Keeps the book of titles in memory and in step with the index. A small one is never behind. A great one takes a while: it is
/// made anew beside the requests, no more than a tenth of the time, and the former one serves meanwhile. What others ask often
/// changes without the index, so a book is made anew each hour too. One for the whole process.
/// </summary>
internal sealed class TitleKeeper(IServiceScopeFactory scopes, TimeProvider time, ILogger<TitleKeeper> log) : IDisposable
{
    /// <summary>A book of so few entries is made in a moment.</summary>
    private const int FewEntries = 2000;

    private static readonly TimeSpan Oldest = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _turn = new(1);
    private volatile Edition? _edition;

    public void Dispose() => _turn.Dispose();

    /// <summary>The titles that are public.</summary>
    public async Task<TitleBook> CurrentAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var generation = await SearchChanges.GenerationAsync(db, cancellation);
        if (_edition is { } current)
        {
            if (IsGood(current, generation))
            {
                return current.Book;
            }

            if (current.Book.Count > FewEntries)
            {
                if (AgeOf(current) > 10 * current.Took && _turn.Wait(0, CancellationToken.None))
                {
                    _ = Task.Run(RenewAsync, CancellationToken.None);
                }

                return current.Book;
            }
        }

        await _turn.WaitAsync(cancellation);
        try
        {
            return _edition is { } made && IsGood(made, generation) ? made.Book : (await MakeAsync(generation, cancellation)).Book;
        }
        finally
        {
            _turn.Release();
        }
    }

    private bool IsGood(Edition edition, long generation) => edition.Generation == generation && AgeOf(edition) < Oldest;

    private TimeSpan AgeOf(Edition edition) => time.GetElapsedTime(edition.MadeAt);

    /// <summary>Makes the book anew; whoever started it has the turn.</summary>
    private async Task RenewAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            await MakeAsync(await SearchChanges.GenerationAsync(db, CancellationToken.None), CancellationToken.None);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "The titles for suggestions could not be read anew; the former ones serve on");
        }
        finally
        {
            try
            {
                _turn.Release();
            }
            catch (ObjectDisposedException)
            {
                // The portal has stopped meanwhile.
            }
        }
    }

    private async Task<Edition> MakeAsync(long generation, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var book = await ReadAsync(scope.ServiceProvider, cancellation);
        return _edition = new(book, generation, time.GetTimestamp(), time.GetElapsedTime(began));
    }

    private static async Task<TitleBook> ReadAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var book = new TitleBookBuilder();
        foreach (var source in services.GetServices<ISuggestionSource>())
        {
            foreach (var query in await source.FrequentAsync(cancellation))
            {
                book.Add(new(query));
            }
        }

        foreach (var agency in await services.GetRequiredService<IAgencyDirectory>().AllAsync(cancellation))
        {
            book.Add(new(agency.Name));
        }

        var db = services.GetRequiredService<PortalDbContext>();
        var titles = db.Set<SearchDocument>().Join(db.Set<CatalogueEntry>(), d => d.ItemId, e => e.ItemId, (d, e) => new { e.Title, e.Number, d.Date, d.Id })
            .OrderByDescending(t => t.Date).ThenByDescending(t => t.Id);
        await foreach (var title in titles.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            book.Add(new(title.Title, title.Number, checked((int)title.Id)));
        }

        return book.Build();
    }

    private sealed record Edition(TitleBook Book, long Generation, long MadeAt, TimeSpan Took);
}

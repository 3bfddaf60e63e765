using Livelihood.Content.Catalogue;
using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Suggestions;
using Livelihood.Search.Index;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.Suggestions;

/// <summary>What a reader probably meant who typed pinyin or one wrong character.</summary>
internal sealed class QueryAdvisor(TitleKeeper keeper, PortalDbContext db)
{
    private static readonly CompiledQuery<Func<PortalDbContext, long[], IAsyncEnumerable<TitleEntry>>> Titles = new(() => EF.CompileAsyncQuery((PortalDbContext db, long[] documents) =>
        db.Set<SearchDocument>().Where(d => documents.Contains(d.Id)).Join(db.Set<CatalogueEntry>(), d => d.ItemId, e => e.ItemId, (d, e) => new TitleEntry(e.Title, e.Number, (int)d.Id))));

    /// <summary>Suggestions while typing. Titles are those of this moment, and only of what is public now.</summary>
    public async Task<IReadOnlyList<TitleEntry>> SuggestAsync(string typed, int most, CancellationToken cancellation)
    {
        var matches = (await BookAsync(cancellation)).Suggest(typed, most);
        var titles = new Dictionary<int, TitleEntry>();
        if (matches.Where(m => m.Document > 0).Select(m => (long)m.Document).ToArray() is { Length: > 0 } documents)
        {
            await foreach (var title in Titles.For(db)(db, documents).WithCancellation(cancellation))
            {
                titles[title.Document] = title;
            }
        }

        return [.. matches.Select(m => m.Name is { } name ? new TitleEntry(name) : titles.GetValueOrDefault(m.Document)).OfType<TitleEntry>()];
    }

    /// <summary>Another query to try; null where there is none.</summary>
    public async Task<string?> InsteadAsync(SearchQuery query, CancellationToken cancellation)
    {
        if (query.Number is not null || query.Excluded.Count > 0 || query.IsNarrowed || query.Words.Count == 0)
        {
            return null;
        }

        return Advice.For(query, await BookAsync(cancellation));
    }

    private Task<TitleBook> BookAsync(CancellationToken cancellation) => keeper.CurrentAsync(db, cancellation);
}

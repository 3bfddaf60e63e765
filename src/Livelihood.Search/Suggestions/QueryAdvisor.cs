using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Suggestions;

namespace Livelihood.Search.Suggestions;

/// <summary>What a reader probably meant who typed pinyin or one wrong character.</summary>
internal sealed class QueryAdvisor(TitleKeeper keeper, PortalDbContext db)
{
    /// <summary>Suggestions while typing.</summary>
    public async Task<IReadOnlyList<TitleEntry>> SuggestAsync(string typed, int most, CancellationToken cancellation) =>
        (await BookAsync(cancellation)).Suggest(typed, most);

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

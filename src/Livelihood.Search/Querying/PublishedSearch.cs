using Livelihood.Content.Publication;
using Livelihood.Platform.Agencies;

namespace Livelihood.Search.Querying;

/// <summary>Suggests published items for a text that describes what somebody wants.</summary>
internal sealed class PublishedSearch(SearchEngine engine, QueryReading reading, IAgencyDirectory agencies) : IPublishedSearch
{
    public async Task<IReadOnlyList<PublishedHit>> SuggestAsync(string text, int max, CancellationToken cancellation = default)
    {
        var query = await reading.ReadTextAsync(text, cancellation);
        var hits = await engine.SuggestAsync(query, Math.Clamp(max, 1, SearchResults.PageSize), cancellation);
        var names = (await agencies.AllAsync(cancellation)).ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        return
        [
            .. hits.Select(h => new PublishedHit(
                h.Entry.Path, h.Entry.Title, h.Entry.Number, names.GetValueOrDefault(h.Entry.AgencyId, h.Entry.AgencyId), h.Entry.Date,
                h.Passages is [var passage] ? passage.Text : "")),
        ];
    }
}

using Livelihood.Content.Publication;
using Livelihood.Platform.Agencies;
using Livelihood.Search.Domain.Passages;
using Livelihood.Search.Domain.Queries;

namespace Livelihood.Search.Querying;

/// <summary>Suggests published items for a text that describes what somebody wants.</summary>
internal sealed class PublishedSearch(SearchEngine engine, QueryReading reading, IAgencyDirectory agencies) : IPublishedSearch
{
    public async Task<IReadOnlyList<PublishedHit>> SuggestAsync(string text, int max, CancellationToken cancellation = default)
    {
        var query = await reading.ReadTextAsync(text, cancellation);
        var hits = await engine.SuggestAsync(query, Math.Clamp(max, 1, SearchResults.PageSize), cancellation);
        var names = (await agencies.AllAsync(cancellation)).ToDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);
        var passages = new PassagePicker(new MarkFinder(query));
        return
        [
            .. hits.Select(h => new PublishedHit(
                h.Entry.Path, h.Entry.Title, h.Entry.Number, names.GetValueOrDefault(h.Entry.AgencyId, h.Entry.AgencyId), h.Entry.Date,
                passages.Pick(h.Sections, 1) is [var passage] ? passage.Text : "")),
        ];
    }
}

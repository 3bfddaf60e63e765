using Livelihood.Platform.Agencies;
using Livelihood.Search.Querying;

namespace Livelihood.Search.Pages.Search;

/// <summary>
/// The facet of agencies as a small tree: an agency counts what those below it published too. The two highest levels are
/// shown, and below them what stands around a choice.
/// </summary>
public sealed class AgencyFacet(IAgencyDirectory agencies)
{
    private const int OpenLevels = 2;

    /// <summary>Deeper than any government; a ring of agencies would have no end.</summary>
    private const int MostLevels = 8;

    /// <summary>Agencies shown below one.</summary>
    private const int MostBelow = 30;

    /// <summary>The agencies that have results, each level the most frequent first.</summary>
    public async Task<IReadOnlyList<FacetLink>> LinksAsync(
        IReadOnlyList<FacetCount<string>> counts, SearchAddress address, CancellationToken cancellation)
    {
        var all = await agencies.AllAsync(cancellation);
        var byId = all.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var chosen = address.Filter.Agencies.ToHashSet(StringComparer.Ordinal);
        var sums = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (id, count) in counts.Select(c => (c.Value, c.Count)).Concat(chosen.Select(id => (id, 0))))
        {
            foreach (var above in LineOf(id, byId))
            {
                sums[above] = sums.GetValueOrDefault(above) + count;
            }
        }

        var below = sums.Keys.ToLookup(id => byId.GetValueOrDefault(id)?.ParentId is { } parent && sums.ContainsKey(parent) ? parent : "", StringComparer.Ordinal);
        return Level("", 0);

        IReadOnlyList<FacetLink> Level(string parent, int depth) => depth >= MostLevels
            ? []
            :
            [
                .. below[parent].OrderByDescending(id => sums[id]).ThenBy(id => id, StringComparer.Ordinal)
                    .Where((id, place) => depth == 0 || place < MostBelow || chosen.Contains(id))
                    .Select(id => new FacetLink(byId.GetValueOrDefault(id)?.Name ?? id, sums[id], address.Toggle(FilterNames.Agency, id, Replaced(id)), chosen.Contains(id))
                    {
                        Below = depth + 1 < OpenLevels || IsAroundChoice(id) ? Level(id, depth + 1) : [],
                    }),
            ];

        bool IsAroundChoice(string id) => chosen.Any(c => LineOf(c, byId).Contains(id));

        // An agency takes the place of those above it, which it makes narrower, and of those below, which it takes in.
        List<string> Replaced(string id) =>
            [.. chosen.Where(c => c != id && (LineOf(id, byId).Contains(c) || LineOf(c, byId).Contains(id)))];
    }

    private static IEnumerable<string> LineOf(string id, Dictionary<string, Agency> byId)
    {
        for (var level = 0; level < MostLevels && id.Length > 0; level++)
        {
            yield return id;
            id = byId.GetValueOrDefault(id)?.ParentId ?? "";
        }
    }
}

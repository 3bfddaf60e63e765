using System.Collections.Concurrent;
using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Matching;

namespace Livelihood.Search.Querying;

/// <summary>All documents that answer a query, before any filter: kept for other pages, filters and orders of the same query.</summary>
/// <param name="Plan">What was asked.</param>
/// <param name="Set">The documents.</param>
/// <param name="IsPartial">They need not have all that was asked for.</param>
/// <param name="IsByNumber">They have or cite the document number that was asked for.</param>
internal sealed record QueryAnswer(MatchPlan Plan, MatchSet Set, bool IsPartial = false, bool IsByNumber = false)
{
    private const int MostViews = 8;

    /// <summary>Memory that the counts of a view take, in bytes, about.</summary>
    private const int SizeOfCounts = 2048;

    private readonly ConcurrentDictionary<string, ResultView> _views = new(StringComparer.Ordinal);

    /// <summary>Memory taken at most, in bytes.</summary>
    public long Size => Set.Size + SizeOfCounts + MostViews * (FirstFew.SizeOfOne * Math.Min(Set.Count, ResultView.Most) + SizeOfCounts);

    /// <summary>Words of the query that were not asked for, because they occur nowhere or say less than the others.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What was typed as a document number that no document has or cites; null: nothing was.</summary>
    public string? UnknownNumber { get; init; }

    /// <summary>How many documents have each value, before any filter; null until somebody has counted them.</summary>
    public FacetTally? Tally { get; set; }

    /// <summary>Nothing.</summary>
    public static readonly QueryAnswer None = new(new MatchPlan { Terms = [], Words = [] }, MatchSet.Empty);

    /// <summary>The documents through a filter and in an order, if they were asked for before.</summary>
    public ResultView? View(string key) => _views.GetValueOrDefault(key);

    /// <summary>Keeps a view.</summary>
    public void Keep(string key, ResultView view)
    {
        if (_views.Count < MostViews)
        {
            _views.TryAdd(key, view);
        }
    }
}

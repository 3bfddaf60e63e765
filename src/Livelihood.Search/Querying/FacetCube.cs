namespace Livelihood.Search.Querying;

/// <summary>Documents found, counted by all facets at once.</summary>
internal sealed record CubeCell(string Type, string AgencyId, int Year, bool IsInForce, int Count);

/// <summary>The counts of a query before any filter: every filter's counts follow from it without asking the database again.</summary>
internal sealed class FacetCube(IReadOnlyList<CubeCell> cells)
{
    public bool IsEmpty => cells.Count == 0;

    public int Unfiltered => cells.Sum(c => c.Count);

    public int Total(SearchFilter filter) => cells.Where(c => Fits(c, filter)).Sum(c => c.Count);

    public FacetCounts Counts(SearchFilter filter) => new(
        By(c => c.Type, filter with { Type = null }),
        By(c => c.AgencyId, filter with { AgencyId = null }),
        [.. By(c => c.Year, filter with { Year = null }).OrderByDescending(y => y.Value)],
        By(c => c.IsInForce, filter with { IsInForce = null }));

    private List<FacetCount<T>> By<T>(Func<CubeCell, T> value, SearchFilter others) =>
    [
        .. cells.Where(c => Fits(c, others))
            .GroupBy(value, (key, group) => new FacetCount<T>(key, group.Sum(c => c.Count)))
            .OrderByDescending(f => f.Count).ThenBy(f => f.Value),
    ];

    private static bool Fits(CubeCell cell, SearchFilter filter) =>
        (filter.Type is null || filter.Type == cell.Type)
        && (filter.AgencyId is null || filter.AgencyId == cell.AgencyId)
        && (filter.Year is null || filter.Year == cell.Year)
        && (filter.IsInForce is null || filter.IsInForce == cell.IsInForce);
}

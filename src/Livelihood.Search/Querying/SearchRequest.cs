using Livelihood.Search.Domain.Queries;

namespace Livelihood.Search.Querying;

/// <summary>In which order results come.</summary>
public enum SearchOrder
{
    /// <summary>The best answers first.</summary>
    Relevance,

    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>By document number: agency code, year, serial; what has none comes last, the newest of it first.</summary>
    Number,

    /// <summary>What was published here last first, for feeds: an old document that was printed anew is news.</summary>
    Published,
}

/// <summary>A search.</summary>
/// <param name="Query">What is asked.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Order">The order.</param>
/// <param name="Page">From 1; pages beyond the last are the last.</param>
/// <param name="Size">Results on a page.</param>
public sealed record SearchRequest(
    SearchQuery Query, SearchFilter Filter, SearchOrder Order = SearchOrder.Relevance, int Page = 1, int Size = SearchResults.PageSize)
{
    /// <summary>
    /// Where nothing is found, what was probably meant is searched instead, and the results say so. Not for
    /// narrowed searches, where the filter may be why nothing is found, nor for feeds.
    /// </summary>
    public bool MayReadOtherwise { get; init; }

    /// <summary>Passages of each result at most; 0 for whoever shows none, as then no text is read.</summary>
    public int MostPassages { get; init; } = 3;
}

using Livelihood.Search.Domain.Queries;

namespace Livelihood.Search.Querying;

/// <summary>In which order results come.</summary>
public enum SearchOrder
{
    /// <summary>The best answers first.</summary>
    Relevance,

    /// <summary>The newest first.</summary>
    Newest,

    /// <summary>What was published here last first, for feeds: an old document that was printed anew is news.</summary>
    Published,
}

/// <summary>What results are narrowed to; null lets everything through.</summary>
/// <param name="Type">The content type's name.</param>
/// <param name="AgencyId">The responsible agency.</param>
/// <param name="Year">The year of the document's date.</param>
/// <param name="IsInForce">In force, or repealed and expired.</param>
public sealed record SearchFilter(string? Type = null, string? AgencyId = null, int? Year = null, bool? IsInForce = null)
{
    /// <summary>Values of the type's own fields, such as <c>Notice.Kind</c> = 公告; all of them. They count only with a type.</summary>
    public IReadOnlyList<(string Field, string Value)> Values { get; init; } = [];
}

/// <summary>A search.</summary>
/// <param name="Query">What is asked.</param>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Order">The order.</param>
/// <param name="Page">From 1; pages beyond the last are the last.</param>
/// <param name="Size">Results on a page.</param>
public sealed record SearchRequest(
    SearchQuery Query, SearchFilter Filter, SearchOrder Order = SearchOrder.Relevance, int Page = 1, int Size = SearchResults.PageSize);

using Livelihood.Content.Catalogue;
using Livelihood.Search.Domain.Passages;

namespace Livelihood.Search.Querying;

/// <summary>What a search found.</summary>
public sealed record SearchResults
{
    /// <summary>Results on a page, unless another size was asked for.</summary>
    public const int PageSize = 10;

    /// <summary>Pages that can be opened; who gets that far needs other words.</summary>
    public const int MostPages = 50;

    /// <summary>Nothing was asked or nothing was found.</summary>
    public static readonly SearchResults None = new();

    /// <summary>How many documents in all, with the filter.</summary>
    public int Total { get; init; }

    /// <summary>False when <see cref="Total"/> may be a little too high.</summary>
    public bool IsTotalExact { get; init; } = true;

    /// <summary>No document has all the words; these have the most telling of them.</summary>
    public bool IsPartial { get; init; }

    /// <summary>With <see cref="IsPartial"/>: words of the query that were left out.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What was typed as a document number that no document has or cites; these are results for what its letters say. Null: nothing was.</summary>
    public string? UnknownNumber { get; init; }

    /// <summary>Nothing has what was typed; these are the results of this query, which was probably meant.</summary>
    public string? ReadAs { get; init; }

    /// <summary>Another query that may have been meant, to be offered.</summary>
    public string? Instead { get; init; }

    /// <summary>The query is a document number, and these have or cite it.</summary>
    public bool IsByNumber { get; init; }

    /// <summary>The page shown, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Results on a page, as asked for.</summary>
    public int Size { get; init; } = PageSize;

    /// <summary>The results of the page, in order.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>How many documents of each kind the query finds.</summary>
    public FacetCounts Facets { get; init; } = FacetCounts.None;

    /// <summary>How many documents have each value of the chosen type's own fields; empty unless one type is chosen.</summary>
    public IReadOnlyList<FieldFacet> Fields { get; init; } = [];

    /// <summary>How many pages can be opened.</summary>
    public int PageCount => Math.Min(MostPages, (Total + Size - 1) / Size);
}

/// <summary>A document that was found.</summary>
/// <param name="Entry">Its line in the public catalogue.</param>
/// <param name="Passages">The places in it that best answer the query, in the order of the document.</param>
public sealed record SearchHit(CatalogueEntry Entry, IReadOnlyList<Passage> Passages);

/// <summary>
/// How many documents there are by each filter; each filter counts what the others let through, so that a reader sees what
/// another choice would give.
/// </summary>
/// <param name="Types">By content type.</param>
/// <param name="Agencies">By agency, each for itself.</param>
/// <param name="Years">By year, newest first.</param>
/// <param name="InForce">By whether they are in force.</param>
public sealed record FacetCounts(
    IReadOnlyList<FacetCount<string>> Types, IReadOnlyList<FacetCount<string>> Agencies,
    IReadOnlyList<FacetCount<int>> Years, IReadOnlyList<FacetCount<bool>> InForce)
{
    /// <summary>By 主题分类.</summary>
    public IReadOnlyList<FacetCount<string>> Topics { get; init; } = [];

    /// <summary>By 公开类别.</summary>
    public IReadOnlyList<FacetCount<string>> Categories { get; init; } = [];

    /// <summary>By the gazette issue that printed them first.</summary>
    public IReadOnlyList<FacetCount<string>> Issues { get; init; } = [];

    /// <summary>No counts.</summary>
    public static readonly FacetCounts None = new([], [], [], []);
}

/// <summary>A value of a facet.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many documents have it.</param>
public sealed record FacetCount<T>(T Value, int Count);

/// <summary>The values of one of a type's own fields.</summary>
/// <param name="Field">Part and field, such as <c>Notice.Kind</c>.</param>
/// <param name="Values">The values, the most frequent first.</param>
public sealed record FieldFacet(string Field, IReadOnlyList<FacetCount<string>> Values);

using Livelihood.Search.Columns;
using Livelihood.Search.Matching;

namespace Livelihood.Search.Querying;

/// <summary>An answer through a filter and in an order.</summary>
internal sealed record ResultView
{
    /// <summary>Documents that can be opened; who gets that far needs other words.</summary>
    public const int Most = SearchResults.PageSize * SearchResults.MostPages;

    /// <summary>The facets of so many documents are counted on another core, while this one puts them in order and reads the first rows.</summary>
    private const int Many = 1_024;

    /// <summary>How many documents.</summary>
    public required int Total { get; init; }

    /// <summary>As many of them as can be opened.</summary>
    public required FirstFew First { get; init; }

    /// <summary>The counts of the facets.</summary>
    public required Task<FacetCounts> Facets { get; init; }

    /// <summary>Looks at an answer through a filter, in one pass over the numbers.</summary>
    public static ResultView Of(QueryAnswer answer, SearchOrder order, DocumentColumns columns, FilterMask mask)
    {
        var facets = FacetsAsync(answer, columns, mask);
        var (first, total) = (new FirstFew(Most, answer.Set.Count), 0);
        var keys = new OrderKeys(columns, order);
        for (var reader = answer.Set.Read(mask); reader.Next() is { IsEmpty: false } some;)
        {
            foreach (var match in some)
            {
                if (first.Wants(keys.AtMost(match)))
                {
                    first.Add(keys.Of(match), match.Id);
                }
            }

            total += some.Length;
        }

        return new() { Total = total, First = first, Facets = facets };
    }

    private static async Task<FacetCounts> FacetsAsync(QueryAnswer answer, DocumentColumns columns, FilterMask mask)
    {
        if (answer.Set.Count >= Many)
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }

        return FacetCounter.Count(answer, columns, mask);
    }
}

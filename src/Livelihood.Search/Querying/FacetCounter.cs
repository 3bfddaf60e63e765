using System.Globalization;
using Livelihood.Search.Columns;

namespace Livelihood.Search.Querying;

/// <summary>
/// Counts documents in each facet that the other facets' filters let through. Where the whole answer has been counted, what a
/// filter leaves out is counted instead of what it lets through, if that is less: mostly nothing at all for the facet that it
/// narrows by.
/// </summary>
internal static class FacetCounter
{
    /// <summary>Counts the documents of an answer.</summary>
    public static FacetCounts Count(QueryAnswer answer, DocumentColumns columns, FilterMask mask)
    {
        var (set, all) = (answer.Set, answer.Tally);
        var tally = Count(mask);
        if (mask.LetsAll)
        {
            answer.Tally = tally;
        }

        foreach (var facet in mask.Narrowed.Where(f => f <= Facet.Validity))
        {
            tally = tally.With(facet, Count(mask.Without(facet), facet));
        }

        return Named(tally, columns);

        FacetTally Count(FilterMask through, Facet? only = null) =>
            all is null ? FacetTally.Of(set.Read(through, isRanked: false), columns, only)
            : through.LetsAll ? all
            : 2 * set.CountOf(through) > set.Count ? all.Without(FacetTally.Of(set.Read(through.Rest, isRanked: false), columns, only))
            : FacetTally.Of(set.Read(through, isRanked: false), columns, only);
    }

    private static FacetCounts Named(FacetTally tally, DocumentColumns columns) => new(
        Named(tally, Facet.Type, columns), Named(tally, Facet.Agency, columns),
        [.. Named(tally, Facet.Year, columns).Select(y => new FacetCount<int>(int.Parse(y.Value, CultureInfo.InvariantCulture), y.Count)).OrderByDescending(y => y.Value)],
        [.. new[] { new FacetCount<bool>(true, tally[Facet.Validity][FacetTally.InForce]), new(false, tally[Facet.Validity][FacetTally.Ended]) }.Where(f => f.Count > 0)])
    {
        Topics = Named(tally, Facet.Topic, columns),
        Categories = Named(tally, Facet.Category, columns),
        Issues = Named(tally, Facet.Issue, columns),
    };

    // 0 stands for none, which is no value of a facet.
    private static List<FacetCount<string>> Named(FacetTally tally, Facet facet, DocumentColumns columns)
    {
        var counts = tally[facet];
        var (values, named) = (columns[facet].Values, new List<FacetCount<string>>());
        for (var code = 1; code < counts.Length; code++)
        {
            if (counts[code] > 0)
            {
                named.Add(new(values[code], counts[code]));
            }
        }

        named.Sort(static (one, other) => one.Count != other.Count ? other.Count.CompareTo(one.Count) : string.CompareOrdinal(one.Value, other.Value));
        return named;
    }
}

using Livelihood.Search.Columns;
using Livelihood.Search.Matching;

namespace Livelihood.Search.Querying;

/// <summary>How many documents have each value of each facet.</summary>
internal sealed class FacetTally
{
    /// <summary>Places among the counts of <see cref="Facet.Validity"/>.</summary>
    public const int InForce = 0, Ended = 1;

    private static readonly Facet[] All = [.. Enumerable.Range(0, (int)Facet.Validity + 1).Select(f => (Facet)f)];

    private readonly int[][] _counts;

    private FacetTally(IEnumerable<int[]> counts) => _counts = [.. counts];

    /// <summary>How many documents have each value, by its code (0: none). Empty where the facet was not counted.</summary>
    public ReadOnlySpan<int> this[Facet facet] => _counts[(int)facet];

    /// <summary>Counts documents by all facets, or by one of them only.</summary>
    public static FacetTally Of(MatchReader documents, DocumentColumns columns, Facet? only = null)
    {
        var tally = new FacetTally(All.Select(facet => only is null || only == facet ? new int[Values(facet, columns)] : []));
        while (documents.Next() is { IsEmpty: false } some)
        {
            if (only is { } facet)
            {
                tally.Add(facet, some, columns);
            }
            else
            {
                tally.Add(some, columns);
            }
        }

        return tally;
    }

    /// <summary>What is left without some of the documents, in those facets that were counted of them.</summary>
    public FacetTally Without(FacetTally some) => new(All.Select(facet =>
        some._counts[(int)facet].Zip(_counts[(int)facet], static (without, all) => Math.Max(0, all - without)).ToArray()));

    /// <summary>The same with one facet of another.</summary>
    public FacetTally With(Facet facet, FacetTally other) => new(All.Select(f => (f == facet ? other : this)._counts[(int)f]));

    private static int Values(Facet facet, DocumentColumns columns) => facet == Facet.Validity ? Ended + 1 : columns[facet].Values.Count;

    // All facets of a document before the next document: what one counter waits for, the others need not.
    private void Add(ReadOnlySpan<Match> some, DocumentColumns columns)
    {
        var (byType, byAgency, byYear) = (_counts[(int)Facet.Type], _counts[(int)Facet.Agency], _counts[(int)Facet.Year]);
        var (byTopic, byCategory, byIssue, byValidity) = (
            _counts[(int)Facet.Topic], _counts[(int)Facet.Category], _counts[(int)Facet.Issue], _counts[(int)Facet.Validity]);
        var types = columns[Facet.Type].Codes;
        var agencies = columns[Facet.Agency].Codes;
        var years = columns[Facet.Year].Codes;
        var topics = columns[Facet.Topic].Codes;
        var categories = columns[Facet.Category].Codes;
        var issues = columns[Facet.Issue].Codes;
        var inForce = columns.InForce;
        foreach (var match in some)
        {
            var id = match.Id;
            Add(byType, types[id]);
            Add(byAgency, agencies[id]);
            Add(byYear, years[id]);
            Add(byTopic, topics[id]);
            Add(byCategory, categories[id]);
            Add(byIssue, issues[id]);
            byValidity[inForce.Has(id) ? InForce : Ended]++;
        }
    }

    private void Add(Facet facet, ReadOnlySpan<Match> some, DocumentColumns columns)
    {
        var counts = _counts[(int)facet];
        if (facet == Facet.Validity)
        {
            foreach (var match in some)
            {
                counts[columns.InForce.Has(match.Id) ? InForce : Ended]++;
            }

            return;
        }

        var codes = columns[facet].Codes;
        foreach (var match in some)
        {
            Add(counts, codes[match.Id]);
        }
    }

    // A document that was published this moment can have a value that was new then: it is beyond the end of the array.
    private static void Add(int[] counts, int code)
    {
        if ((uint)code < (uint)counts.Length)
        {
            counts[code]++;
        }
    }
}

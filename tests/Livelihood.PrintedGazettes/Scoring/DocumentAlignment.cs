using Livelihood.Gazettes.Domain;

namespace Livelihood.PrintedGazettes.Scoring;

/// <summary>Which document that was read is which that is there: the two that share most of their lines, at least half of both together.</summary>
internal static class DocumentAlignment
{
    public static IReadOnlyList<(ExpectedDocument? Expected, PrintedDocument? Read)> Align(IReadOnlyList<ExpectedDocument> expected, IReadOnlyList<PrintedDocument> read)
    {
        var pairs = new List<(ExpectedDocument? Expected, PrintedDocument? Read)>();
        var taken = new HashSet<PrintedDocument>(ReferenceEqualityComparer.Instance);
        foreach (var document in expected)
        {
            var found = read.FirstOrDefault(r => !taken.Contains(r) && Overlap(document.Lines, r.Lines) > 0.5);
            if (found is not null)
            {
                taken.Add(found);
            }

            pairs.Add((document, found));
        }

        pairs.AddRange(read.Where(r => !taken.Contains(r)).Select(r => ((ExpectedDocument?)null, (PrintedDocument?)r)));
        return pairs;
    }

    /// <summary>Lines in both, as a share of the lines in either.</summary>
    private static double Overlap((int First, int Last) a, LineSpan b)
    {
        var both = Math.Min(a.Last, b.Last) - Math.Max(a.First, b.First) + 1;
        return both <= 0 ? 0 : (double)both / (Math.Max(a.Last, b.Last) - Math.Min(a.First, b.First) + 1);
    }
}

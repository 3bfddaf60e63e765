namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Page numbers that stand bare on their lines, told from other numbers by the row that they make.</summary>
internal static class PageNumbers
{
    private const int ShortestRun = 3;

    /// <summary>A page of text lies between two page numbers; rows of a table are nearer.</summary>
    private const int FewestLinesOfAPage = 8;

    /// <summary>Whether the second is the next page, or the one after it.</summary>
    public static bool Follows((int Index, int Page) a, (int Index, int Page) b) => b.Page - a.Page is 1 or 2 && b.Index - a.Index >= FewestLinesOfAPage;

    /// <summary>The indices of lines of the longest row of rising pages; empty where it is short.</summary>
    public static IReadOnlySet<int> LongestRun(IReadOnlyList<(int Index, int Page)> numbers)
    {
        var (length, previous) = (new int[numbers.Count], new int[numbers.Count]);
        var last = new Dictionary<int, int>();
        var best = -1;
        for (var k = 0; k < numbers.Count; k++)
        {
            (length[k], previous[k]) = (1, -1);
            for (var step = 1; step <= 2; step++)
            {
                if (last.TryGetValue(numbers[k].Page - step, out var before) && Follows(numbers[before], numbers[k]) && length[before] >= length[k])
                {
                    (length[k], previous[k]) = (length[before] + 1, before);
                }
            }

            // Of two with one page the one with the longer row before it counts.
            if (!last.TryGetValue(numbers[k].Page, out var same) || length[k] > length[same])
            {
                last[numbers[k].Page] = k;
            }

            best = best < 0 || length[k] > length[best] ? k : best;
        }

        var run = new HashSet<int>();
        if (best >= 0 && length[best] >= ShortestRun)
        {
            for (var k = best; k >= 0; k = previous[k])
            {
                run.Add(numbers[k].Index);
            }
        }

        return run;
    }
}

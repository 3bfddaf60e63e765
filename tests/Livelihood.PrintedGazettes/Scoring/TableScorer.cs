namespace Livelihood.PrintedGazettes.Scoring;

/// <summary>Counts the cells of tables that stand in their row and column.</summary>
internal static class TableScorer
{
    /// <summary>Tables are compared in order; rows are aligned so that one row too many does not shift the rest.</summary>
    public static Tally Score(IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> expected, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> read, Func<string, string> key)
    {
        var all = new Tally();
        var open = read.Select(t => WithoutRepeatedHeader(Keys(t, key))).ToList();
        foreach (var table in expected.Select(t => Keys(t, key)))
        {
            var best = open.Select((t, i) => (Table: i, Same: SameCells(table, t))).OrderByDescending(x => x.Same).FirstOrDefault((Table: -1, Same: 0));
            if (best.Same == 0)
            {
                all += new Tally(0, 0, Cells(table));
                continue;
            }

            all += new Tally(best.Same, Cells(open[best.Table]) - best.Same, Cells(table) - best.Same);
            open.RemoveAt(best.Table);
        }

        return all + new Tally(0, open.Sum(Cells), 0);
    }

    private static List<List<string>> Keys(IReadOnlyList<IReadOnlyList<string>> table, Func<string, string> key) =>
        [.. table.Select(r => r.Select(c => c.Trim().Length == 0 ? "" : key(c)).ToList())];

    private static List<List<string>> WithoutRepeatedHeader(List<List<string>> table) =>
        [.. table.Where((row, i) => i == 0 || !row.SequenceEqual(table[0]))];

    private static int Cells(List<List<string>> table) => table.Sum(r => r.Count(c => c.Length > 0));

    /// <summary>The most cells that can be the same when rows keep their order.</summary>
    private static int SameCells(List<List<string>> a, List<List<string>> b)
    {
        var best = new int[a.Count + 1, b.Count + 1];
        for (var i = 1; i <= a.Count; i++)
        {
            for (var k = 1; k <= b.Count; k++)
            {
                var same = a[i - 1].Zip(b[k - 1]).Count(c => c.First.Length > 0 && c.First == c.Second);
                best[i, k] = Math.Max(Math.Max(best[i - 1, k], best[i, k - 1]), best[i - 1, k - 1] + same);
            }
        }

        return best[a.Count, b.Count];
    }
}

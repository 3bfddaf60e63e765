namespace Livelihood.Content.Editing.Comparison;

/// <summary>
/// Compares two texts by line, and changed lines by word, for people to read. A text of 100,000 characters takes less than
/// a second whatever is in it: what would take longer is shown as replaced whole.
/// </summary>
public static class TextComparison
{
    private const int MaxLines = 4_000;
    private const int MaxWords = 3_000;

    // Pairs of words that may be compared in one text: comparing two lines costs the product of their lengths.
    private const long PairsAltogether = 10_000_000;

    // Unchanged lines that stay in sight before and after a change.
    private const int Context = 2;

    // Lines that share less than this of their text are rather another line than a changed one.
    private const double Alike = 0.3;

    /// <summary>The lines of both texts.</summary>
    public static IReadOnlyList<DiffLine> Lines(string older, string newer)
    {
        var (before, after) = (Chunks.Lines(older), Chunks.Lines(newer));
        var lines = new List<DiffLine>();
        var (old, next, budget) = (0, 0, PairsAltogether);
        foreach (var change in PieceDiff.Between(before, after, MaxLines))
        {
            Unchanged(change.OldStart);
            var paired = Math.Min(change.OldCount, change.NewCount);
            for (var i = 0; i < paired; i++)
            {
                Pair(before[old], after[next]);
            }

            while (old < change.OldStart + change.OldCount)
            {
                lines.Add(new(Change.Removed, old + 1, null, [new(before[old++], Change.Removed)]));
            }

            while (next < change.NewStart + change.NewCount)
            {
                lines.Add(new(Change.Added, null, next + 1, [new(after[next++], Change.Added)]));
            }
        }

        Unchanged(before.Length);
        return lines;

        void Unchanged(int until)
        {
            while (old < until)
            {
                lines.Add(new(Change.None, ++old, ++next, [new(before[old - 1], Change.None)]));
            }
        }

        void Pair(string was, string becomes)
        {
            var runs = Runs(was, becomes, ref budget);
            var same = runs.Where(r => r.Change == Change.None).Sum(r => r.Text.Length);
            if (same < Alike * Math.Max(was.Length, becomes.Length))
            {
                runs = [new(was, Change.Removed), new(becomes, Change.Added)];
            }

            lines.Add(new(Change.Changed, ++old, ++next, runs));
        }
    }

    /// <summary>The words of two lines, those of both interleaved.</summary>
    public static IReadOnlyList<TextRun> Runs(string older, string newer)
    {
        var budget = PairsAltogether;
        return Runs(older, newer, ref budget);
    }

    /// <summary>The lines in stretches: those near a change, and folded those that are not.</summary>
    public static IReadOnlyList<DiffStretch> Fold(IReadOnlyList<DiffLine> lines)
    {
        var near = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Change != Change.None)
            {
                Array.Fill(near, true, Math.Max(0, i - Context), Math.Min(lines.Count, i + Context + 1) - Math.Max(0, i - Context));
            }
        }

        var stretches = new List<DiffStretch>();
        for (var start = 0; start < lines.Count;)
        {
            var end = start;
            while (end < lines.Count && near[end] == near[start])
            {
                end++;
            }

            stretches.Add(new(!near[start], [.. lines.Skip(start).Take(end - start)]));
            start = end;
        }

        return stretches;
    }

    private static List<TextRun> Runs(string older, string newer, ref long budget)
    {
        var (before, after) = (Chunks.Words(older), Chunks.Words(newer));
        budget -= (long)before.Length * after.Length;
        var runs = new List<TextRun>();
        var old = 0;
        foreach (var change in PieceDiff.Between(before, after, budget > 0 ? MaxWords : 0))
        {
            Add(before, old, change.OldStart - old, Change.None);
            Add(before, change.OldStart, change.OldCount, Change.Removed);
            Add(after, change.NewStart, change.NewCount, Change.Added);
            old = change.OldStart + change.OldCount;
        }

        Add(before, old, before.Length - old, Change.None);
        return runs;

        void Add(string[] words, int start, int count, Change change)
        {
            if (count > 0)
            {
                runs.Add(new(string.Concat(words.AsSpan(start, count).ToArray()), change));
            }
        }
    }
}

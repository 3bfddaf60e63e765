namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>
/// Contents set in two columns, as a PDF's text layer or a scan keeps them: a wide gap inside the lines, and a title behind it. The left column is read first, within each section where sections run over both.
/// </summary>
internal static class ContentsColumns
{
    private const int NarrowestGap = 3;
    private const int NarrowestColumn = 16;
    private const int FewestRows = 2;

    /// <summary>How far the right column may seem to move, as leaders and dots are of no certain width.</summary>
    private const int Tolerance = 8;

    /// <summary>The lines in reading order; the same list when there is one column.</summary>
    public static IReadOnlyList<SourceLine> Unfold(IReadOnlyList<SourceLine> lines)
    {
        var mark = lines.TakeWhile(l => !ContentsReader.IsMark(l)).Count();
        var splits = lines.Select((l, i) => i > mark ? Split(l.Printed) : default).ToList();
        var columns = splits.Where(s => s.Column > 0).Select(s => s.Column).Order().ToList();
        if (columns.Count < FewestRows)
        {
            return lines;
        }

        var column = columns[columns.Count / 2];
        bool IsRow(int i) => splits[i].Column > 0;
        var unfolded = new List<SourceLine>(lines.Count * 2);
        var right = new List<SourceLine>();
        var sectionsInRows = Enumerable.Range(0, lines.Count).Any(i => IsRow(i) && Enumerable.Any([Left(lines[i], splits[i].At), Right(lines[i], splits[i].At)], ContentsReader.IsSection));
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsRow(i))
            {
                unfolded.Add(Left(lines[i], splits[i].At));
                right.Add(Right(lines[i], splits[i].At));
                continue;
            }

            if (right.Count > 0 && !sectionsInRows && ContentsReader.IsSection(lines[i]))
            {
                unfolded.AddRange(right);
                right.Clear();
            }

            // Where the left column is over, lines of the right one stand alone behind the gap.
            (lines[i].Indent >= column - Tolerance && right.Count > 0 ? right : unfolded).Add(lines[i]);
        }

        unfolded.AddRange(right);
        return unfolded;
    }

    private static SourceLine Left(SourceLine line, int at) => SourceText.Line(line.Index, line.Printed.AsSpan(0, at));

    private static SourceLine Right(SourceLine line, int at) => SourceText.Line(line.Index, line.Printed.AsSpan(at));

    /// <summary>Where the right column begins, in characters and in columns of print; 0 where there is none.</summary>
    private static (int At, int Column) Split(string printed)
    {
        if (printed.Length is < 8 or > 240)
        {
            return default;
        }

        var (width, gap, seen) = (0, 0, false);
        for (var i = 0; i < printed.Length; i++)
        {
            if (printed[i] is ' ' or '\u3000' or '\t' or '\u00a0')
            {
                gap += Width(printed[i]);
            }
            else
            {
                if (seen && gap >= NarrowestGap && width > NarrowestColumn && BeginsEntry(printed, i))
                {
                    return (i, width);
                }

                (gap, seen) = (0, true);
            }

            width += Width(printed[i]);
        }

        return default;
    }

    private static bool BeginsEntry(string printed, int at) =>
        IsEntrySign(printed[at]) || (printed[at] == '-' && at + 2 < printed.Length && printed[at + 1] == ' ' && IsEntrySign(printed[at + 2]));

    private static bool IsEntrySign(char c) => c is >= '\u4e00' and <= '\u9fff' or '【' or '〖' or '■' or '●' or '◆' or '◎' or '○' or '《' or '“';

    private static int Width(char c) => c switch { '\t' => 4, < '\u0100' => 1, _ => 2 };
}

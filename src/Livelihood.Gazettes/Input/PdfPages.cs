using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Input;

/// <summary>A page as <c>pdftotext</c> gave it.</summary>
/// <param name="Text">Its lines.</param>
/// <param name="Signs">How many characters it has, blanks not counted.</param>
/// <param name="IsInColumns">Whether it is set in two columns of running text.</param>
internal sealed record PdfPage(string Text, int Signs, bool IsInColumns);

/// <summary>Parts the output of <c>pdftotext</c> into pages.</summary>
internal static class PdfPages
{
    private const int NarrowestGutter = 2;
    private const int FewestLines = 12;

    /// <summary>In characters; a narrower side is a column of a table.</summary>
    private const int ShortestColumn = 12;

    /// <summary>Blanks between two words or after a full-width mark; more of them part cells.</summary>
    private const int WidestSpace = 3;

    // In percent: lines open at the gutter (titles cross it), ink of a full line, full lines of a side, lines of a side with a gap.
    private const int OpenLines = 85;
    private const int FullLine = 85;
    private const int FullLines = 30;
    private const int PartedLines = 15;

    /// <summary>The pages; a form feed ends each.</summary>
    public static List<PdfPage> Of(string output)
    {
        var pages = output.Split('\f');
        var count = pages[^1].Trim().Length == 0 ? pages.Length - 1 : pages.Length;
        return [.. pages.Take(count).Select(p => new PdfPage(p.TrimEnd('\n'), p.Count(c => !Blank.Is(c)), IsInColumns(p)))];
    }

    /// <summary>
    /// Two columns of running text leave a gutter down the middle of nearly every line, and on either side many lines are full.
    /// A table has gutters too, but its cells are short, or there are gaps inside of a side.
    /// </summary>
    private static bool IsInColumns(string page) => IsInColumns(page, isWide: false) || IsInColumns(page, isWide: true);

    /// <param name="page">The page.</param>
    /// <param name="isWide">Whether its lines stand under each other when a Chinese character takes two places; versions of the program differ.</param>
    private static bool IsInColumns(string page, bool isWide)
    {
        var lines = page.Split('\n').Select(l => Cells(l, isWide)).Where(l => l.Length > 0).ToList();
        if (lines.Count < FewestLines)
        {
            return false;
        }

        var (width, narrowest) = (lines.Max(l => l.Length), isWide ? 2 * ShortestColumn : ShortestColumn);
        for (var at = width * 35 / 100; at < width * 65 / 100; at++)
        {
            var (left, right) = (at, at + NarrowestGutter);
            if (lines.Count(l => !Inks(l, left, right).Contains(true)) * 100 >= lines.Count * OpenLines
                && IsRunningText(lines, 0, left, narrowest) && IsRunningText(lines, right, width, narrowest))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one side has lines enough, many of them full, few with a gap inside.</summary>
    private static bool IsRunningText(List<bool[]> lines, int from, int to, int narrowest)
    {
        var sides = lines.Select(l => Inks(l, from, to).ToArray()).Where(s => s.Contains(true)).ToList();
        if (sides.Count < FewestLines || sides.Count * 3 < lines.Count)
        {
            return false;
        }

        var (first, last) = (sides.Min(s => Array.IndexOf(s, true)), sides.Max(s => Array.LastIndexOf(s, true)));
        var width = last - first + 1;
        var full = sides.Count(s => s.Count(c => c) * 100 >= width * FullLine);
        var parted = sides.Count(HasGap);
        return width >= narrowest && full * 100 >= sides.Count * FullLines && parted * 100 <= sides.Count * PartedLines;
    }

    private static bool HasGap(bool[] side)
    {
        var (first, last) = (Array.IndexOf(side, true), Array.LastIndexOf(side, true));
        var blanks = 0;
        for (var i = first; i <= last; i++)
        {
            blanks = side[i] ? 0 : blanks + 1;
            if (blanks > WidestSpace)
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<bool> Inks(bool[] line, int from, int to) => line.AsSpan(Math.Min(from, line.Length)..Math.Min(to, line.Length));

    /// <summary>Which places of a line are printed on.</summary>
    private static bool[] Cells(string line, bool isWide)
    {
        var cells = new List<bool>(line.Length * 2);
        foreach (var c in line)
        {
            var isInk = !Blank.Is(c);
            cells.Add(isInk);
            if (isWide && c >= '\u2e80')
            {
                cells.Add(isInk);
            }
        }

        var last = cells.FindLastIndex(c => c);
        return [.. cells.Take(last + 1)];
    }
}

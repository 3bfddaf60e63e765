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
    private const int ShortestColumn = 12;

    /// <summary>The pages; a form feed ends each.</summary>
    public static List<PdfPage> Of(string output)
    {
        var pages = output.Split('\f');
        var count = pages[^1].Trim().Length == 0 ? pages.Length - 1 : pages.Length;
        return [.. pages.Take(count).Select(p => new PdfPage(p.TrimEnd('\n'), p.Count(c => !Blank.Is(c)), IsInColumns(p)))];
    }

    /// <summary>
    /// Two columns of running text leave a gutter down the middle of most lines, and what stands on either side is long.
    /// A table has gaps too, but its cells are short, or its rows are few.
    /// </summary>
    private static bool IsInColumns(string page)
    {
        var lines = page.Split('\n').Select(Cells).Where(l => l.Length > 0).ToList();
        if (lines.Count < FewestLines)
        {
            return false;
        }

        var width = lines.Max(l => l.Length);
        var best = 0;
        for (var at = width * 35 / 100; at < width * 65 / 100; at++)
        {
            best = Math.Max(best, lines.Count(l => HasBoth(l, at)));
        }

        // Every paragraph ends in a line that is short on one side.
        return best * 2 >= lines.Count;
    }

    private static bool HasBoth(bool[] line, int at)
    {
        if (line.Length <= at + NarrowestGutter || line.AsSpan(at, NarrowestGutter).Contains(true))
        {
            return false;
        }

        return line.AsSpan(0, at).Count(true) >= ShortestColumn * 2 && line.AsSpan(at).Count(true) >= ShortestColumn * 2;
    }

    /// <summary>Which places of a line are printed on; Chinese characters take two.</summary>
    private static bool[] Cells(string line)
    {
        var cells = new List<bool>(line.Length * 2);
        foreach (var c in line)
        {
            var isInk = !Blank.Is(c);
            cells.Add(isInk);
            if (c >= '\u2e80' || c == '\u3000')
            {
                cells.Add(isInk);
            }
        }

        var last = cells.FindLastIndex(c => c);
        return [.. cells.Take(last + 1)];
    }
}

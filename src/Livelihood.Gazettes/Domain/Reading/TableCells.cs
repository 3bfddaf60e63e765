using System.Runtime.InteropServices;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>A cell of an aligned line.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Start">The column of print where it begins; a Chinese character takes two.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TableCell(string Text, int Start);

/// <summary>Cuts lines into cells.</summary>
internal static class TableCells
{
    private const int LongestLine = 400;

    /// <summary>The cells of a line; none where the line cannot be a row. <paramref name="anyGap"/>: one space parts them already.</summary>
    public static List<TableCell> Of(SourceLine line, bool anyGap)
    {
        var cells = new List<TableCell>();
        if (line.Printed.Length > LongestLine)
        {
            return cells;
        }

        var printed = line.Printed;
        var (column, start, startColumn, gap, isWide) = (0, -1, 0, 0, false);
        for (var i = printed.Length - line.Text.Length - TrailingBlanks(printed); i < printed.Length; i++)
        {
            if (i < 0)
            {
                continue;
            }

            if (Livelihood.Formats.Plain.Blank.Is(printed[i]))
            {
                gap++;
                isWide |= printed[i] == '\t' || gap >= 2;
                column += printed[i] switch { '\t' => 8 - (column % 8), '\u3000' => 2, _ => 1 };
                continue;
            }

            if (start >= 0 && gap > 0 && (isWide || anyGap))
            {
                cells.Add(new(printed[start..(i - gap)], startColumn));
                start = -1;
            }

            if (start < 0)
            {
                (start, startColumn) = (i, cells.Count == 0 ? line.Indent : column + line.Indent);
            }

            (gap, isWide) = (0, false);
            column += printed[i] < '\u0100' ? 1 : 2;
        }

        if (start >= 0)
        {
            cells.Add(new(printed[start..(printed.Length - gap)], startColumn));
        }

        return cells;
    }

    private static int TrailingBlanks(string printed)
    {
        var end = printed.Length;
        while (end > 0 && Livelihood.Formats.Plain.Blank.Is(printed[end - 1]))
        {
            end--;
        }

        return printed.Length - end;
    }
}

using Livelihood.PrintedGazettes.Composition;
using Livelihood.PrintedGazettes.Houses;

namespace Livelihood.PrintedGazettes.Setting;

/// <summary>Turns a table into the lines that a scan or a file leaves of it.</summary>
internal static class TableSetter
{
    private const int WidestCell = 14;

    /// <summary>The lines of each row, the row of column names first; more than one line where cells are wrapped.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Set(House house, TableTruth table)
    {
        var columns = table.Rows[0].Count;
        if (house.Tables is not TableForm.Aligned)
        {
            return [.. table.Rows.Select((row, i) => (IReadOnlyList<string>)[.. Plain(house, row, i == 0)])];
        }

        var cells = table.Rows.Select(r => r.Select(c => Parts(house, c)).ToList()).ToList();
        var widths = Enumerable.Range(0, columns).Select(c => cells.Max(r => r[c].Max(DisplayWidth))).ToList();
        return [.. cells.Select(row => (IReadOnlyList<string>)[.. Enumerable.Range(0, row.Max(c => c.Count)).Select(l => AlignedLine(house, row, l, widths))])];
    }

    private static IEnumerable<string> Plain(House house, IReadOnlyList<string> row, bool isHeader)
    {
        yield return house.Tables switch
        {
            TableForm.Pipes => $"| {string.Join(" | ", row)} |",
            TableForm.Tabs => string.Join('\t', row),
            TableForm.WideGaps => string.Join("   ", row),
            _ => string.Join(' ', row),
        };
        if (isHeader && house.Tables == TableForm.Pipes)
        {
            yield return "|" + string.Concat(row.Select(_ => " --- |"));
        }
    }

    private static IReadOnlyList<string> Parts(House house, string cell) =>
        house.WrappedCells && cell.Length > WidestCell / 2 ? Wrapping.Wrap(cell, WidestCell / 2) : [cell];

    private static string AlignedLine(House house, List<IReadOnlyList<string>> row, int line, List<int> widths)
    {
        var text = house.Pad == ' ' ? "  " : "";
        for (var c = 0; c < row.Count; c++)
        {
            var part = line < row[c].Count ? row[c][line] : "";
            text += part + new string(' ', widths[c] - DisplayWidth(part) + 2);
        }

        return text.TrimEnd();
    }

    /// <summary>Half-width columns: a Chinese character takes two.</summary>
    public static int DisplayWidth(string text) => text.Sum(c => c < 0x2000 ? 1 : 2);
}

using AngleSharp.Dom;
using Livelihood.Formats.Markdown;

namespace Livelihood.Formats.Html;

/// <summary>Reads a table with its merged cells.</summary>
internal static class HtmlTable
{
    private const int MostColumns = 63;
    private const int MostRows = 5_000;

    public static DraftTable? Read(IElement table, HtmlReading reading)
    {
        var rows = table.QuerySelectorAll("tr").Where(r => r.Closest("table") == table).Take(MostRows).ToList();
        var taken = new HashSet<(int Row, int Column)>();
        var cells = new List<List<DraftCell>>();
        for (var row = 0; row < rows.Count; row++)
        {
            var line = new List<DraftCell>();
            var column = 0;
            foreach (var cell in rows[row].Children.Where(c => c.LocalName is "td" or "th"))
            {
                while (taken.Contains((row, column)))
                {
                    column++;
                }

                if (column >= MostColumns)
                {
                    break;
                }

                var columnSpan = Span(cell, "colspan", MostColumns - column);
                var rowSpan = Span(cell, "rowspan", rows.Count - row);
                line.Add(new(column, columnSpan, rowSpan, [.. new HtmlBlocks(reading).Read(cell).Select(Small)]));
                for (var r = 0; r < rowSpan; r++)
                {
                    for (var c = 0; c < columnSpan; c++)
                    {
                        taken.Add((row + r, column + c));
                    }
                }
            }

            cells.Add(line);
        }

        var columns = cells.SelectMany(r => r).Select(c => c.Column + c.ColumnSpan).DefaultIfEmpty(0).Max();
        return columns == 0 ? null : new(columns, [.. cells], HeaderRows(rows, cells));
    }

    /// <summary>The rows that say so; Word marks none on the clipboard, there the first row names the columns.</summary>
    private static int HeaderRows(List<IElement> rows, List<List<DraftCell>> cells)
    {
        var count = rows.TakeWhile(r => r.Closest("thead") is not null || (r.Children.Length > 0 && r.Children.All(c => c.LocalName == "th"))).Count();
        count = Math.Max(count, rows.Count > 1 && cells[0].TrueForAll(c => c.Blocks.Count == 1) ? 1 : 0);
        for (var row = 0; row < count; row++)
        {
            count = Math.Max(count, row + cells[row].Select(c => c.RowSpan).DefaultIfEmpty(1).Max());
        }

        return count >= rows.Count ? 0 : count;
    }

    private static int Span(IElement cell, string name, int most) =>
        Math.Clamp(int.TryParse(cell.GetAttribute(name), out var span) ? span : 1, 1, Math.Max(1, most));

    private static DraftBlock Small(DraftBlock block) => block is DraftHeading heading ? new DraftParagraph(heading.Text) : block;
}

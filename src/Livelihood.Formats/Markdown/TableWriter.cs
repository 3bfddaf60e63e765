using System.Text;

namespace Livelihood.Formats.Markdown;

/// <summary>
/// Writes tables: as a pipe table where every cell is one line and none is merged, otherwise as a grid table, which can
/// carry merged cells, paragraphs and lists.
/// </summary>
internal static class TableWriter
{
    public static string Write(DraftTable table)
    {
        if (table.Columns == 0 || table.Rows.Count == 0)
        {
            return "";
        }

        return table.Rows.SelectMany(r => r).All(c => c is { ColumnSpan: 1, RowSpan: 1 } && OneLine(c) is not null) && table.HeaderRows <= 1
            ? Pipes(table)
            : GridTable.Write(table);
    }

    private static string? OneLine(DraftCell cell) =>
        cell.Blocks.Count == 0 ? ""
        : cell.Blocks is [DraftParagraph paragraph] && InlineWriter.Write(paragraph.Text) is var line && !line.Contains('\n') ? line
        : null;

    private static string Pipes(DraftTable table)
    {
        var text = new StringBuilder();
        var header = table.HeaderRows == 1 ? table.Rows[0] : [];
        Row(header);
        text.Append("\n|").Insert(text.Length, " --- |", table.Columns);
        foreach (var row in table.Rows.Skip(table.HeaderRows))
        {
            text.Append('\n');
            Row(row);
        }

        return text.ToString();

        void Row(IReadOnlyList<DraftCell> cells)
        {
            text.Append('|');
            for (var column = 0; column < table.Columns; column++)
            {
                text.Append(' ').Append(cells.FirstOrDefault(c => c.Column == column) is { } cell ? OneLine(cell) : "").Append(" |");
            }
        }
    }
}

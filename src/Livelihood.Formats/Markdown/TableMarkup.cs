namespace Livelihood.Formats.Markdown;

/// <summary>A cell of a table that a program lays out.</summary>
/// <param name="Text">Unescaped, one line.</param>
/// <param name="Columns">How many columns it covers.</param>
/// <param name="Rows">How many rows it covers.</param>
public record LaidCell(string Text, int Columns = 1, int Rows = 1);

/// <summary>Writes tables with merged cells as Markdown of the portal's dialect.</summary>
public static class TableMarkup
{
    /// <summary>The table.</summary>
    /// <param name="columns">How many columns.</param>
    /// <param name="headRows">How many rows name the columns.</param>
    /// <param name="rows">The cells that begin in each row, from left to right.</param>
    /// <exception cref="ArgumentException">A row has more cells than there is room for.</exception>
    public static string Write(int columns, int headRows, IReadOnlyList<IReadOnlyList<LaidCell>> rows)
    {
        var free = new int[columns]; // the first row in which a column is not covered from above
        var drawn = new List<IReadOnlyList<DraftCell>>(rows.Count);
        for (var row = 0; row < rows.Count; row++)
        {
            var (cells, column) = (new List<DraftCell>(rows[row].Count), 0);
            foreach (var cell in rows[row])
            {
                while (column < columns && free[column] > row)
                {
                    column++;
                }

                if (column + cell.Columns > columns)
                {
                    throw new ArgumentException($"Row {row} has more cells than columns.", nameof(rows));
                }

                cells.Add(new(column, cell.Columns, cell.Rows, cell.Text.Length == 0 ? [] : [new DraftParagraph([new DraftText(cell.Text)])]));
                Array.Fill(free, row + cell.Rows, column, cell.Columns);
                column += cell.Columns;
            }

            drawn.Add(cells);
        }

        return TableWriter.Write(new(columns, drawn, headRows));
    }
}

using System.Text;
using System.Text.RegularExpressions;

namespace Livelihood.Formats.Markdown;

/// <summary>
/// Draws a grid table:
/// <code>
/// +-----+-----+
/// | 甲  | 乙  |
/// +     +-----+
/// |     | 丙  |
/// +-----+-----+
/// </code>
/// A cell's text stands in its first row, and each of its lines is one line of the drawing.
/// </summary>
internal sealed partial class GridTable
{
    private readonly List<IReadOnlyList<DraftCell>> _rows;
    private readonly DraftCell?[,] _cover;
    private readonly Dictionary<DraftCell, string[]> _lines = new(ReferenceEqualityComparer.Instance);
    private readonly int[] _edges;

    private GridTable(DraftTable table)
    {
        _rows = [.. table.Rows];
        _cover = new DraftCell?[_rows.Count, table.Columns];
        for (var row = 0; row < _rows.Count; row++)
        {
            foreach (var cell in _rows[row])
            {
                Cover(row, cell);
                _lines[cell] = Lines(cell);
            }
        }

        FillHoles();
        _edges = Edges(table.Columns);
    }

    public static string Write(DraftTable table)
    {
        var grid = new GridTable(table);
        var text = new StringBuilder(grid.Rule(-1, '-'));
        for (var row = 0; row < grid._rows.Count; row++)
        {
            grid.Content(text, row);
            text.Append('\n').Append(grid.Rule(row, row == table.HeaderRows - 1 && row < grid._rows.Count - 1 ? '=' : '-'));
        }

        return text.ToString();
    }

    private static string[] Lines(DraftCell cell)
    {
        // A stroke or a cross in the text would be read as the drawing's; an entity is not.
        var text = Stroke().Replace(MarkdownWriter.Write(cell.Blocks).TrimEnd(), m => m.Value[^1] switch { '|' => "&#124;", '+' => "&#43;", _ => m.Value });
        return text.Length == 0 ? [] : text.Split('\n');
    }

    private void Cover(int row, DraftCell cell)
    {
        for (var r = row; r < Math.Min(row + cell.RowSpan, _rows.Count); r++)
        {
            for (var c = cell.Column; c < Math.Min(cell.Column + cell.ColumnSpan, _cover.GetLength(1)); c++)
            {
                _cover[r, c] ??= cell;
            }
        }
    }

    /// <summary>A row that is shorter than the table gets empty cells.</summary>
    private void FillHoles()
    {
        for (var r = 0; r < _cover.GetLength(0); r++)
        {
            for (var c = 0; c < _cover.GetLength(1); c++)
            {
                if (_cover[r, c] is null)
                {
                    _lines[_cover[r, c] = new(c, 1, 1, [])] = [];
                }
            }
        }
    }

    /// <summary>Where each column begins, and the table ends, so wide that every line fits.</summary>
    private int[] Edges(int columns)
    {
        var edges = new int[columns + 1];
        for (var column = 1; column <= columns; column++)
        {
            edges[column] = edges[column - 1] + 4;
            foreach (var (cell, lines) in _lines.Where(l => Math.Min(l.Key.Column + l.Key.ColumnSpan, columns) == column))
            {
                edges[column] = Math.Max(edges[column], edges[cell.Column] + lines.Select(l => l.Length).DefaultIfEmpty(0).Max() + 3);
            }
        }

        return edges;
    }

    /// <summary>The rule under a row; -1 for the one above the first.</summary>
    private string Rule(int row, char stroke)
    {
        var line = new StringBuilder();
        var columns = _edges.Length - 1;
        for (var c = 0; c < columns; c++)
        {
            var spans = Spans(row, c);
            var joined = c > 0 && spans && Spans(row, c - 1) && ReferenceEquals(_cover[row, c], _cover[row, c - 1]);
            line.Append(joined ? ' ' : '+').Append(spans ? ' ' : stroke, _edges[c + 1] - _edges[c] - 1);
        }

        return line.Append('+').ToString();
    }

    private bool Spans(int row, int column) =>
        row >= 0 && row + 1 < _rows.Count && ReferenceEquals(_cover[row, column], _cover[row + 1, column]);

    private void Content(StringBuilder text, int row)
    {
        var columns = _edges.Length - 1;
        var height = Math.Max(1, Enumerable.Range(0, columns).Max(c => Begins(row, c) ? _lines[_cover[row, c]!].Length : 0));
        for (var line = 0; line < height; line++)
        {
            text.Append('\n');
            for (var c = 0; c < columns;)
            {
                var end = c + 1;
                while (end < columns && ReferenceEquals(_cover[row, end], _cover[row, c]))
                {
                    end++;
                }

                var lines = Begins(row, c) ? _lines[_cover[row, c]!] : [];
                var content = line < lines.Length ? " " + lines[line] : "";
                text.Append('|').Append(content.PadRight(_edges[end] - _edges[c] - 1));
                c = end;
            }

            text.Append('|');
        }
    }

    [GeneratedRegex(@"\\.|[|+]", RegexOptions.Singleline)]
    private static partial Regex Stroke();

    private bool Begins(int row, int column) => row == 0 || !ReferenceEquals(_cover[row, column], _cover[row - 1, column]);
}

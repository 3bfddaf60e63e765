namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>
/// A table made of lines whose cells stand under each other. Rows may be parted by page furniture or blank lines; a cell may go on in
/// the line below, under its beginning.
/// </summary>
internal sealed class AlignedTable
{
    private const int LongestCell = 300;
    private const int FewestLines = 3;
    private const int FewestLinesUnderHeader = 2;

    private readonly List<List<TableCell>> _rows = [];
    private readonly bool _anyGap;
    private List<TableCell> _widest = [];

    private AlignedTable(bool anyGap) => _anyGap = anyGap;

    /// <summary>Index behind the last line looked at; no table begins before it.</summary>
    public int End { get; private set; }

    public bool IsTable { get; private set; }

    public bool HasHeader { get; private set; }

    public IReadOnlyList<IReadOnlyList<string>> Rows { get; private set; } = [];

    public static AlignedTable Read(IReadOnlyList<SourceLine> lines, int at)
    {
        var wide = new AlignedTable(anyGap: false);
        wide.Take(lines, at);
        if (wide.IsTable || !NamesColumnsWithSingleGaps(lines[at]))
        {
            return wide;
        }

        var single = new AlignedTable(anyGap: true);
        single.Take(lines, at);
        return single.IsTable ? single : wide;
    }

    private static bool NamesColumnsWithSingleGaps(SourceLine line) =>
        line.Text.Length is >= 5 and <= 80 && line.Text.AsSpan().IndexOfAny(' ', '\u3000') > 0 && !line.HasBullet
        && TableReader.SurelyNamesColumns(TableCells.Of(line, anyGap: true).ConvertAll(c => c.Text));

    private void Take(IReadOnlyList<SourceLine> lines, int at)
    {
        for (End = at; End < lines.Count; End++)
        {
            var line = lines[End];
            var cells = line.HasBullet || TableReader.IsPiped(line) ? [] : TableCells.Of(line, _anyGap);
            if (IsContinuation(lines, End, cells))
            {
                GoOn(cells);
            }
            else if (IsRow(lines, End, cells))
            {
                _rows.Add(cells);
                _widest = cells.Count > _widest.Count ? cells : _widest;
            }
            else
            {
                break;
            }
        }

        End = Math.Max(End, at + 1);
        Judge();
    }

    private bool IsRow(IReadOnlyList<SourceLine> lines, int index, List<TableCell> cells)
    {
        if (cells.Count < 2 || (Sentence.IsEnded(lines[index].Text) && cells.Count < 3))
        {
            return false;
        }

        // Behind a page break or a blank line only rows of the same width go on; single gaps are never another width.
        var isTight = _rows.Count == 0 || lines[index].Index == lines[index - 1].Index + 1;
        return (isTight && !_anyGap) || _rows.Count == 0 || cells.Count == _rows[0].Count;
    }

    /// <summary>Fewer cells, all of them right under cells above, and none under the first one unless a row follows.</summary>
    private bool IsContinuation(IReadOnlyList<SourceLine> lines, int index, List<TableCell> cells)
    {
        if (_anyGap || _rows.Count == 0 || cells.Count == 0 || cells.Count >= _rows[0].Count || lines[index].Index > lines[index - 1].Index + 2)
        {
            return false;
        }

        var above = _widest;
        if (_rows[^1].Exists(c => c.Text.Length > LongestCell))
        {
            return false;
        }

        if (cells.Count == 1 && Math.Abs(above[0].Start - cells[0].Start) <= 1)
        {
            return GoesOnInFirstColumn(lines, index, cells[0], above);
        }

        return cells.TrueForAll(c => c.Text.Length <= 40 && above.Skip(1).Any(a => Math.Abs(a.Start - c.Start) <= 1))
            && (lines[index].Index == lines[index - 1].Index + 1 || (index + 1 < lines.Count && TableCells.Of(lines[index + 1], anyGap: false).Count >= 2));
    }

    /// <summary>The first cell may go on only where it fits under itself, and where the row above filled it.</summary>
    private bool GoesOnInFirstColumn(IReadOnlyList<SourceLine> lines, int index, TableCell cell, List<TableCell> columns)
    {
        var room = columns[1].Start - columns[0].Start;
        return Width(cell.Text) <= room && Width(_rows[^1][0].Text) + 4 >= room && Marker.Of(lines[index].Folded).Kind == MarkerKind.None
            && !Sentence.IsEnded(cell.Text) && lines[index].Index == lines[index - 1].Index + 1;
    }

    private static int Width(string text) => text.Sum(c => c < '\u0100' ? 1 : 2);

    private void GoOn(List<TableCell> cells)
    {
        var above = _widest;
        var row = Placed(_rows[^1], above);
        foreach (var cell in cells)
        {
            var column = above.FindIndex(a => Math.Abs(a.Start - cell.Start) <= 1);
            row[column] = row[column] with { Text = Joined(row[column].Text, cell.Text) };
        }

        _rows[^1] = row;
    }

    private static string Joined(string text, string next) =>
        text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetterOrDigit(next[0]) ? $"{text} {next}" : text + next;

    /// <summary>A row with empty cells has each of its cells under the column that it stands under.</summary>
    private static List<TableCell> Placed(List<TableCell> row, List<TableCell> columns)
    {
        if (row.Count >= columns.Count)
        {
            return row;
        }

        var placed = columns.ConvertAll(c => new TableCell("", c.Start));
        var from = 0;
        for (var i = 0; i < row.Count; i++)
        {
            // At least as many columns must be left as there are cells to come.
            var column = Math.Max(from, columns.FindLastIndex(c => c.Start <= row[i].Start + 1));
            column = Math.Min(column, columns.Count - (row.Count - i));
            placed[column] = row[i];
            from = column + 1;
        }

        return placed;
    }

    private void Judge()
    {
        if (_rows.Count < FewestLinesUnderHeader)
        {
            return;
        }

        // Rows of one table have one width, but for a few where a cell is empty.
        var first = _rows[0].ConvertAll(c => c.Text);
        var width = _rows.GroupBy(r => r.Count).MaxBy(g => g.Count())!;
        HasHeader = TableReader.NamesColumns(first);
        var isEnough = _rows.Count >= FewestLines || TableReader.SurelyNamesColumns(first);
        IsTable = isEnough && (width.Count() * 5 >= _rows.Count * 4 || (TableReader.SurelyNamesColumns(first) && _rows.TrueForAll(r => r.Count <= first.Count)));
        if (IsTable)
        {
            var columns = _widest;
            Rows = TableReader.Padded(_rows.Select(r => (IReadOnlyList<string>)Placed(r, columns).ConvertAll(c => c.Text)));
        }
    }
}

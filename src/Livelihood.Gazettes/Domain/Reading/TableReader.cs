using System.Text.RegularExpressions;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Reads tables drawn with pipes, and lines aligned by tabs, wide gaps, or single gaps under a row that names the columns.</summary>
internal static partial class TableReader
{
    /// <summary>Whether a table begins at <paramref name="at"/> in the lines; tells where it ends and what is in it.</summary>
    public static bool TryRead(IReadOnlyList<SourceLine> lines, int at, out int end, out IReadOnlyList<IReadOnlyList<string>> rows, out bool hasHeader)
    {
        if (IsPiped(lines[at]))
        {
            return Piped(lines, at, out end, out rows, out hasHeader);
        }

        var table = AlignedTable.Read(lines, at);
        (end, rows, hasHeader) = (table.End, table.IsTable ? table.Rows : [], table.IsTable && table.HasHeader);
        return table.IsTable;
    }

    /// <summary>The cells of lines that somebody says are a table, however they are parted: by pipes, tabs, wide gaps, else by any space.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(IReadOnlyList<SourceLine> lines, out bool hasHeader)
    {
        if (lines.All(IsPiped))
        {
            Piped(lines, 0, out _, out var piped, out hasHeader);
            return piped.Count == 0 ? [[""]] : piped;
        }

        if (AlignedTable.Read(lines, 0) is { IsTable: true } table && table.End == lines.Count)
        {
            hasHeader = table.HasHeader;
            return table.Rows;
        }

        var rows = lines.Select(l => Cells(l, anyGap: false)).ToList();
        if (rows.TrueForAll(r => r.Count < 2))
        {
            rows = [.. lines.Select(l => Cells(l, anyGap: true))];
        }

        hasHeader = NamesColumns(rows[0]);
        return Padded(rows);
    }

    /// <summary>The same with a row for each line, in the lines' order; strokes without a cell are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> RowPerLine(IEnumerable<SourceLine> lines)
    {
        var rows = lines.Where(l => !IsRule(l)).Select(l => Cells(l, anyGap: false)).Where(r => r.Exists(c => c.Length > 0)).ToList();
        return rows.Count == 0 ? [[""]] : Padded(rows);
    }

    /// <summary>Whether a line has cells: pipes, tabs or wide gaps.</summary>
    public static bool HasCells(SourceLine line) => Cells(line, anyGap: false).Count > 1;

    public static bool IsPiped(SourceLine line) => line.Text is ['|', .., '|'];

    /// <summary>Whether one of the cells is the name of a column.</summary>
    public static bool NamesColumns(IReadOnlyList<string> row) => row.Count > 1 && row.Any(NamesColumn);

    /// <summary>Whether this can be nothing else than the names of columns: all short, two of them known.</summary>
    public static bool SurelyNamesColumns(IReadOnlyList<string> row) => row.Count > 1 && row.All(c => c.Length <= 14) && row.Count(NamesColumn) >= 2;

    public static IReadOnlyList<IReadOnlyList<string>> Padded(IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        var width = all.Count == 0 ? 0 : all.Max(r => r.Count);

        // One absurdly wide row must not make every other as wide.
        return (long)width * all.Count > 200_000 ? all : [.. all.Select(r => r.Count == width ? r : [.. r, .. Enumerable.Repeat("", width - r.Count)])];
    }

    /// <summary>A line that cannot be parted is one cell: nothing of it is lost.</summary>
    private static List<string> Cells(SourceLine line, bool anyGap) => IsPiped(line)
        ? [.. line.Text[1..^1].Split('|').Select(c => c.Trim())]
        : TableCells.Of(line, anyGap) is { Count: > 0 } cells ? cells.ConvertAll(c => c.Text) : [line.Text];

    private static bool IsRule(SourceLine line) => IsPiped(line) && line.Text.Length <= 2000 && Rule().IsMatch(Folding.Squeeze(line.Text));

    private static bool NamesColumn(string cell) => cell.Length <= 12 && Column().IsMatch(Folding.Squeeze(Folding.Fold(cell)));

    private static bool Piped(IReadOnlyList<SourceLine> lines, int at, out int end, out IReadOnlyList<IReadOnlyList<string>> rows, out bool hasHeader)
    {
        var read = new List<IReadOnlyList<string>>();
        var ruledAfter = -1;
        for (end = at; end < lines.Count && IsPiped(lines[end]); end++)
        {
            if (IsRule(lines[end]))
            {
                ruledAfter = ruledAfter < 0 ? read.Count : ruledAfter;
                continue;
            }

            read.Add(Cells(lines[end], anyGap: false));
        }

        hasHeader = read.Count > 1 && ruledAfter <= 1 && read[0].Any(c => c.Length > 0) && (ruledAfter == 1 || NamesColumns(read[0]));
        rows = Padded(read.Where(r => r.Any(c => c.Length > 0)));
        return true;
    }

    [GeneratedRegex(@"^\|[|:\-—=+]*-[|:\-—=+]*\|$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:序号|编号|姓名|名称|单位|.{0,6}单位|.{0,8}名称|职务|性别|项目|.{0,4}项目|内容|.{0,4}内容|时间|.{0,4}时限|期限|日期|地点|地区|县.{0,3}区?|指标|类别|类型|部门|.{0,6}部门|责任人|负责人|.{0,4}人数|联系人|备注|说明|数量|金额|投资|规模|比例|合计|本月|累计|电话|级别|等级|目标|任务|标准|年份|月份|年度|长度.{0,6}|面积.{0,6}|增长.{0,6})$")]
    private static partial Regex Column();
}

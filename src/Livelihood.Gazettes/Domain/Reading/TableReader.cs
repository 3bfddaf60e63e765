using System.Text.RegularExpressions;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Reads tables drawn with pipes, and lines aligned by tabs or wide gaps.</summary>
internal static partial class TableReader
{
    private const int FewestAlignedLines = 3;

    /// <summary>Whether a table begins at <paramref name="at"/> in the lines; tells where it ends and what is in it.</summary>
    public static bool TryRead(IReadOnlyList<SourceLine> lines, int at, out int end, out IReadOnlyList<IReadOnlyList<string>> rows, out bool hasHeader) =>
        IsPiped(lines[at]) ? Piped(lines, at, out end, out rows, out hasHeader) : Aligned(lines, at, out end, out rows, out hasHeader);

    /// <summary>The cells of lines that somebody says are a table, however they are parted: by pipes, tabs, wide gaps, else by any space.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(IReadOnlyList<SourceLine> lines, out bool hasHeader)
    {
        if (lines.All(IsPiped))
        {
            Piped(lines, 0, out _, out var piped, out hasHeader);
            return piped;
        }

        var rows = lines.Select(l => Gap().Split(l.Text).Where(c => c.Length > 0).ToList()).ToList();
        if (rows.TrueForAll(r => r.Count < 2))
        {
            rows = [.. lines.Select(l => AnyGap().Split(l.Text).Where(c => c.Length > 0).ToList())];
        }

        hasHeader = NamesColumns(rows[0]);
        return Padded(rows);
    }

    private static bool IsPiped(SourceLine line) => line.Text is ['|', .., '|'];

    private static bool Piped(IReadOnlyList<SourceLine> lines, int at, out int end, out IReadOnlyList<IReadOnlyList<string>> rows, out bool hasHeader)
    {
        var read = new List<IReadOnlyList<string>>();
        var ruledAfter = -1;
        for (end = at; end < lines.Count && IsPiped(lines[end]); end++)
        {
            if (lines[end].Text.Length <= 2000 && Rule().IsMatch(Folding.Squeeze(lines[end].Text)))
            {
                ruledAfter = ruledAfter < 0 ? read.Count : ruledAfter;
                continue;
            }

            read.Add([.. lines[end].Text[1..^1].Split('|').Select(c => c.Trim())]);
        }

        hasHeader = read.Count > 1 && ruledAfter <= 1 && read[0].Any(c => c.Length > 0) && (ruledAfter == 1 || NamesColumns(read[0]));
        rows = Padded(read.Where(r => r.Any(c => c.Length > 0)));
        return true;
    }

    private static bool Aligned(IReadOnlyList<SourceLine> lines, int at, out int end, out IReadOnlyList<IReadOnlyList<string>> rows, out bool hasHeader)
    {
        (rows, hasHeader) = ([], false);
        var read = new List<IReadOnlyList<string>>();
        for (end = at; end < lines.Count; end++)
        {
            var cells = Cells(lines[end]);
            if (cells.Count < 2 || (end > at && lines[end].Index > lines[end - 1].Index + 1))
            {
                break;
            }

            read.Add(cells);
        }

        if (read.Count < FewestAlignedLines)
        {
            return false;
        }

        // Rows of one table have one width, but for a few where a cell is empty.
        var width = read.GroupBy(r => r.Count).MaxBy(g => g.Count())!;
        if (width.Count() * 5 < read.Count * 4)
        {
            return false;
        }

        hasHeader = NamesColumns(read[0]);
        rows = Padded(read);
        return true;
    }

    private static List<string> Cells(SourceLine line) =>
        line.Text.Length > 400 || line.HasBullet || Sentence.IsEnded(line.Text) ? [] : [.. Gap().Split(line.Text).Where(c => c.Length > 0)];

    private static bool NamesColumns(IReadOnlyList<string> row) => row.Count > 1 && row.Any(c => c.Length <= 12 && Column().IsMatch(Folding.Squeeze(c)));

    private static List<IReadOnlyList<string>> Padded(IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.ToList();
        var width = all.Count == 0 ? 0 : all.Max(r => r.Count);

        // One absurdly wide row must not make every other as wide.
        return (long)width * all.Count > 200_000 ? all : [.. all.Select(r => r.Count == width ? r : [.. r, .. Enumerable.Repeat("", width - r.Count)])];
    }

    [GeneratedRegex(@"^\|[|:\-—=+]*-[|:\-—=+]*\|$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\s+")]
    private static partial Regex AnyGap();

    [GeneratedRegex(@"\t+\s*|[ \u00a0]{2,}|\u3000{2,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(?:序号|编号|姓名|名称|单位|.{0,6}单位|.{0,6}名称|职务|性别|项目|内容|.{0,4}内容|时间|日期|地点|地区|县.{0,3}区?|指标|类别|类型|部门|.{0,6}部门|责任人|备注|说明|数量|金额|比例|合计|电话|级别|等级|目标|任务|年份|月份)$")]
    private static partial Regex Column();
}

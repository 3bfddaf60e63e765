using System.Globalization;
using CsvHelper;
using Livelihood.Disclosure.Domain.Figures;

namespace Livelihood.Disclosure.Figures;

/// <summary>The figures as one table, as CSV that spreadsheets open.</summary>
internal static class FiguresTable
{
    private static readonly string[] s_headings =
        ["年份", "分类", "编码", "名称", "收到", "已答复", "按期答复", "按期率（%）", "逾期未答复", "办结", "工作日中位数"];

    public static byte[] Write(PublicFigures figures)
    {
        using var buffer = new MemoryStream();
        using (var csv = CsvWriter.Create(buffer, CsvFormat.Options, leaveOpen: true))
        {
            csv.WriteHeader(s_headings);
            foreach (var row in Rows(figures))
            {
                csv.WriteRecord(row);
            }
        }

        return buffer.ToArray();
    }

    private static IEnumerable<string?[]> Rows(PublicFigures figures)
    {
        var year = figures.Year.ToString(CultureInfo.InvariantCulture);
        yield return Row(year, "合计", figures.Total, figures.Ended.Text);
        foreach (var line in figures.Agencies)
        {
            yield return Row(year, "机关", line);
        }

        foreach (var line in figures.Outcomes)
        {
            yield return [year, "结果", line.Key, line.Name, null, null, null, null, null, line.Ended.Text, Text(line.MedianWorkingDays)];
        }

        foreach (var line in figures.Years)
        {
            yield return Row(line.Key, "年度", line);
        }
    }

    private static string?[] Row(string year, string kind, FiguresLine line, string? ended = null) =>
        [year, kind, line.Key, line.Name, line.Received.Text, line.Answered.Text, Text(line.OnTime), Text(line.OnTimeShare), Text(line.Overdue), ended, Text(line.MedianWorkingDays)];

    private static string? Text(decimal? number) => number?.ToString("0.#", CultureInfo.InvariantCulture);
}

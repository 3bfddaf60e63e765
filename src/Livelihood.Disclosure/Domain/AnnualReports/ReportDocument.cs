using System.Text;

namespace Livelihood.Disclosure.Domain.AnnualReports;

/// <summary>All that an annual report says.</summary>
/// <param name="AgencyName">The agency's full name.</param>
/// <param name="Year">The reported year.</param>
/// <param name="Parts">How many agencies are counted together; 1 for an agency alone.</param>
/// <param name="Figures">Table three.</param>
/// <param name="Typed">Tables two and four, by <see cref="TypedFigure.Key"/>.</param>
/// <param name="Texts">The other sections.</param>
public sealed record ReportDocument(
    string AgencyName, int Year, int Parts, RequestFigures Figures, IReadOnlyDictionary<string, decimal> Typed, ReportTexts Texts)
{
    /// <summary>The title.</summary>
    public string Title => $"{AgencyName}{Year}年政府信息公开工作年度报告";

    /// <summary>The three tables, in order.</summary>
    public IReadOnlyList<ReportTable> Tables => [ReportTables.Proactive(Typed), ReportTables.Requests(Figures), ReportTables.Disputes(Typed)];

    /// <summary>The text in the six sections of the form.</summary>
    /// <param name="dataAddress">Where the tables can be had as CSV.</param>
    public string Markdown(string dataAddress)
    {
        var text = new StringBuilder();
        text.Append($"根据《政府信息公开条例》第四十九条、第五十条的规定，编制本报告。本报告的数据统计期限自{Year}年1月1日起至{Year}年12月31日止。");
        text.Append(Parts > 1 ? $"数据汇总了{Parts}个行政机关的情况。\n\n" : "\n\n");
        Section(text, "一、总体情况", Texts.Overview);
        foreach (var table in Tables)
        {
            Section(text, table.Name, table.Markdown);
        }

        Section(text, "五、存在的主要问题及改进情况", Texts.Problems);
        Section(text, "六、其他需要报告的事项", Texts.Other);
        return text.Append($"[本报告表格的数据（CSV）]({dataAddress})\n").ToString();
    }

    /// <summary>Why the report cannot be published yet, in Chinese; empty where it can.</summary>
    /// <param name="sources">Where the typed figures of a table are from, by its number.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    public IReadOnlyList<string> Gaps(IReadOnlyDictionary<int, string> sources, DateOnly today)
    {
        var gaps = new List<string>();
        if (!new ReportYear(Year).IsOver(today))
        {
            gaps.Add($"{Year}年还没有结束，数据还会变化；{Year + 1}年1月1日起才能发布。");
        }

        foreach (var table in new[] { 2, 4 })
        {
            var missing = TypedFigure.All.Count(figure => figure.Table == table && !Typed.ContainsKey(figure.Key));
            if (missing > 0)
            {
                gaps.Add($"表{(table == 2 ? "二" : "四")}还有{missing}个数没有填。没有的填0。");
            }
            else if (string.IsNullOrWhiteSpace(sources.GetValueOrDefault(table)))
            {
                gaps.Add($"没有写明表{(table == 2 ? "二" : "四")}的数据来源。");
            }
        }

        gaps.AddRange(Texts.Gaps());
        if (ReportChecks.Balance(Figures) is { Holds: false } balance)
        {
            gaps.Add($"{balance.Name}：{balance.Text}");
        }

        return gaps;
    }

    private static void Section(StringBuilder text, string name, string body) => text.Append("## ").Append(name).Append("\n\n").Append(body.Trim()).Append("\n\n");
}

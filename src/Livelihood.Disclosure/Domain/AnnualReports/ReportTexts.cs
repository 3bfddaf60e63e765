namespace Livelihood.Disclosure.Domain.AnnualReports;

/// <summary>What people write in an annual report, in the portal's Markdown.</summary>
/// <param name="Overview">一、总体情况; it covers five topics (第五十条第四项 among them).</param>
/// <param name="Problems">五、存在的主要问题及改进情况.</param>
/// <param name="Other">六、其他需要报告的事项.</param>
public sealed record ReportTexts(string Overview, string Problems, string Other)
{
    /// <summary>What stands where somebody has to write yet; a report with it is not published.</summary>
    public const string Unwritten = "【请填写】";

    /// <summary>The longest text, in characters.</summary>
    public const int Longest = 20_000;

    /// <summary>What the overview must cover, each under its heading.</summary>
    public static readonly IReadOnlyList<string> Topics = ["主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障"];

    /// <summary>A beginning for whoever writes: the headings, and what the register can say itself.</summary>
    public static ReportTexts Beginning(RequestFigures figures, FeeFigures fees, TimelinessFigures times) => new(
        string.Join("\n\n", Topics.Select((topic, i) => $"### （{"一二三四五"[i]}）{topic}\n\n{(topic == "依申请公开" ? Requests(figures, times) : Unwritten)}")),
        Unwritten,
        fees.Notices == 0
            ? "本年度没有收取信息处理费。"
            : $"本年度发出收费通知{fees.Notices}件，通知收费{fees.Noticed:0.##}元，实收{fees.Received:0.##}元。");

    /// <summary>What the texts still lack, in Chinese; empty where nothing is.</summary>
    public IEnumerable<string> Gaps()
    {
        foreach (var topic in Topics.Where(topic => !Overview.Split('\n').Any(line => line.StartsWith('#') && line.Contains(topic, StringComparison.Ordinal))))
        {
            yield return $"“一、总体情况”里没有“{topic}”这一小标题。";
        }

        foreach (var (name, text) in new[] { ("一、总体情况", Overview), ("五、存在的主要问题及改进情况", Problems), ("六、其他需要报告的事项", Other) })
        {
            if (string.IsNullOrWhiteSpace(text) || text.Contains(Unwritten, StringComparison.Ordinal))
            {
                yield return $"“{name}”还没有写完。";
            }
        }
    }

    private static string Requests(RequestFigures figures, TimelinessFigures times) =>
        $"本年度新收政府信息公开申请{figures[ReportRow.New, null]}件，上年结转{figures[ReportRow.CarriedIn, null]}件；办结{figures[ReportRow.Results, null]}件，结转下年度继续办理{figures[ReportRow.CarriedOut, null]}件。"
        + (times.Ended == 0 ? "" : $"办结的申请中，在法定期限内办结{times.OnTime}件，超期{times.Ended - times.OnTime}件。");
}

/// <summary>The fees of a year, for section six.</summary>
/// <param name="Notices">Notices sent in the year.</param>
/// <param name="Noticed">Yuan that they name.</param>
/// <param name="Received">Yuan received in the year.</param>
public sealed record FeeFigures(int Notices, decimal Noticed, decimal Received);

/// <summary>How many requests ended in time.</summary>
/// <param name="Ended">Those that ended in the year.</param>
/// <param name="OnTime">Those of them that ended by their last day.</param>
public sealed record TimelinessFigures(int Ended, int OnTime);

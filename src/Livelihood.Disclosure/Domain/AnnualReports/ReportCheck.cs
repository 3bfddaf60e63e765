using Livelihood.Disclosure.Domain.Requesters;

namespace Livelihood.Disclosure.Domain.AnnualReports;

/// <summary>A check of an annual report, and what came of it.</summary>
/// <param name="Name">What is checked.</param>
/// <param name="Holds">Whether it holds; null where it cannot be said.</param>
/// <param name="Text">What was found, in Chinese.</param>
public sealed record ReportCheck(string Name, bool? Holds, string Text);

/// <summary>A request that stands on one side only of what was carried over, and why.</summary>
/// <param name="Number">The request.</param>
/// <param name="Why">Why, in Chinese.</param>
public sealed record CarriedDifference(string Number, string Why);

/// <summary>The checks of table three and table four (勾稽关系).</summary>
public static class ReportChecks
{
    /// <summary>How many differences are told one by one.</summary>
    private const int MostDifferences = 20;

    /// <summary>In every column, new + carried in = results + carried out.</summary>
    public static ReportCheck Balance(RequestFigures figures)
    {
        var wrong = RequesterKinds.All.Select(entry => (RequesterKind?)entry.Kind).Append(null)
            .Where(column => figures[ReportRow.New, column] + figures[ReportRow.CarriedIn, column] != figures[ReportRow.Results, column] + figures[ReportRow.CarriedOut, column])
            .Select(ReportTables.NameOf).ToList();
        return new(
            "第一项加第二项之和，等于第三项加第四项之和", wrong.Count == 0,
            wrong.Count == 0
                ? $"各列都相等；总计：{figures[ReportRow.New, null]}＋{figures[ReportRow.CarriedIn, null]}＝{figures[ReportRow.Results, null]}＋{figures[ReportRow.CarriedOut, null]}。"
                : $"不相等的列：{string.Join("、", wrong)}。请核对这些申请的收到日期和办结日期。");
    }

    /// <summary>What is carried in is what last year's published report carried out, or the difference has its reason.</summary>
    /// <param name="year">The reported year.</param>
    /// <param name="carriedIn">How many are carried in.</param>
    /// <param name="lastOut">What last year's published report carried out; null where it was not published here.</param>
    /// <param name="differences">The requests that stand on one side only.</param>
    public static ReportCheck CarriedOver(int year, int carriedIn, int? lastOut, IReadOnlyList<CarriedDifference> differences)
    {
        var name = $"上年结转等于{year - 1}年度报告的结转下年度";
        return lastOut is not { } out_
            ? new(name, null, $"{year - 1}年度报告不是在这里由登记簿写成并发布的，无法自动核对；请对照上年的报告核对这{carriedIn}件。")
            : differences.Count == 0 && out_ == carriedIn
                ? new(name, true, $"都是{carriedIn}件，逐件相同。")
                : new(name, false, $"上年报告结转{out_}件，现在登记簿上是{carriedIn}件。原因：{string.Join("；", differences.Take(MostDifferences).Select(difference => $"{difference.Number}{difference.Why}"))}{(differences.Count > MostDifferences ? $"；等{differences.Count}件" : "")}。");
    }
}

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
public sealed record CarriedDifference(string Number, string Why)
{
    /// <summary>One that is carried in, though last year's report did not carry it out.</summary>
    /// <param name="number">The request.</param>
    /// <param name="written">The day on which last year's report was written, in words.</param>
    /// <param name="agency">Whose request it is.</param>
    /// <param name="wasCounted">Whether last year's report counted that agency; null where it is not known.</param>
    /// <param name="isEnteredLater">Whether it was entered after that day.</param>
    /// <param name="isCorrectedLater">Whether its record was corrected after that day.</param>
    public static CarriedDifference Came(string number, string written, string agency, bool? wasCounted, bool isEnteredLater, bool isCorrectedLater) => new(
        number, wasCounted == false ? $"：上年报告没有计入{agency}"
            : isEnteredLater ? $"：{written}写成上年报告以后补登"
            : isCorrectedLater ? $"：{written}写成上年报告以后，更正为上年收到、上年没有办结"
            : wasCounted is null ? $"：{written}写成上年报告以后补登、补记，或者上年报告没有计入{agency}，请核对"
            : $"：{written}写成上年报告以后，补记为上年收到");

    /// <summary>One that last year's report carried out, and that is not carried in.</summary>
    /// <param name="number">The request.</param>
    /// <param name="written">The day on which last year's report was written, in words.</param>
    /// <param name="agency">Whose request it is.</param>
    /// <param name="isCounted">Whether this year's report counts that agency.</param>
    /// <param name="isCorrectedLater">Whether its record was corrected after that day.</param>
    public static CarriedDifference Left(string number, string written, string agency, bool isCounted, bool isCorrectedLater) => new(
        number, !isCounted ? $"：{agency}今年不再计入"
            : isCorrectedLater ? $"：{written}写成上年报告以后，更正为上年已经办结或者不是上年收到"
            : $"：{written}写成上年报告以后，补记了上年的办结");
}

/// <summary>The checks of table three and table four (勾稽关系).</summary>
public static class ReportChecks
{
    /// <summary>How many differences are told one by one.</summary>
    public const int MostDifferences = 20;

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

    /// <summary>What is carried in is what last year's report carried out, whose total was typed, as it was not written here.</summary>
    /// <param name="year">The reported year.</param>
    /// <param name="carriedIn">How many are carried in.</param>
    /// <param name="lastOut">What was typed; null: nothing yet.</param>
    /// <param name="source">Where it is from.</param>
    public static ReportCheck CarriedOver(int year, int carriedIn, decimal? lastOut, string? source)
    {
        var from = string.IsNullOrWhiteSpace(source) ? "填写的数，没有写来源" : $"来源：{source}";
        return lastOut is not { } typed
            ? new(NameOf(year), null, $"{year - 1}年度报告不是在这里由登记簿写成并发布的，无法自动核对；请在“填写其他数据和文字”里填上年报告的结转数和来源，再核对这{carriedIn}件。")
            : typed == carriedIn
                ? new(NameOf(year), true, $"都是{carriedIn}件（上年{from}）。")
                : new(NameOf(year), false, $"上年报告结转{TypedFigure.Show(typed)}件（{from}），现在登记簿上是{carriedIn}件。请核对登记簿里上年收到、上年没有办结的申请，并在“其他需要报告的事项”里说明。");
    }

    /// <summary>What is carried in is what last year's published report carried out, or each difference has its reason.</summary>
    /// <param name="year">The reported year.</param>
    /// <param name="carriedIn">How many are carried in.</param>
    /// <param name="lastOut">What last year's published report carried out.</param>
    /// <param name="differences">The requests that stand on one side only.</param>
    public static ReportCheck CarriedOver(int year, int carriedIn, int lastOut, IReadOnlyList<CarriedDifference> differences) => differences.Count == 0 && lastOut == carriedIn
        ? new(NameOf(year), true, $"都是{carriedIn}件，逐件相同。")
        : new(NameOf(year), false, $"上年报告结转{lastOut}件，现在登记簿上是{carriedIn}件。原因：{string.Join("；", differences.Take(MostDifferences).Select(difference => $"{difference.Number}{difference.Why}"))}{(differences.Count > MostDifferences ? $"；等{differences.Count}件" : "")}。");

    private static string NameOf(int year) => $"上年结转等于{year - 1}年度报告的结转下年度";
}

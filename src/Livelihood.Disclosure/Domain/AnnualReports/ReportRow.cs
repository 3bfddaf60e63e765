using Livelihood.Disclosure.Domain.Outcomes;

namespace Livelihood.Disclosure.Domain.AnnualReports;

/// <summary>A row of table three of the annual report (国办公开办函〔2021〕30号).</summary>
/// <param name="Key">Its key; that of the outcome where it counts one.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Group">The group of results that it stands in, or null.</param>
public sealed record ReportRow(string Key, string Label, string? Group = null)
{
    /// <summary>Requests received in the year.</summary>
    public const string New = "new";

    /// <summary>Requests of earlier years that had not ended.</summary>
    public const string CarriedIn = "carried_in";

    /// <summary>All results.</summary>
    public const string Results = "r7";

    /// <summary>Requests that had not ended when the year did.</summary>
    public const string CarriedOut = "carried_out";

    private const string Refused = "（三）不予公开";
    private const string Impossible = "（四）无法提供";
    private const string Unprocessed = "（五）不予处理";
    private const string Else = "（六）其他处理";

    /// <summary>The rows of the form, in its order and its words.</summary>
    public static readonly IReadOnlyList<ReportRow> All =
    [
        new(New, "一、本年新收政府信息公开申请数量"),
        new(CarriedIn, "二、上年结转政府信息公开申请数量"),
        new("r1", "（一）予以公开"),
        new("r2", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
        new("r3_1", "1.属于国家秘密", Refused),
        new("r3_2", "2.其他法律行政法规禁止公开", Refused),
        new("r3_3", "3.危及“三安全一稳定”", Refused),
        new("r3_4", "4.保护第三方合法权益", Refused),
        new("r3_5", "5.属于三类内部事务信息", Refused),
        new("r3_6", "6.属于四类过程性信息", Refused),
        new("r3_7", "7.属于行政执法案卷", Refused),
        new("r3_8", "8.属于行政查询事项", Refused),
        new("r4_1", "1.本机关不掌握相关政府信息", Impossible),
        new("r4_2", "2.没有现成信息需要另行制作", Impossible),
        new("r4_3", "3.补正后申请内容仍不明确", Impossible),
        new("r5_1", "1.信访举报投诉类申请", Unprocessed),
        new("r5_2", "2.重复申请", Unprocessed),
        new("r5_3", "3.要求提供公开出版物", Unprocessed),
        new("r5_4", "4.无正当理由大量反复申请", Unprocessed),
        new("r5_5", "5.要求行政机关确认或重新出具已获取信息", Unprocessed),
        new(OutcomeTable.NotCorrected, "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", Else),
        new(OutcomeTable.NotPaid, "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", Else),
        new(OutcomeTable.Other, "3.其他", Else),
        new(Results, "（七）总计"),
        new(CarriedOut, "四、结转下年度继续办理"),
    ];

    /// <summary>The rows of results, without their total.</summary>
    public static IEnumerable<ReportRow> Outcomes => All.Where(row => row.IsOutcome);

    /// <summary>Whether it counts one outcome.</summary>
    public bool IsOutcome => OutcomeTable.Find(Key) is not null;

    /// <summary>Whether it stands under 三、本年度办理结果.</summary>
    public bool IsResult => IsOutcome || Key == Results;

    /// <summary>The whole name, for who reads the row apart from its table.</summary>
    public string FullLabel => (IsResult ? "三、本年度办理结果/" : "") + (Group is null ? "" : Group + "/") + Label;

    /// <summary>The row of this key, or null.</summary>
    public static ReportRow? Find(string? key) => All.FirstOrDefault(row => row.Key == key);
}

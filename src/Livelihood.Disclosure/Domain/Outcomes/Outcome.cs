namespace Livelihood.Disclosure.Domain.Outcomes;

/// <summary>Which remedies an outcome leaves (since 2025-06-01 a refusal under 14 to 16 goes through reconsideration first).</summary>
public enum Remedy
{
    /// <summary>The requester chooses between administrative reconsideration and litigation.</summary>
    Choice,

    /// <summary>Administrative reconsideration comes first.</summary>
    ReconsiderationFirst,
}

/// <summary>How a request ended, as the annual report counts it (国办公开办函〔2021〕30号).</summary>
/// <param name="Key">The row of the report, such as <c>r3_4</c>; stored, and never changed.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Article">The article of the Regulation, or null.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Remedy">Which remedies it leaves.</param>
/// <param name="IsReply">Whether an office chooses it as its reply; false where it follows from what the requester did or did not do.</param>
public sealed record Outcome(string Key, string Name, string? Article, string Rule, Remedy Remedy, bool IsReply = true);

/// <summary>
/// The outcomes, one for each row of table three of the annual report, so that every closed request is counted in exactly
/// one row. Names, articles and remedies are what administrators may change; keys are for ever.
/// </summary>
public static class OutcomeTable
{
    /// <summary>Nothing more is done as no correction came in time.</summary>
    public const string NotCorrected = "r6_1";

    /// <summary>Nothing more is done as the fee was not paid in time.</summary>
    public const string NotPaid = "r6_2";

    /// <summary>Refused as excessive, without good reason .</summary>
    public const string Excess = "r5_4";

    /// <summary>Other; a request that was withdrawn is counted here.</summary>
    public const string Other = "r6_3";

    /// <summary>All, in the order of the report.</summary>
    public static readonly IReadOnlyList<Outcome> All =
    [
        new("r1", "予以公开", "第三十六条第一项、第二项", "R-36-2", Remedy.Choice),
        new("r2", "部分公开", "第三十七条", "R-37", Remedy.ReconsiderationFirst),
        new("r3_1", "不予公开：属于国家秘密", "第十四条", "R-36-3", Remedy.ReconsiderationFirst),
        new("r3_2", "不予公开：其他法律行政法规禁止公开", "第十四条", "R-36-3", Remedy.ReconsiderationFirst),
        new("r3_3", "不予公开：危及“三安全一稳定”", "第十四条", "R-36-3", Remedy.ReconsiderationFirst),
        new("r3_4", "不予公开：保护第三方合法权益", "第十五条、第三十二条", "R-36-3", Remedy.ReconsiderationFirst),
        new("r3_5", "不予公开：属于三类内部事务信息", "第十六条第一款", "R-36-3", Remedy.ReconsiderationFirst),
        new("r3_6", "不予公开：属于四类过程性信息", "第十六条第二款", "R-36-3", Remedy.ReconsiderationFirst),
        new("r3_7", "不予公开：属于行政执法案卷", "第十六条第二款", "R-36-3", Remedy.ReconsiderationFirst),
        new("r3_8", "不予公开：属于行政查询事项", "第三十六条第七项", "R-36-7", Remedy.Choice),
        new("r4_1", "无法提供：本机关不掌握相关政府信息", "第三十六条第四项、第五项", "R-36-4", Remedy.Choice),
        new("r4_2", "无法提供：没有现成信息需要另行制作", "第三十八条", "R-38", Remedy.Choice),
        new("r4_3", "无法提供：补正后申请内容仍不明确", "第三十条", "R-30", Remedy.Choice),
        new("r5_1", "不予处理：信访举报投诉类申请", "第三十九条第一款", "R-39a", Remedy.Choice),
        new("r5_2", "不予处理：重复申请", "第三十六条第六项", "R-36-6", Remedy.Choice),
        new("r5_3", "不予处理：要求提供公开出版物", "第三十九条第二款", "R-39b", Remedy.Choice),
        new(Excess, "不予处理：无正当理由大量反复申请", "第三十五条", "R-35", Remedy.Choice),
        new("r5_5", "不予处理：要求确认或重新出具已获取信息", null, "R-36-6", Remedy.Choice),
        new(NotCorrected, "不再处理：无正当理由逾期不补正", "第三十条", "R-30", Remedy.Choice, IsReply: false),
        new(NotPaid, "不再处理：逾期未按收费通知要求缴纳费用", null, "R-FEE", Remedy.Choice, IsReply: false),
        new(Other, "其他处理", null, "R-45", Remedy.Choice),
    ];

    /// <summary>How a correction of records about oneself ended (第四十一条): a case type of its own, which table three has no rows for.</summary>
    public static readonly IReadOnlyList<Outcome> OfCorrections =
    [
        new("c1", "予以更正", "第四十一条", Rules.RecordsOfOneself, Remedy.Choice),
        new("c2", "转送有权更正的机关", "第四十一条", Rules.RecordsOfOneself, Remedy.Choice),
        new("c3", "告知向有权更正的机关提出", "第四十一条", Rules.RecordsOfOneself, Remedy.Choice),
        new("c4", "不予更正", "第四十一条", Rules.RecordsOfOneself, Remedy.Choice),
    ];

    /// <summary>The outcome with this key, or null.</summary>
    public static Outcome? Find(string key) => All.Concat(OfCorrections).FirstOrDefault(outcome => outcome.Key == key);
}

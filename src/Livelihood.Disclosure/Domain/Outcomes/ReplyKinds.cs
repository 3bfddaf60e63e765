namespace Livelihood.Disclosure.Domain.Outcomes;

/// <summary>Something that a kind of reply must say.</summary>
/// <param name="Name">A property of <see cref="ReplyContent"/>.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Hint">What to write.</param>
/// <param name="IsRequired">Whether a reply without it is refused.</param>
public sealed record ReplyPart(string Name, string Label, string Hint, bool IsRequired = true);

/// <summary>A kind of reply: what it is counted as, and what it must say.</summary>
/// <param name="Key">Its name in stored events.</param>
/// <param name="Outcome">The row of the annual report.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Letter">Which of the 25 documents it is.</param>
/// <param name="Parts">What it must say.</param>
public sealed record ReplyKind(string Key, string Outcome, string Rule, string Name, int Letter, IReadOnlyList<ReplyPart> Parts)
{
    /// <summary>Whether files can go with it: it gives information, or tells of a corrected record.</summary>
    public bool GivesFiles => Parts.Any(part => part.Name is nameof(ReplyContent.Information) or nameof(ReplyContent.Result));
}

/// <summary>The kinds of reply. Several can be one row of the annual report: what is not there, and what another agency has.</summary>
public static class ReplyKinds
{
    private static readonly ReplyPart s_reason = new(nameof(ReplyContent.Reason), "理由", "说明事实和理由，申请人能看懂。");
    private static readonly ReplyPart s_given = new(nameof(ReplyContent.Information), "公开的信息", "列出随答复提供的信息，或者获取信息的方式、途径和时间。");
    private static readonly ReplyPart s_earlier = new(nameof(ReplyContent.Earlier), "以前的答复", "写明以前答复的文号和日期。");

    /// <summary>All, in the order of the annual report.</summary>
    public static readonly IReadOnlyList<ReplyKind> All =
    [
        new("public", "r1", "R-36-1", "已经主动公开，告知获取方式", 12, [new(nameof(ReplyContent.Information), "获取的方式、途径", "写明网址或者公开的地点，能直接找到。")]),
        new("disclosed", "r1", "R-36-2", "予以公开", 12, [s_given]),
        new("partly", "r2", "R-37", "部分公开", 13, [s_given, new(nameof(ReplyContent.Withheld), "不公开的部分", "逐项写明：哪一部分，依据哪一条，为什么。一项一行。")]),
        .. Refusals("r3_1", "r3_2", "r3_3", "r3_4", "r3_5", "r3_6", "r3_7"),
        new("query", "r3_8", "R-36-7", "属于行政查询事项", 18, [new(nameof(ReplyContent.Law), "专门规定和查询途径", "写明法律、行政法规的名称，到哪里、怎样查询。")]),
        new("absent", "r4_1", "R-36-4", "信息不存在", 15, [new(nameof(ReplyContent.Search), "检索的经过", "写明在哪些地方、用什么方法检索，是没有制作还是没有获取、保存。")]),
        new("elsewhere", "r4_1", "R-36-5", "不属于本机关负责公开", 16,
            [s_reason, new(nameof(ReplyContent.Responsible), "负责公开的机关", "能够确定的，写明名称和联系方式；不能确定的，不填。", IsRequired: false)]),
        new("making", "r4_2", "R-38", "没有现成信息，需要另行制作", 19, [s_reason]),
        new("unclear", "r4_3", "R-30", "补正后申请内容仍不明确", 19, [s_reason]),
        new("petition", "r5_1", "R-39a", "信访、投诉、举报类申请", 20, [new(nameof(ReplyContent.Channel), "正确的渠道", "写明应当向哪里、通过什么途径提出。")]),
        new("repeated", "r5_2", "R-36-6", "重复申请", 17, [s_earlier]),
        new("publication", "r5_3", "R-39b", "要求提供公开出版物", 21, [new(nameof(ReplyContent.Channel), "获取的途径", "写明可以在哪里得到这些公开出版物。")]),
        new("excess", "r5_4", "R-35", "无正当理由大量反复申请", 22, [new(nameof(ReplyContent.Reason), "理由为什么不成立", "写明申请的数量、频次，以及申请人的理由为什么不合理。")]),
        new("reissue", "r5_5", "R-36-6", "要求确认或者重新出具已获取的信息", 17, [s_earlier]),
        new("other", "r6_3", "R-45", "其他处理", 23, [s_reason, new(nameof(ReplyContent.Law), "依据", "写明法律、法规、规章的名称和条、款、项，写进文书。")]),
    ];

    /// <summary>Those to whoever wants records about oneself corrected (第四十一条).</summary>
    public static readonly IReadOnlyList<ReplyKind> OfCorrections =
    [
        Correction("corrected", "c1", "予以更正", "写明更正了哪一份记录的哪一处，更正成什么。"),
        Correction("forwarded", "c2", "转送有权更正的机关", "写明转给哪个机关、什么时候转送，联系方式。"),
        Correction("directed", "c3", "告知向有权更正的机关提出", "写明向哪个机关提出，联系方式。"),
        Correction("unchanged", "c4", "不予更正", "写明审核了哪一份记录，结果怎样。"),
    ];

    /// <summary>The kinds by which a case can be answered.</summary>
    public static IReadOnlyList<ReplyKind> Of(RequestMatter matter) => matter == RequestMatter.Correction ? OfCorrections : All;

    /// <summary>The kind with this key, or null.</summary>
    public static ReplyKind? Find(string? key) => All.Concat(OfCorrections).FirstOrDefault(kind => kind.Key == key);

    /// <summary>What is missing from a reply, in a Chinese sentence; null where nothing is.</summary>
    internal static string? Objection(string outcome, ReplyContent content) => Find(content.Kind) is not { } kind || kind.Outcome != outcome
        ? "请从答复的种类里选择一种。"
        : kind.Parts.FirstOrDefault(part => part.IsRequired && string.IsNullOrWhiteSpace(content[part.Name])) is { } missing
            ? $"这种答复必须写明“{missing.Label}”（规则{kind.Rule}）。"
            : null;

    private static ReplyKind Correction(string key, string outcome, string name, string hint) => new(
        key, outcome, Rules.RecordsOfOneself, name, 24, [new(nameof(ReplyContent.Result), "处理结果", hint), s_reason]);

    private static IEnumerable<ReplyKind> Refusals(params string[] outcomes) =>
        outcomes.Select(key => OutcomeTable.Find(key)!).Select(outcome => new ReplyKind(
            outcome.Key, outcome.Key, outcome.Rule, $"{outcome.Name}（{outcome.Article}）", 14, [s_reason]));
}

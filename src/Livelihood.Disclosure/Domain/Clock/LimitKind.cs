namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>What has to be done by the last day of a limit. Names are stored and never change.</summary>
public enum LimitKind
{
    /// <summary>The reply is to be served (R-33a, R-SERVE).</summary>
    Reply,

    /// <summary>Receipt is to be confirmed (R-31b, R-31c).</summary>
    Confirmation,

    /// <summary>A correction can be asked for .</summary>
    CorrectionNotice,

    /// <summary>The requester's correction is to arrive .</summary>
    Correction,

    /// <summary>The requester's reasons are to arrive .</summary>
    Reasons,

    /// <summary>A third party's opinion is to arrive .</summary>
    Consultation,

    /// <summary>A joint agency's opinion is to arrive .</summary>
    JointConsultation,

    /// <summary>The fee is to be paid (R-FEE).</summary>
    Payment,

    /// <summary>What the supervising department ordered is to be done .</summary>
    Remedy,
}

/// <summary>What people call limits, and what is to be done.</summary>
public static class LimitKinds
{
    /// <summary>Those of the office first, then those of others.</summary>
    public static readonly IReadOnlyList<LimitKind> All =
    [
        LimitKind.Reply, LimitKind.Confirmation, LimitKind.CorrectionNotice, LimitKind.Remedy, LimitKind.Correction, LimitKind.Reasons, LimitKind.Consultation, LimitKind.JointConsultation, LimitKind.Payment,
    ];

    /// <summary>Whether others have to act: the requester, or who is consulted.</summary>
    public static bool IsOthers(LimitKind kind) => kind is not (LimitKind.Reply or LimitKind.Confirmation or LimitKind.CorrectionNotice or LimitKind.Remedy);

    /// <summary>A word or two, for lists.</summary>
    public static string NameOf(LimitKind kind) => kind switch
    {
        LimitKind.Reply => "答复",
        LimitKind.Confirmation => "确认收到",
        LimitKind.CorrectionNotice => "告知补正",
        LimitKind.Correction => "等补正",
        LimitKind.Reasons => "等说明理由",
        LimitKind.Consultation => "征求第三方意见",
        LimitKind.JointConsultation => "征求机关意见",
        LimitKind.Payment => "等缴费",
        LimitKind.Remedy => "整改",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A limit without a name."),
    };

    /// <summary>Which of several it is, as one speaks of it, such as 第2封; empty where there can be but one.</summary>
    public static string WhichOf(LimitKind kind, string reference) => reference.Length == 0 ? "" : kind == LimitKind.Remedy ? $"第{reference}件投诉" : $"第{reference}封";

    /// <summary>What the office can do, in a Chinese sentence.</summary>
    /// <param name="kind">The limit.</param>
    /// <param name="isOver">Whether its last day has passed.</param>
    public static string Advice(LimitKind kind, bool isOver) => (kind, isOver) switch
    {
        (LimitKind.Reply, _) => "答复送达才算按期（规则R-SERVE）。",
        (LimitKind.Confirmation, _) => "网上、传真和平常信函的申请，应当在到的当天与申请人确认（《条例》第三十一条）。",
        (LimitKind.CorrectionNotice, _) => "申请内容不明确的，到这一天为止可以告知补正，以后不能再告知；内容明确的，不用处理（《条例》第三十条）。",
        (LimitKind.Correction, false) => "补正到了请当天登记，答复期限重新计算（《条例》第三十条）。",
        (LimitKind.Correction, true) => "没有正当理由逾期不补正的，可以登记不再处理（《条例》第三十条）。",
        (LimitKind.Reasons, false) => "收到理由请登记（《条例》第三十五条）。",
        (LimitKind.Reasons, true) => "没有收到理由的，请依照第三十五条决定怎样处理，答复期限照常计算。",
        (LimitKind.Consultation, false) => "收到意见请当天登记（《条例》第三十二条）。",
        (LimitKind.Consultation, true) => "没有收到意见的，请登记期满，由机关决定是否公开；答复期限已经继续计算（《条例》第三十二条）。",
        (LimitKind.JointConsultation, false) => "收到意见请当天登记（《条例》第三十四条）。",
        (LimitKind.JointConsultation, true) => "没有收到意见的，视为同意公开，请登记期满；答复期限已经继续计算（《条例》第三十四条）。",
        (LimitKind.Payment, false) => "缴费以后请当天登记，答复期限重新计算（国办函〔2020〕109号）。",
        (LimitKind.Remedy, false) => "改正以后，请负责人登记整改办结，写明怎样改正（《条例》第四十七条）。",
        (LimitKind.Remedy, true) => "责令改正的期限已过，请立即改正，由负责人登记整改办结；需要更多时间的，请向主管部门说明（《条例》第四十七条）。",
        (LimitKind.Payment, true) => "逾期没有缴费的，可以登记不再处理（国办函〔2020〕109号）。",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A limit without advice."),
    };
}

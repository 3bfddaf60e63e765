using Livelihood.Disclosure.Domain.Office;

namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>What requesters can do after filing, each dated with the day on which they do it. Who may and when stands in the workflow table.</summary>
public static class RequesterForms
{
    /// <summary>Answering a question of the office .</summary>
    public static readonly EventForm Correction = new(
        typeof(CorrectionArrived), "提交补正",
        "机关收到补正的那一天是新的第0日，答复期限重新计算20个工作日（《条例》第三十条）。",
        occasion => [new("Text", "补正的内容", FieldKind.Text, AskedFor(occasion.History.Latest<CorrectionAsked>()))],
        (values, occasion) => new CorrectionArrived(occasion.Today, values.Text("Text")),
        (_, on) => new CorrectionArrived(on));

    /// <summary>Giving reasons .</summary>
    public static readonly EventForm Reasons = new(
        typeof(ReasonsGiven), "说明理由",
        "机关认为申请的数量、频次明显超过合理范围，要求您说明理由；理由合理的，机关继续办理（《条例》第三十五条）。",
        occasion => [new("Text", "您的理由", FieldKind.Text, occasion.History.Latest<ReasonsAsked>()?.What is { } what ? $"机关说明的情况：{what}" : null)],
        (values, occasion) => new ReasonsGiven(occasion.Today, values.Text("Text")),
        (_, on) => new ReasonsGiven(on));

    /// <summary>Withdrawing.</summary>
    public static readonly EventForm Withdrawal = new(
        typeof(Withdrawn), "撤回申请",
        "撤回以后，机关不再办理这件申请，也不能恢复。以后仍然需要的，可以重新提出申请。",
        _ => [new("Reason", "撤回的原因", FieldKind.Text, "不写也可以。") { IsRequired = false }],
        (values, occasion) => new Withdrawn(occasion.Today, values.Text("Reason")),
        (_, on) => new Withdrawn(on));

    /// <summary>Complaining .</summary>
    public static readonly EventForm Complaint = new(
        typeof(ComplaintFiled), "投诉",
        "期限届满没有答复，或者认为答复不合法的，可以向政府信息公开工作主管部门投诉；主管部门查明以后，对不依法履行公开职责的责令改正（《条例》第四十七条）。",
        _ => [new("Text", "投诉的内容", FieldKind.Text, "写明哪里不合法，您希望怎样改正。")],
        (values, occasion) => Complain(occasion, occasion.Today, values.Text("Text")),
        (occasion, on) => Complain(occasion, on));

    /// <summary>All, the most urgent first.</summary>
    public static readonly IReadOnlyList<EventForm> All = [Correction, Reasons, Complaint, Withdrawal];

    /// <summary>The form of this name, or null.</summary>
    public static EventForm? Find(string kind) => All.FirstOrDefault(form => form.Kind == kind);

    private static ComplaintFiled Complain(FormOccasion occasion, DateOnly on, string? text = null) => occasion.ComplaintObjection is { } objection
        ? throw new DisclosureRuleException(Rules.Complaint, objection)
        : new(on, EndForms.NextComplaint(occasion.History), text);

    private static string? AskedFor(CorrectionAsked? asked) => asked?.What is not { } what ? null
        : $"机关要求补正：{what}{(asked.Until is { } until ? $"（请在{Wording.Day(until)}以前（含当日）；晚了的，请一并写明正当理由）" : "")}";
}

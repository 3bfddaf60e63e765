using Livelihood.Disclosure.Domain.Clock;

namespace Livelihood.Disclosure.Domain.Office;

/// <summary>征求意见 (R-32, R-34).</summary>
internal static class ConsultationForms
{
    /// <summary>The field with the name of the party, which is kept encrypted beside the event.</summary>
    public const string Party = nameof(Party);

    private const string Partly = "partly";

    public static readonly EventForm Sent = new(
        typeof(ConsultationSent), "发出征求意见书",
        "公开会损害第三方合法权益的，书面征求第三方意见；由几个机关共同制作的，征求相关机关意见。对方自收到征求意见书之日起15个工作日内提出，所需时间不计入答复期限（《条例》第三十二条、第三十三条第三款、第三十四条）。",
        occasion =>
        [
            EventField.Day("发出的日期", occasion),
            new("With", "征求谁的意见", FieldKind.Choice)
            {
                Choices = [new(nameof(Consulted.ThirdParty), "第三方（第三十二条；逾期未提出意见的，由机关决定）"), new(nameof(Consulted.Agency), $"共同制作的机关（第三十四条；逾期未提出意见的，视为同意{(occasion.History.Matter == RequestMatter.Correction ? "更正" : "公开")}）")],
                Initial = (occasion.Original as ConsultationSent)?.With.ToString(),
            },
            .. occasion.Original is null ? [new EventField(Party, "对方的姓名或者名称", FieldKind.Line, "加密保存，申请人看不到。")] : Array.Empty<EventField>(),
            new("About", "涉及的信息", FieldKind.Text, "对方据此提出意见。") { Initial = (occasion.Original as ConsultationSent)?.About },
            new("Delivered", "对方收到的日期", FieldKind.Date, "知道的填写，15个工作日从这一天的下一个工作日起算；不填的，从发出之日算。以后知道了可以更正登记。")
                { IsRequired = false, Initial = (occasion.Original as ConsultationSent)?.Delivered?.ToString("yyyy-MM-dd") },
        ],
        (values, occasion) => new ConsultationSent(
            values.On, (occasion.Original as ConsultationSent)?.Id ?? NextId(occasion), values.Date("Delivered"),
            Enum.Parse<Consulted>(values.Text("With")!), values.Text("About")),
        (occasion, on) => new ConsultationSent(on, NextId(occasion))) { IsCorrectedWhole = true };

    public static readonly EventForm Answered = new(
        typeof(ConsultationAnswered), "登记收到意见",
        "从收到意见的下一个工作日起，答复期限继续计算。第三方不同意公开且有合理理由的，不予公开；认为不公开会对公共利益造成重大影响的，可以决定公开，并书面告知第三方（《条例》第三十二条）。",
        occasion =>
        [
            EventField.Day("收到意见的日期", occasion),
            Which(occasion),
            new("Agrees", "意见", FieldKind.Choice) { Choices = occasion.History.Matter == RequestMatter.Correction
                ? [new("yes", "同意更正"), new(Partly, "部分同意：只同意更正一部分"), new("no", "不同意更正")]
                : [new("yes", "同意公开"), new(Partly, "部分同意：只同意公开一部分"), new("no", "不同意公开")] },
            new("Part", "同意哪一部分", FieldKind.Text, "部分同意的才填。其余部分按不同意办理。负责人审批时看得到，申请人看不到。") { IsRequired = false },
            new("Reason", "理由", FieldKind.Text, "不同意的、只同意一部分的，写明对方的理由。负责人审批时看得到，申请人看不到。") { IsRequired = false },
        ],
        (values, _) => Opinion(values),
        (occasion, on) => occasion.History.OpenConsultations.FirstOrDefault() is { } open ? new ConsultationAnswered(on, open.Id) : null);

    public static readonly EventForm Ended = new(
        typeof(ConsultationEnded), "登记期满未收到意见",
        "15个工作日届满没有收到意见：第三方的，由机关依照《条例》决定是否公开；共同制作的机关的，视为同意公开（《条例》第三十二条、第三十四条）。期限的计算不因登记早晚而改变。",
        occasion => [EventField.Day("登记的日期", occasion), Which(occasion)],
        (values, _) => new ConsultationEnded(values.On, values.Text("Id")!),
        (occasion, on) => occasion.History.OpenConsultations.Select(open => new ConsultationEnded(on, open.Id))
            .OrderBy(ended => Limits.Consultation(occasion.History.OpenConsultations.First(open => open.Id == ended.Id), occasion.Calendar).Due).FirstOrDefault());

    private static ConsultationAnswered Opinion(FormValues values)
    {
        var (isPartly, part) = (values.Text("Agrees") == Partly, values.Text("Part"));
        return isPartly && part is null ? throw new DisclosureRuleException(Rules.ThirdParty, "部分同意的，请在“同意哪一部分”里写明是哪一部分。")
            : !isPartly && part is not null ? throw new DisclosureRuleException(Rules.ThirdParty, "填写了“同意哪一部分”，意见请选“部分同意”；全部同意或者不同意的，请把这一栏清空。")
            : new(values.On, values.Text("Id")!, values.Text("Agrees") == "yes", values.Text("Reason"), part);
    }

    private static string NextId(FormOccasion occasion) => (occasion.History.Effective.OfType<ConsultationSent>().Count() + 1).ToString();

    private static EventField Which(FormOccasion occasion)
    {
        var open = occasion.History.OpenConsultations
            .Select(sent => new FieldChoice(sent.Id, $"第{sent.Id}封，{Wording.Day(sent.On)}发出，{(sent.With == Consulted.Agency ? "机关" : "第三方")}")).ToList();
        return new("Id", "哪一封征求意见书", FieldKind.Choice) { Choices = open, Initial = open.Count == 1 ? open[0].Value : null };
    }
}

using Livelihood.Disclosure.Domain.Outcomes;

namespace Livelihood.Disclosure.Domain.Office;

/// <summary>What an entry of the history says, a sentence or labelled text each; everything in it may be read by the requester.</summary>
public static class EventText
{
    /// <summary>The texts of an entry.</summary>
    public static IReadOnlyList<string> Of(RequestEvent happened) => [.. Texts(happened).OfType<string>().Where(text => text.Length > 0)];

    /// <summary>What an entry says to the office alone: to which part whoever was consulted agrees, and why or why not.</summary>
    public static IReadOnlyList<string> ForOffice(RequestEvent happened) => happened switch
    {
        ConsultationAnswered e => [.. new[] { Labelled("同意的部分", e.Part), Labelled("对方的理由", e.Reason) }.OfType<string>()],
        RecordCorrected { Right: var right } => ForOffice(right),
        _ => [],
    };

    /// <summary>The name of a way of service.</summary>
    public static string NameOf(ServiceWay way) => way switch
    {
        ServiceWay.InPerson => "当面签收",
        ServiceWay.Post => "邮寄",
        ServiceWay.Electronic => "电子邮箱",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "A way of service without a name."),
    };

    private static string?[] Texts(RequestEvent happened) => happened switch
    {
        Submitted { Matter: RequestMatter.Correction } => ["要求更正与自身相关的信息记录（《条例》第四十一条）。"],
        CalendarChanged e => [e.DueBefore == e.DueAfter ? $"最迟答复日期不变，仍为{Wording.Day(e.DueAfter)}。" : $"最迟答复日期由{Wording.Day(e.DueBefore)}改为{Wording.Day(e.DueAfter)}。"],
        CorrectionAsked e => [Labelled("需要补正", e.What), e.Until is { } until ? $"请在{Wording.Day(until)}以前（含当日）补正。" : null],
        CorrectionArrived e => [Labelled("补正的内容", e.Text)],
        ExtensionProposed e => [$"提请延长{e.WorkingDays}个工作日。", Labelled("理由", e.Reason)],
        ExtensionReturned e => [Labelled("理由", e.Reason)],
        Extended e => [$"延长{e.WorkingDays}个工作日。", Labelled("理由", e.Reason), Of(e.Told)],
        Postponed e => [$"延迟到{Wording.Day(e.Until)}答复。", Labelled("理由", e.Reason), Of(e.Told)],
        ConsultationSent e => [$"第{e.Id}封，{(e.With == Consulted.Agency ? "征求其他机关的意见" : "征求第三方的意见")}；所需时间不计入答复期限。", Labelled("涉及的信息", e.About), e.Delivered is { } day ? $"对方于{Wording.Day(day)}收到。" : null],
        ConsultationAnswered e => [$"第{e.Id}封。", Consents.NameOf(Consents.Of(e)) is { } consent ? $"对方{consent}。" : null],
        ConsultationEnded e => [$"第{e.Id}封。"],
        FeeNoticed e => [e.Fee?.Computation, e.Delivered is { } day ? $"通知于{Wording.Day(day)}收到。" : null],
        ReasonsAsked e => [Labelled("情况", e.What), e.Until is { } until ? $"请在{Wording.Day(until)}以前（含当日）说明理由。" : null],
        ReasonsGiven e => [Labelled("理由", e.Text)],
        ReplyProposed e => [NameOf(e), .. Of(e.Content)],
        ReplyReturned e => [Labelled("需要修改", e.Reason)],
        Replied e => [OutcomeTable.Find(e.Outcome) is { } outcome ? outcome.Name + "。" : null, Labelled("文号", e.Letter)],
        Served e => [NameOf(e.Way) + "。", Labelled("凭证", e.Proof)],
        Withdrawn e => [Labelled("说明", e.Reason)],
        ComplaintFiled e => [$"第{e.Id}件。", Labelled("内容", e.Text)],
        ComplaintDecided e => [$"第{e.Id}件：{(e.OrdersRemedy ? "责令改正" : "不责令改正")}。", Labelled("理由和要求", e.Text), e.RemedyBy is { } until ? $"改正的最后一天：{Wording.Day(until)}（休息日顺延）。" : null],
        Remedied e => [$"第{e.Id}件投诉责令改正的事项已经办结。", Labelled("怎样改正的", e.What), e.Outcome is { } renewed ? Labelled("新的结果", OutcomeTable.Find(renewed)?.Name) : null],
        RecordCorrected { Right: Voided } e => [$"第{e.Sequence}条登记作废，本件继续办理。", Labelled("原因", e.Reason)],
        RecordCorrected e => [$"第{e.Sequence}条“{Workflow.NameOf(e.Right)}”更正为{Wording.Day(e.Right.On)}。", Labelled("原因", e.Reason), .. Workflow.IsInternal(e.Right) ? [] : Texts(e.Right)],
        Noted e => [e.Text],
        _ => [],
    };

    /// <summary>What a reply says, part by part.</summary>
    public static IEnumerable<string> Of(ReplyContent? content) => ReplyKinds.Find(content?.Kind) is not { } kind
        ? []
        : kind.Parts.Select(part => Labelled(part.Label, content![part.Name])).Append(Labelled("随答复提供的文件", content!.Files?.Replace("\n", "；", StringComparison.Ordinal))).OfType<string>();

    private static string? Of(Telling? told) => told is null ? null : $"已于{Wording.Day(told.On)}告知申请人：{told.How}";

    private static string? NameOf(ReplyProposed proposal) => (ReplyKinds.Find(proposal.Content?.Kind)?.Name ?? OutcomeTable.Find(proposal.Outcome)?.Name) + "。";

    private static string? Labelled(string label, string? text) => string.IsNullOrWhiteSpace(text) ? null : $"{label}：{text}";
}

using static Livelihood.Disclosure.Domain.EventSource;
using static Livelihood.Disclosure.Domain.RequestState;

namespace Livelihood.Disclosure.Domain;

/// <summary>The lines of the workflow, each from the rule that it names.</summary>
internal static class WorkflowTable
{
    private static readonly RequestState[] s_running = [Open, AwaitsCorrection, AwaitsReasons, AwaitsPayment];
    private static readonly RequestState[] s_received = [.. s_running, RequestState.Replied, Closed];

    public static IReadOnlyList<Transition> Lines() =>
    [
        new(typeof(Submitted), null, Unconfirmed, [Requester, Handler], "提交申请", Rules.Contents),
        new(typeof(Submitted), null, Open, [Handler], "提交申请", Rules.Contents, Effect: ClockEffect.Start, Letter: 2),
        new(typeof(Confirmed), Unconfirmed, Open, [Handler], "确认收到申请", Rules.ReceivedOnline, Effect: ClockEffect.Start, Letter: 2),
        .. Staying([.. s_running, RequestState.Replied], typeof(CalendarChanged), [Portal], "工作日历变更，重新计算期限", Rules.CalendarChange, effect: ClockEffect.Recompute),

        new(typeof(CorrectionAsked), Open, AwaitsCorrection, [Handler], "告知补正", Rules.Correction, Letter: 3),
        new(typeof(CorrectionArrived), AwaitsCorrection, Open, [Requester, Handler], "收到补正的申请", Rules.Correction, Effect: ClockEffect.Restart),
        new(typeof(CorrectionLapsed), AwaitsCorrection, Closed, [Handler], "逾期不补正，不再处理", Rules.Correction, Conditions.CorrectionTimeIsOver, ClockEffect.Stop, 23),

        new(typeof(ExtensionProposed), Open, Open, [Handler], "提请延长答复期限", Rules.Extension, Conditions.CouldBeExtended) { IsInternal = true },
        new(typeof(ExtensionReturned), Open, Open, [Head], "不同意延长答复期限", Rules.Extension, Conditions.ExtensionIsProposed) { IsInternal = true },
        new(typeof(Extended), Open, Open, [Head], "延长答复期限", Rules.Extension, Conditions.AnotherPersonExtends, ClockEffect.Extend, 5),

        .. Staying([Open], typeof(ConsultationSent), [Handler], "征求意见", Rules.Suspension, ClockEffect.Suspend, letter: 6),
        .. Staying(s_running, typeof(ConsultationAnswered), [Handler], "收到意见", Rules.Suspension, ClockEffect.Resume),
        .. Staying(s_running, typeof(ConsultationEnded), [Handler, Portal], "征求意见期满未收到意见", Rules.Suspension, condition: Conditions.ConsultationIsOver),

        new(typeof(FeeNoticed), Open, AwaitsPayment, [Handler], "通知缴纳信息处理费", Rules.Fee, Conditions.InformationIsAsked, Letter: 11),
        new(typeof(FeePaid), AwaitsPayment, Open, [Handler], "缴纳信息处理费", Rules.Fee, Effect: ClockEffect.Restart),
        new(typeof(FeeLapsed), AwaitsPayment, Closed, [Handler], "逾期未缴费，不再处理", Rules.Fee, Conditions.PaymentTimeIsOver, ClockEffect.Stop, 23),

        new(typeof(ReasonsAsked), Open, AwaitsReasons, [Handler], "要求说明理由", Rules.Excess, Conditions.ReasonsAskedOnce, Letter: 4),
        new(typeof(ReasonsGiven), AwaitsReasons, Open, [Requester, Handler], "收到理由说明", Rules.Excess),

        new(typeof(Postponed), Open, Open, [Head], "确定延迟答复的日期", Rules.Excess, Conditions.ReasonsWereGiven, ClockEffect.Extend, 26),

        .. Staying([Open, AwaitsReasons], typeof(ReplyProposed), [Handler], "拟定答复", Rules.Reply, condition: Conditions.OutcomeIsAReply, isInternal: true),
        .. Staying([Open, AwaitsReasons], typeof(ReplyReturned), [Head], "退回拟定的答复", Rules.Reply, condition: Conditions.ReplyIsProposed, isInternal: true),
        new(typeof(Replied), Open, RequestState.Replied, [Head], "作出答复", Rules.Reply, Conditions.AnotherPersonReplies, ClockEffect.Stop),
        new(typeof(Replied), AwaitsReasons, RequestState.Replied, [Head], "作出答复", Rules.Reply, Conditions.AnotherPersonReplies, ClockEffect.Stop),
        new(typeof(Served), RequestState.Replied, Closed, [Handler, Portal], "送达答复", Rules.Service, Letter: 25),

        new(typeof(Withdrawn), Unconfirmed, Closed, [Requester, Handler], "撤回申请", Rules.Register, Effect: ClockEffect.Stop),
        .. s_running.Select(from => new Transition(typeof(Withdrawn), from, Closed, [Requester, Handler], "撤回申请", Rules.Register, Effect: ClockEffect.Stop)),

        .. Staying([Unconfirmed, .. s_received], typeof(ComplaintFiled), [Requester, Supervisor], "投诉", Rules.Complaint, condition: Conditions.LateOrAnswered),
        .. Staying([Unconfirmed, .. s_received], typeof(ComplaintDecided), [Supervisor], "投诉处理决定", Rules.Complaint, condition: Conditions.ComplaintIsOpen),
        .. Staying([Unconfirmed, .. s_received], typeof(Remedied), [Head], "整改办结", Rules.Complaint, condition: Conditions.OrderIsOpen),
        .. Staying([Unconfirmed, .. s_running, RequestState.Replied], typeof(Assigned), [Handler, Head], "指定经办人", Rules.Register, isInternal: true),
        .. Staying([Unconfirmed, .. s_received], typeof(Noted), [Handler, Head, Supervisor], "备注", Rules.Register, isInternal: true),
        .. Staying([Unconfirmed, .. s_received], typeof(RecordCorrected), [Head], "更正登记", Rules.Order, condition: Conditions.CorrectsAnEntry),
        .. Staying([Unconfirmed, .. s_received], typeof(Voided), [Portal], "登记作废", Rules.Order),
    ];

    private static IEnumerable<Transition> Staying(
        IEnumerable<RequestState> states, Type happened, IReadOnlyList<EventSource> by, string name, string rule,
        ClockEffect effect = ClockEffect.None, Condition? condition = null, int? letter = null, bool isInternal = false) =>
        states.Select(state => new Transition(happened, state, state, by, name, rule, condition, effect, letter) { IsInternal = isInternal });
}

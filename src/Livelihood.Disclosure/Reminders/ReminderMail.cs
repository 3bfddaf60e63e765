using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Mail;

namespace Livelihood.Disclosure.Reminders;

/// <summary>The mail of a reminder: number, last day, state and what can be done; nothing of who asks or for what.</summary>
internal static class ReminderMail
{
    public static OutgoingMail Of(string to, DisclosureRequest request, OpenLimit limit, int left, bool isOver)
    {
        var when = left < 0 ? $"已超过{-left}个工作日" : isOver ? "已经届满" : left == 0 ? "今天届满" : $"还有{left}个工作日";
        return new(
            to,
            $"依申请公开 {request.Number}：{Of(limit)}{when}",
            $"""
            申请 {request.Number}
            办理情况：{Workflow.NameOf(request.State)}
            {LastDayOf(limit.Kind)}：{Wording.Day(limit.DueOn)}{(limit.Kind == LimitKind.Reply && request.IsProvisional ? "（暂定）" : "")}，{when}
            {LimitKinds.Advice(limit.Kind, isOver)}

            请登录工作台，在“依申请公开”里办理。
            """);
    }

    private static string Of(OpenLimit limit) => limit.Kind switch
    {
        LimitKind.Reply => "答复期限",
        LimitKind.Confirmation => "等待确认收到",
        LimitKind.CorrectionNotice => "告知补正的期限",
        LimitKind.Correction => "申请人补正的期限",
        LimitKind.Reasons => "申请人说明理由的期限",
        LimitKind.Consultation => $"第{limit.Reference}封征求第三方意见的期限",
        LimitKind.JointConsultation => $"第{limit.Reference}封征求机关意见的期限",
        LimitKind.Payment => "申请人缴费的期限",
        LimitKind.Remedy => $"第{limit.Reference}件投诉责令改正的期限",
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "A limit without a name."),
    };

    private static string LastDayOf(LimitKind kind) => kind switch
    {
        LimitKind.Reply => "最迟答复日期",
        LimitKind.Confirmation => "应当确认的日期",
        _ => "最后一天",
    };
}

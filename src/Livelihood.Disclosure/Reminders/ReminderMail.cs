using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Mail;

namespace Livelihood.Disclosure.Reminders;

/// <summary>The mail of a reminder: number, deadline and state, nothing of who asks or for what.</summary>
internal static class ReminderMail
{
    public static OutgoingMail Of(string to, DisclosureRequest request, DateOnly due, int left)
    {
        var what = request.State == RequestState.Unconfirmed ? "等待确认收到" : "答复期限";
        var when = left < 0 ? $"已超过{-left}个工作日" : left == 0 ? "今天届满" : $"还有{left}个工作日";
        return new(
            to,
            $"依申请公开 {request.Number}：{what}{when}",
            $"""
            申请 {request.Number}
            办理情况：{Workflow.NameOf(request.State)}
            {(request.State == RequestState.Unconfirmed ? "应当确认的日期" : "最迟答复日期")}：{Wording.Day(due)}{(request.IsProvisional ? "（暂定）" : "")}，{when}

            请登录工作台，在“依申请公开”里办理。
            """);
    }
}

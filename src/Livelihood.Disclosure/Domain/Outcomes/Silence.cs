using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Outcomes;

/// <summary>
/// What a requester can do where the office did nothing in time: complain; and once the limit to reply has passed, have it
/// reconsidered within 60 days or sue within 6 months of that day (行政复议法第二十条、行政复议法实施条例第十六条；行政诉讼法第四十七条、
/// 法释〔2018〕1号第六十六条). Days and months are natural ones and end on a working day (R-C6).
/// </summary>
public static class Silence
{
    private const string Complaint = "可以向政府信息公开工作主管部门投诉（《条例》第四十七条）。法律没有规定最后一天，投诉不影响其他办法的期限。";

    /// <summary>The ways with their last days; none while the office is in time, or has answered.</summary>
    /// <param name="history">The request.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <param name="calendar">The calendar in force.</param>
    public static IReadOnlyList<RemedyLimit> Of(RequestHistory history, DateOnly today, WorkingDayCalendar calendar)
    {
        if (history.State == RequestState.Unconfirmed)
        {
            var last = Receipt.ConfirmationDue(history.Latest<Submitted>()!.On, calendar);
            return today > last ? [new("complaint", "投诉", null, $"机关应当在{Wording.Day(last)}确认收到申请，现在还没有确认。{Complaint}")] : [];
        }

        if (!Workflow.IsRunning(history.State!.Value) || !history.IsLate(today, calendar))
        {
            return [];
        }

        var due = history.ReplyDeadline(calendar)!.Due;
        var from = $"自答复期限届满之日（{Wording.Day(due)}）起";
        var suit = Remedies.Litigation(due, from, calendar);
        return
        [
            new("complaint", "投诉", null, Complaint),
            Remedies.Reconsideration(due, from, calendar),
            suit with { Text = suit.Text + "法律规定应当先申请行政复议的（行政复议法第二十三条），先申请复议，对复议决定不服的再起诉。" },
        ];
    }
}

using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Outcomes;

/// <summary>
/// What a requester can do where the office did nothing in time: complain; and once the limit to reply has passed, have it
/// reconsidered within 60 days or sue within 6 months of that day (行政复议法第二十条、行政复议法实施条例第十六条；行政诉讼法第四十七条、
/// 法释〔2018〕1号第六十六条). Days and months are natural ones and end on a working day (R-C6). What one may do is worded by
/// administrators, see <see cref="SilenceTexts"/>.
/// </summary>
public static class Silence
{
    /// <summary>The key of a complaint.</summary>
    public const string Complaint = "complaint";

    /// <summary>The ways with their last days and how these are found; none while the office is in time, or has answered.</summary>
    /// <param name="history">The request.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <param name="calendar">The calendar in force.</param>
    public static IReadOnlyList<RemedyLimit> Of(RequestHistory history, DateOnly today, WorkingDayCalendar calendar)
    {
        if (history.State == RequestState.Unconfirmed)
        {
            var last = Receipt.ConfirmationDue(history.Latest<Submitted>()!.On, calendar);
            return today > last ? [new(Complaint, "投诉", null, $"机关应当在{Wording.Day(last)}确认收到申请，现在还没有确认。")] : [];
        }

        if (!Workflow.IsRunning(history.State!.Value) || !history.IsLate(today, calendar))
        {
            return [];
        }

        var due = history.ReplyDeadline(calendar)!.Due;
        var from = $"自答复期限届满之日（{Wording.Day(due)}）起";
        return [new(Complaint, "投诉", null, ""), Remedies.Reconsideration(due, from, calendar), Remedies.Litigation(due, from, calendar)];
    }
}

/// <summary>What is said of each way against silence, as administrators word it.</summary>
/// <param name="ByKey">The texts by the keys of the ways.</param>
public sealed record SilenceTexts(IReadOnlyDictionary<string, string> ByKey)
{
    /// <summary>The ways with their texts: first how the last day is found, then what one may do.</summary>
    public IReadOnlyList<RemedyLimit> On(IReadOnlyList<RemedyLimit> ways) => [.. ways.Select(way => way with { Text = way.Text + ByKey[way.Key] })];
}

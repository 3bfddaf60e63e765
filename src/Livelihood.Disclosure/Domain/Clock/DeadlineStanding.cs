using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>Whether the days of a reply deadline are counted.</summary>
public enum DeadlinePhase
{
    /// <summary>A reply is due: days are left, or have passed.</summary>
    Counting,

    /// <summary>The requester has to correct or to pay; then the clock starts anew.</summary>
    Waiting,

    /// <summary>The request has ended.</summary>
    Ended,
}

/// <summary>What is to be said of a reply deadline on a day (R-33a, R-SERVE): to requester and office alike.</summary>
/// <param name="Phase">Whether its days are counted.</param>
/// <param name="DaysLeft">Working days left, negative past the last day; 0 where none are counted.</param>
/// <param name="Note">A Chinese sentence.</param>
public sealed record DeadlineStanding(DeadlinePhase Phase, int DaysLeft, string Note)
{
    /// <summary>Of a deadline that runs.</summary>
    public static DeadlineStanding Counting(DateOnly due, DateOnly today, WorkingDayCalendar calendar)
    {
        var left = DaysUntil.Of(due, today, calendar);

        // On the days off behind the last day no working day has passed yet, and still it is past.
        return new(DeadlinePhase.Counting, left, left < 0 ? $"已超过{-left}个工作日" : today > due ? "已经届满" : left == 0 ? "今天届满" : $"还有{left}个工作日");
    }

    /// <summary>Of a request as it stands.</summary>
    /// <param name="history">The request.</param>
    /// <param name="due">Its deadline, as it was kept.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <param name="calendar">The calendar in force.</param>
    public static DeadlineStanding Of(RequestHistory history, DateOnly due, DateOnly today, WorkingDayCalendar calendar) => history.State switch
    {
        RequestState.AwaitsCorrection => Waiting("正在等待补正，现在不计算天数。收到补正的那一天是新的第0日，从下一个工作日起重新计算20个工作日。"),
        RequestState.AwaitsPayment => Waiting("正在等待缴费，现在不计算天数。缴费的那一天是新的第0日，从下一个工作日起重新计算20个工作日。"),
        RequestState.Replied when Counting(due, today, calendar) is var running => running with { Note = $"答复已经作出，还没有送达；{running.Note}" },
        RequestState.Closed when history.ServedOn is { } served => new(
            DeadlinePhase.Ended, 0, $"已于{Wording.Day(served)}答复（期限{Wording.Day(due)}{(served > due ? $"，{Past(due, served, calendar)}" : "")}）"),
        RequestState.Closed => new(DeadlinePhase.Ended, 0, $"已于{Wording.Day(history.EndedOn!.Value)}办结，答复期限不再计算"),
        _ => Counting(due, today, calendar),
    };

    private static string Past(DateOnly due, DateOnly served, WorkingDayCalendar calendar) =>
        calendar.CountWorkingDays(due, served) is > 0 and var days ? $"超过{days}个工作日" : "已经超过";

    private static DeadlineStanding Waiting(string note) => new(DeadlinePhase.Waiting, 0, note);
}

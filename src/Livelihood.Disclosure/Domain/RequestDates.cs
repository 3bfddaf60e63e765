using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain;

/// <summary>A day that a requester should know.</summary>
/// <param name="Key">The same as long as it is the same thing, whatever the day.</param>
/// <param name="Day">The day.</param>
/// <param name="Name">What ends then.</param>
/// <param name="IsProvisional">It can still move with a calendar that is not announced (R-C4).</param>
public sealed record RequestDate(string Key, DateOnly Day, string Name, bool IsProvisional);

/// <summary>The days of a request, for a list and for a calendar.</summary>
public static class RequestDates
{
    /// <summary>All, the earliest first.</summary>
    /// <param name="history">The request.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="remedy">See <see cref="Remedies.Of"/>.</param>
    public static IReadOnlyList<RequestDate> Of(RequestHistory history, DateOnly today, WorkingDayCalendar calendar, Remedy? remedy = null)
    {
        var own = history.State switch
        {
            RequestState.AwaitsCorrection => Date("correction", LastDay(history.Latest<CorrectionAsked>()?.Until), "提交补正的最后一天"),
            RequestState.AwaitsReasons => Date("reasons", LastDay(history.Latest<ReasonsAsked>()?.Until), "说明理由的最后一天"),
            RequestState.AwaitsPayment => Date("payment", history.Latest<FeeNoticed>() is { } noticed ? Limits.Payment(noticed, calendar).Due : null, "缴纳信息处理费的最后一天"),
            _ => null,
        };
        var reply = history.State is { } state && Workflow.DueStates.Contains(state) && history.ReplyDeadline(calendar) is { } deadline
            ? new RequestDate("reply", deadline.Due, "机关最迟答复的日期", deadline.IsProvisional)
            : null;
        return
        [
            .. new[] { own, reply }
                .Concat(history.Orders.Where(order => order.Fulfilled is null).Select(order => Date($"order-{order.Order.Id}", LastDay(order.Order.RemedyBy), "责令机关改正的最后一天")))
                .Concat(Silence.Of(history, today, calendar).Concat(Remedies.Of(history, calendar, remedy)).Select(limit => Date(limit.Key, limit.Last, $"{limit.Name}的最后一天")))
                .OfType<RequestDate>().OrderBy(date => date.Day),
        ];

        DateOnly? LastDay(DateOnly? set) => set is { } day ? Limits.LastDay(day, calendar) : null;

        RequestDate? Date(string key, DateOnly? day, string name) => day is { } known ? new(key, known, name, calendar.IsProvisional(known)) : null;
    }
}

using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>
/// The reply deadline as a pure function of the request's events and the calendar (R-C5). Never subtract days from a
/// stored date: replay the events.
/// </summary>
/// <remarks>
/// Two operations only. A restart (R-30, R-FEE) makes its day the new day 0 and drops an extension granted before it; a
/// suspension leaves days out wherever the clock stands, so one that is open goes on over a restart (R-RE).
/// "Once" of an extension is once for each run of the clock, as an extension before a restart has lapsed with it.
/// A consultation without an answer is counted to the last of its 15 working days.
/// </remarks>
public static class ReplyClock
{
    /// <summary>Working days to reply (R-33a, 第三十三条第二款).</summary>
    public const int ReplyLimit = 20;

    /// <summary>Working days an extension may have at most (第三十三条第二款).</summary>
    public const int ExtensionLimit = 20;

    /// <summary>Working days to ask for a correction (第三十条).</summary>
    public const int CorrectionLimit = 7;

    /// <summary>Working days a consulted party has to answer (第三十二条, 第三十四条).</summary>
    public const int ConsultationLimit = 15;

    /// <summary>Working days to pay the fee, from the day after the notice is received (国办函〔2020〕109号).</summary>
    public const int PaymentLimit = 20;

    /// <summary>Computes the reply deadline and checks every event.</summary>
    /// <param name="received">The day of receipt by 第三十一条: day 0.</param>
    /// <param name="events">In any order; events of one day in the order in which they happened.</param>
    /// <param name="calendar">The calendar to count on.</param>
    /// <exception cref="DisclosureRuleException">An event is against a rule, or a date lies outside of the calendar (R-C2).</exception>
    public static Deadline Read(DateOnly received, IEnumerable<ClockEvent> events, WorkingDayCalendar calendar) =>
        Run(received, events, calendar, isRecorded: _ => false);

    /// <summary>
    /// Computes the reply deadline of a request in the register. Events that stand there were checked when they were
    /// recorded; only a new one is checked for its time limits, so that a calendar change cannot undo what was done (R-C3).
    /// </summary>
    /// <param name="received">The day of receipt by 第三十一条: day 0.</param>
    /// <param name="recorded">The events of the register.</param>
    /// <param name="next">An event about to be recorded, or null.</param>
    /// <param name="calendar">The calendar to count on.</param>
    /// <exception cref="DisclosureRuleException">The new event is against a rule, or a date lies outside of the calendar (R-C2).</exception>
    public static Deadline Replay(DateOnly received, IEnumerable<ClockEvent> recorded, ClockEvent? next, WorkingDayCalendar calendar) =>
        Run(received, next is null ? recorded : recorded.Append(next), calendar, isRecorded: happened => !ReferenceEquals(happened, next));

    private static Deadline Run(DateOnly received, IEnumerable<ClockEvent> events, WorkingDayCalendar calendar, Func<ClockEvent, bool> isRecorded)
    {
        try
        {
            var run = new ClockRun(received, calendar);
            foreach (var happened in InOrder(events))
            {
                run.IsRecorded = isRecorded(happened);
                run.Apply(happened);
            }

            return run.Deadline();
        }
        catch (OutsideCalendarException outside)
        {
            throw new DisclosureRuleException(Rules.WorkingDays, outside.Message);
        }
    }

    /// <summary>Refuses events that tell of days which have not come yet, a day of delivery too (R-ORD).</summary>
    /// <param name="received">The day of receipt.</param>
    /// <param name="events">The events.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <exception cref="DisclosureRuleException">One lies in the future.</exception>
    public static void RefuseFuture(DateOnly received, IEnumerable<RequestEvent> events, DateOnly today)
    {
        var latest = events.SelectMany(EventDays.Past).Append(received).Max();
        if (latest > today)
        {
            throw new DisclosureRuleException(Rules.Order, $"{Wording.Day(latest)}还没有到（今天是{Wording.Day(today)}），不能登记将来的事项。");
        }
    }

    private static IReadOnlyList<ClockEvent> InOrder(IEnumerable<ClockEvent> events)
    {
        var list = events as IReadOnlyList<ClockEvent> ?? [.. events];
        for (var i = 1; i < list.Count; i++)
        {
            if (list[i].On < list[i - 1].On)
            {
                return [.. list.OrderBy(happened => happened.On)]; // a stable sort: one day's events keep their order
            }
        }

        return list;
    }
}

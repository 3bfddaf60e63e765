using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain;

/// <summary>What is asked of an entry before it stands in the register: the table, its condition, the order of days and the clock.</summary>
internal static class EntryCheck
{
    /// <summary>Refuses an event that cannot follow.</summary>
    /// <param name="before">The request before it.</param>
    /// <param name="next">The event.</param>
    /// <param name="today">The day of recording.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <exception cref="DisclosureRuleException">A rule forbids it.</exception>
    public static void Check(RequestHistory before, RequestEvent next, DateOnly today, WorkingDayCalendar calendar)
    {
        var line = Workflow.Next(before.State, next);
        ReplyClock.RefuseFuture(next.On, [next], today);
        if (line.Condition?.Refusal(new(before, next, calendar, today)) is { } refusal)
        {
            throw refusal;
        }

        if (next is Submitted && next.On < calendar.First)
        {
            throw new DisclosureRuleException(Rules.WorkingDays, $"{Wording.Day(next.On)}早于工作日历的第一天（{Wording.Day(calendar.First)}），请核对日期。");
        }

        RefuseBeforeArrival(before, next);
        if (EventDays.AnsweredBy(before, next) is { } answered && next.On < answered.On)
        {
            throw new DisclosureRuleException(Rules.Order, $"“{Workflow.NameOf(next)}”的日期早于“{Workflow.NameOf(answered)}”的日期（{Wording.Day(answered.On)}），请核对。");
        }

        if (next is ClockEvent clocked && before.ReceivedOn is { } received)
        {
            ReplyClock.Replay(received, before.Effective.OfType<ClockEvent>(), clocked, calendar);
        }
    }

    /// <summary>
    /// Judges every entry again as a correction of the record leaves it, each by what stood before it: a correction is no way
    /// around a rule. An entry against which the same stood before the correction is left alone: it was in time by the calendar of
    /// its day (R-C3), or was recorded under an earlier version of the rules. A complaint stays, however early it came.
    /// </summary>
    /// <param name="before">The request before the correction.</param>
    /// <param name="correction">The correction.</param>
    /// <param name="today">The day of recording.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <exception cref="DisclosureRuleException">An entry cannot stand as it would be; the message names it.</exception>
    public static void CheckCorrected(RequestHistory before, RecordCorrected correction, DateOnly today, WorkingDayCalendar calendar)
    {
        var (was, becomes) = (before.Effective, new RequestHistory([.. before.Events, correction]).Effective);
        for (var i = 0; i < was.Count; i++)
        {
            var isCorrected = i == correction.Sequence - 1;
            if (becomes[i] is RecordCorrected or CalendarChanged or Voided || (becomes[i] is ComplaintFiled && !isCorrected)
                || Refusal(becomes, i, isCorrected ? today : becomes[i].On, calendar) is not { } refusal
                || (Refusal(was, i, was[i].On, calendar)?.Rule == refusal.Rule && becomes[i].On <= was[i].On))
            {
                continue;
            }

            throw isCorrected ? refusal : new DisclosureRuleException(refusal.Rule, $"这样更正以后，第{i + 1}条“{Workflow.NameOf(becomes[i])}”不能成立：{refusal.Message}");
        }
    }

    private static DisclosureRuleException? Refusal(IReadOnlyList<RequestEvent> entries, int index, DateOnly today, WorkingDayCalendar calendar)
    {
        try
        {
            var latest = EventDays.Past(entries[index]).Max();
            Check(RequestHistory.OfEffective([.. entries.Take(index)]), entries[index], latest > today ? latest : today, calendar);
            return null;
        }
        catch (DisclosureRuleException refusal)
        {
            return refusal;
        }
    }

    /// <summary>Nothing happens to a request before it is there, nor to a received one before its receipt (R-ORD).</summary>
    private static void RefuseBeforeArrival(RequestHistory before, RequestEvent next)
    {
        var first = next is Confirmed ? before.Latest<Submitted>()?.On : before.ReceivedOn ?? before.Latest<Submitted>()?.On;
        if (next.On < first)
        {
            throw new DisclosureRuleException(Rules.Order, $"{Wording.Day(next.On)}的事项早于收到申请之日（{Wording.Day(first.Value)}），请核对日期。");
        }
    }
}

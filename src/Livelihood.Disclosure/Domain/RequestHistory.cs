using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain;

/// <summary>A request as the list of its events; everything else about it is computed here.</summary>
public sealed class RequestHistory(IReadOnlyList<RequestEvent> events)
{
    /// <summary>The events in the order of recording.</summary>
    public IReadOnlyList<RequestEvent> Events { get; } = events;

    /// <summary>Where the request stands.</summary>
    /// <exception cref="DisclosureRuleException">The events cannot follow one another (R-ORD).</exception>
    public RequestState? State => Workflow.StateAfter(Events);

    /// <summary>The day of receipt by 第三十一条, or null before it.</summary>
    public DateOnly? ReceivedOn => Events.OfType<Submitted>().FirstOrDefault() is { } submitted
        ? Receipt.On(submitted.Channel, submitted.On, Events.OfType<Confirmed>().FirstOrDefault()?.On)
        : null;

    /// <summary>The reply deadline, or null before receipt.</summary>
    /// <exception cref="DisclosureRuleException">A date lies outside of the calendar (R-C2).</exception>
    public Deadline? ReplyDeadline(WorkingDayCalendar calendar) => ReceivedOn is { } received
        ? ReplyClock.Replay(received, Events.OfType<ClockEvent>(), next: null, calendar)
        : null;

    /// <summary>The history with one more event, after all checks.</summary>
    /// <param name="next">The event.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <exception cref="DisclosureRuleException">A rule forbids it.</exception>
    public RequestHistory With(RequestEvent next, DateOnly today, WorkingDayCalendar calendar)
    {
        Workflow.Next(State, next);
        ReplyClock.RefuseFuture(next.On, [next], today);
        if (next is ClockEvent clocked && ReceivedOn is { } received)
        {
            ReplyClock.Replay(received, Events.OfType<ClockEvent>(), clocked, calendar);
        }

        var history = new RequestHistory([.. Events, next]);
        _ = history.ReceivedOn; // refuses a confirmation before submission
        return history;
    }
}

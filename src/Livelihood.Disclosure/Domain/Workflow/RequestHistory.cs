using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain;

/// <summary>A request as the list of its events; everything else about it is computed here.</summary>
public sealed class RequestHistory(IReadOnlyList<RequestEvent> events)
{
    private IReadOnlyList<RequestEvent>? _effective;

    /// <summary>The events in the order of recording.</summary>
    public IReadOnlyList<RequestEvent> Events { get; } = events;

    /// <summary>What happened, as the corrections of the record left it: each corrected entry says what it should have said (R-ORD).</summary>
    public IReadOnlyList<RequestEvent> Effective => _effective ??= Correct();

    /// <summary>Where the request stands.</summary>
    /// <exception cref="DisclosureRuleException">The events cannot follow one another (R-ORD).</exception>
    public RequestState? State => Workflow.StateAfter(Effective);

    /// <summary>What kind of case it is.</summary>
    public RequestMatter Matter => Latest<Submitted>()?.Matter ?? RequestMatter.Information;

    /// <summary>The day of receipt by 第三十一条, or null before it.</summary>
    public DateOnly? ReceivedOn => Effective.OfType<Submitted>().FirstOrDefault() is { } submitted
        ? Receipt.On(submitted.Channel, submitted.On, Effective.OfType<Confirmed>().FirstOrDefault()?.On)
        : null;

    /// <summary>How it ended, apart from where it stands: the row of the annual report; null while it has not.</summary>
    public Outcome? Outcome => Effective.Select(happened => happened switch
    {
        Replied reply => OutcomeTable.Find(reply.Outcome),
        CorrectionLapsed => OutcomeTable.Find(OutcomeTable.NotCorrected),
        FeeLapsed => OutcomeTable.Find(OutcomeTable.NotPaid),
        Withdrawn => OutcomeTable.Find(OutcomeTable.Other),
        _ => null,
    }).LastOrDefault(outcome => outcome is not null);

    /// <summary>The reply that waits for the head's decision, or null.</summary>
    public ReplyProposed? OpenProposal => Effective.LastOrDefault(happened => happened is ReplyProposed or ReplyReturned or Replied) as ReplyProposed;

    /// <summary>The extension that waits for the head's decision, or null.</summary>
    public ExtensionProposed? OpenExtension => Effective.LastOrDefault(happened => happened is ExtensionProposed or ExtensionReturned or Extended) as ExtensionProposed;

    /// <summary>Consultations without an answer whose end is not recorded either.</summary>
    public IEnumerable<ConsultationSent> OpenConsultations => Effective.OfType<ConsultationSent>().Where(sent =>
        !Effective.Any(later => (later is ConsultationAnswered answer && answer.Id == sent.Id) || (later is ConsultationEnded ended && ended.Id == sent.Id)));

    /// <summary>Complaints without a decision.</summary>
    public IEnumerable<ComplaintFiled> OpenComplaints => Effective.OfType<ComplaintFiled>().Where(filed =>
        Effective.OfType<ComplaintDecided>().All(decided => decided.Id != filed.Id));

    /// <summary>Orders to remedy that are not fulfilled .</summary>
    public IEnumerable<ComplaintDecided> OpenOrders => Orders.Where(order => order.Fulfilled is null).Select(order => order.Order);

    /// <summary>The orders to remedy, each with how it was fulfilled, or null.</summary>
    public IEnumerable<(ComplaintDecided Order, Remedied? Fulfilled)> Orders => Effective.OfType<ComplaintDecided>().Where(decided => decided.OrdersRemedy)
        .Select(order => (order, Effective.OfType<Remedied>().FirstOrDefault(remedied => remedied.Id == order.Id)));

    /// <summary>Whether something waits for the head that the head can decide as the request stands: a reply or an extension.</summary>
    public bool AwaitsDecision => State is { } state
        && ((OpenProposal is not null && Workflow.CanFollow(state, typeof(Replied))) || (OpenExtension is not null && Workflow.CanFollow(state, typeof(Extended))));

    /// <summary>The account of the person responsible, or null.</summary>
    public string? AssignedTo => Latest<Assigned>()?.To;

    /// <summary>The day on which it ended, or null: served, withdrawn or lapsed.</summary>
    public DateOnly? EndedOn => State == RequestState.Closed
        ? Effective[LastEnding].On
        : null;

    /// <summary>
    /// The last day of what others have to do (to correct, to pay, to give reasons or an opinion), or null where nobody
    /// else has to do anything.
    /// </summary>
    /// <exception cref="DisclosureRuleException">A date lies outside of the calendar (R-C2).</exception>
    public DateOnly? WaitsUntil(WorkingDayCalendar calendar) => OpenLimits.Of(this, calendar)
        .Where(limit => LimitKinds.IsOthers(limit.Kind)).Max(limit => (DateOnly?)limit.DueOn);

    /// <summary>The day by which the reply counts as made: when it was served (R-SERVE), or null.</summary>
    public DateOnly? ServedOn => Latest<Served>()?.On;

    /// <summary>Working days after receipt, up to the day on which it ended; null while it has not, or where it ended before receipt.</summary>
    public int? WorkingDaysTaken(WorkingDayCalendar calendar) => ReceivedOn is { } received && EndedOn is { } ended
        ? calendar.CountWorkingDays(received, ended)
        : null;

    /// <summary>The last event of a kind, or null.</summary>
    public T? Latest<T>()
        where T : RequestEvent => Effective.OfType<T>().LastOrDefault();

    /// <summary>The reply deadline, or null before receipt.</summary>
    /// <exception cref="DisclosureRuleException">A date lies outside of the calendar (R-C2).</exception>
    public Deadline? ReplyDeadline(WorkingDayCalendar calendar) => ReceivedOn is { } received
        ? ReplyClock.Replay(received, Effective.OfType<ClockEvent>(), next: null, calendar)
        : null;

    /// <summary>
    /// Whether the reply is or was late on a day, apart from state and outcome: by the day of service (R-SERVE), or by the
    /// day on which it ended otherwise; never while the requester had to correct or to pay, as the clock starts anew then.
    /// </summary>
    public bool IsLate(DateOnly today, WorkingDayCalendar calendar)
    {
        var (state, day) = State == RequestState.Closed ? (Workflow.StateAfter(Effective.Take(LastEnding)), Effective[LastEnding].On) : (State, today);
        return state is { } due && Workflow.DueStates.Contains(due) && ReplyDeadline(calendar) is { } deadline && day > deadline.Due;
    }

    /// <summary>The history with one more event, after all checks.</summary>
    /// <param name="next">The event.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <exception cref="DisclosureRuleException">A rule forbids it.</exception>
    public RequestHistory With(RequestEvent next, DateOnly today, WorkingDayCalendar calendar)
    {
        EntryCheck.Check(this, next, today, calendar);
        if (next is RecordCorrected correction)
        {
            EntryCheck.CheckCorrected(this, correction, today, calendar);
        }

        var history = new RequestHistory([.. Events, next]);
        _ = history.State;
        _ = history.ReplyDeadline(calendar); // refuses a confirmation before submission
        _ = OpenLimits.Of(history, calendar); // refuses a time that ends outside of the calendar
        return history;
    }

    /// <summary>A history of entries as corrections left them already.</summary>
    internal static RequestHistory OfEffective(IReadOnlyList<RequestEvent> entries) => new(entries) { _effective = entries };

    private int LastEnding => Effective.ToList().FindLastIndex(happened => happened is Served or CorrectionLapsed or FeeLapsed or Withdrawn);

    private List<RequestEvent> Correct()
    {
        var effective = Events.ToList();
        foreach (var correction in Events.OfType<RecordCorrected>().Where(c => c.Sequence >= 1 && c.Sequence <= Events.Count))
        {
            effective[correction.Sequence - 1] = correction.Right;
        }

        return effective;
    }
}

namespace Livelihood.Disclosure.Domain;

/// <summary>Where a request stands; apart from outcome and from lateness.</summary>
public enum RequestState
{
    /// <summary>Filed; the office has not confirmed it yet, so no limit runs (R-31c).</summary>
    Unconfirmed,

    /// <summary>Received in the sense of 第三十一条; the reply clock runs.</summary>
    Open,
}

/// <summary>Who may bring an event about.</summary>
public enum EventSource
{
    /// <summary>The requester.</summary>
    Requester,

    /// <summary>A handler of the request's agency.</summary>
    Handler,

    /// <summary>The portal itself.</summary>
    Portal,
}

/// <summary>One line of the workflow table.</summary>
/// <param name="Event">The event's type.</param>
/// <param name="From">The state before; null: there is no request yet.</param>
/// <param name="To">The state after.</param>
/// <param name="By">Who may bring it about.</param>
/// <param name="Name">What the history calls it.</param>
/// <param name="Rule">The rule behind it.</param>
public sealed record Transition(Type Event, RequestState? From, RequestState To, EventSource By, string Name, string Rule);

/// <summary>
/// The workflow as a table: what can follow what. State is computed by walking a request's events along it; the clock
/// looks after the finer order of its own events (R-ORD).
/// </summary>
public static class Workflow
{
    /// <summary>The table.</summary>
    public static readonly IReadOnlyList<Transition> Table =
    [
        new(typeof(Submitted), null, RequestState.Unconfirmed, EventSource.Requester, "提交申请", Rules.Contents),
        new(typeof(Confirmed), RequestState.Unconfirmed, RequestState.Open, EventSource.Handler, "确认收到申请", Rules.ReceivedOnline),
        new(typeof(CalendarChanged), RequestState.Open, RequestState.Open, EventSource.Portal, "工作日历变更，重新计算期限", Rules.CalendarChange),
        new(typeof(CorrectionAsked), RequestState.Open, RequestState.Open, EventSource.Handler, "告知补正", Rules.Correction),
        new(typeof(CorrectionArrived), RequestState.Open, RequestState.Open, EventSource.Requester, "收到补正的申请", Rules.Correction),
        new(typeof(Extended), RequestState.Open, RequestState.Open, EventSource.Handler, "延长答复期限", Rules.Extension),
        new(typeof(ConsultationSent), RequestState.Open, RequestState.Open, EventSource.Handler, "征求意见", Rules.Suspension),
        new(typeof(ConsultationAnswered), RequestState.Open, RequestState.Open, EventSource.Handler, "收到意见", Rules.Suspension),
        new(typeof(FeeNoticed), RequestState.Open, RequestState.Open, EventSource.Handler, "通知缴纳信息处理费", Rules.Fee),
        new(typeof(FeePaid), RequestState.Open, RequestState.Open, EventSource.Requester, "缴纳信息处理费", Rules.Fee),
    ];

    /// <summary>The state after the events; null where there are none.</summary>
    /// <exception cref="DisclosureRuleException">An event cannot follow what stands before it (R-ORD).</exception>
    public static RequestState? StateAfter(IEnumerable<RequestEvent> events) =>
        events.Aggregate((RequestState?)null, (state, next) => Next(state, next).To);

    /// <summary>The line of the table by which an event can follow a state.</summary>
    /// <exception cref="DisclosureRuleException">There is none (R-ORD).</exception>
    public static Transition Next(RequestState? state, RequestEvent next) =>
        Table.FirstOrDefault(line => line.Event == next.GetType() && line.From == state)
        ?? throw new DisclosureRuleException(Rules.Order, $"申请{NameOf(state)}，不能登记“{NameOf(next)}”。");

    /// <summary>What the history calls an event.</summary>
    public static string NameOf(RequestEvent happened) => Table.First(line => line.Event == happened.GetType()).Name;

    /// <summary>What people call a state.</summary>
    public static string NameOf(RequestState? state) => state switch
    {
        null => "尚未提交",
        RequestState.Unconfirmed => "待机关确认",
        RequestState.Open => "办理中",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a name."),
    };
}

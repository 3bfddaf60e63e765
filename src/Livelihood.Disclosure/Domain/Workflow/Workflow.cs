namespace Livelihood.Disclosure.Domain;

/// <summary>Where a request stands; apart from outcome and from lateness.</summary>
public enum RequestState
{
    /// <summary>Filed; the office has not confirmed it yet, so no limit runs (R-31b, R-31c).</summary>
    Unconfirmed,

    /// <summary>Received in the sense of 第三十一条; the reply clock runs.</summary>
    Open,

    /// <summary>The requester was asked for a correction .</summary>
    AwaitsCorrection,

    /// <summary>The requester was asked for reasons .</summary>
    AwaitsReasons,

    /// <summary>The requester was asked to pay (R-FEE).</summary>
    AwaitsPayment,

    /// <summary>The reply is made, and not served yet.</summary>
    Replied,

    /// <summary>Served, withdrawn or lapsed.</summary>
    Closed,
}

/// <summary>Who may bring an event about.</summary>
public enum EventSource
{
    /// <summary>The requester.</summary>
    Requester,

    /// <summary>A handler of the request's agency.</summary>
    Handler,

    /// <summary>The head of the agency's disclosure office.</summary>
    Head,

    /// <summary>The supervising department.</summary>
    Supervisor,

    /// <summary>The portal itself.</summary>
    Portal,
}

/// <summary>What people call those who bring events about.</summary>
public static class EventSources
{
    /// <summary>The Chinese name.</summary>
    public static string NameOf(EventSource source) => source switch
    {
        EventSource.Requester => "申请人",
        EventSource.Handler => "经办人",
        EventSource.Head => "公开工作机构负责人",
        EventSource.Supervisor => "主管部门",
        EventSource.Portal => "系统",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "A source without a name."),
    };
}

/// <summary>What an event does to the reply clock.</summary>
public enum ClockEffect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It starts: day 0.</summary>
    Start,

    /// <summary>It starts anew: a new day 0 (R-30, R-FEE).</summary>
    Restart,

    /// <summary>Days are left out from now on (R-S).</summary>
    Suspend,

    /// <summary>Days count again (R-S).</summary>
    Resume,

    /// <summary>Days are added (R-33b).</summary>
    Extend,

    /// <summary>It is computed anew (R-C3).</summary>
    Recompute,

    /// <summary>It stops for good.</summary>
    Stop,
}

/// <summary>One line of the workflow table.</summary>
/// <param name="Event">The event's type.</param>
/// <param name="From">The state before; null: there is no request yet.</param>
/// <param name="To">The state after.</param>
/// <param name="By">Who may bring it about.</param>
/// <param name="Name">What the history calls it.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Condition">What must hold besides, or null.</param>
/// <param name="Effect">What it does to the reply clock.</param>
/// <param name="Letter">Which of the 25 documents goes with it (reply-documents), or null; a reply's follows from its outcome.</param>
public sealed record Transition(
    Type Event, RequestState? From, RequestState To, IReadOnlyList<EventSource> By, string Name, string Rule,
    Condition? Condition = null, ClockEffect Effect = ClockEffect.None, int? Letter = null)
{
    /// <summary>Whether it is the office's own affair, which the requester is not shown.</summary>
    public bool IsInternal { get; init; }
}

/// <summary>
/// The workflow as a table: what can follow what. State is computed by walking a request's events along it; the clock
/// looks after the finer order of its own events (R-ORD).
/// </summary>
public static class Workflow
{
    /// <summary>The table; checked when it is first used.</summary>
    public static readonly IReadOnlyList<Transition> Table = WorkflowCheck.Checked(WorkflowTable.Lines());

    private static readonly ILookup<(Type Event, RequestState? From), Transition> s_lines = Table.ToLookup(line => (line.Event, line.From));

    /// <summary>The state after the events; null where there are none.</summary>
    /// <exception cref="DisclosureRuleException">An event cannot follow what stands before it (R-ORD).</exception>
    public static RequestState? StateAfter(IEnumerable<RequestEvent> events) =>
        events.Aggregate((RequestState?)null, (state, next) => Next(state, next).To);

    /// <summary>The line of the table by which an event can follow a state.</summary>
    /// <exception cref="DisclosureRuleException">There is none (R-ORD).</exception>
    public static Transition Next(RequestState? state, RequestEvent next) =>
        s_lines[(next.GetType(), state)].FirstOrDefault(line => line.From is not null || line.To == ArrivalOf(next))
        ?? throw new DisclosureRuleException(Rules.Order, $"申请{NameOf(state)}，不能登记“{NameOf(next)}”。");

    /// <summary>What can happen next by this source; conditions that need the event itself are asked when it comes.</summary>
    public static IEnumerable<Transition> From(RequestState? state, EventSource by) =>
        Table.Where(line => line.From == state && line.By.Contains(by));

    /// <summary>Whether an event of this kind can follow a state, its conditions apart.</summary>
    public static bool CanFollow(RequestState? state, Type happened) => s_lines.Contains((happened, state));

    /// <summary>What the history calls an event.</summary>
    public static string NameOf(RequestEvent happened) => Table.First(line => line.Event == happened.GetType()).Name;

    /// <summary>Whether an event is the office's own affair, which the requester is not shown.</summary>
    public static bool IsInternal(RequestEvent happened) => Table.First(line => line.Event == happened.GetType()).IsInternal;

    /// <summary>What people call a state.</summary>
    public static string NameOf(RequestState? state) => state switch
    {
        null => "尚未提交",
        RequestState.Unconfirmed => "待机关确认",
        RequestState.Open => "办理中",
        RequestState.AwaitsCorrection => "等待补正",
        RequestState.AwaitsReasons => "等待说明理由",
        RequestState.AwaitsPayment => "等待缴费",
        RequestState.Replied => "已答复，待送达",
        RequestState.Closed => "已办结",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A state without a name."),
    };

    /// <summary>
    /// The states in which a reply is still due: until it is served (R-SERVE), and not while the requester has to correct or to pay,
    /// as the clock starts anew then (R-30, R-FEE).
    /// </summary>
    public static readonly IReadOnlyList<RequestState> DueStates = [RequestState.Open, RequestState.AwaitsReasons, RequestState.Replied];

    /// <summary>The states in which a changed calendar moves the deadline (R-C3): all from receipt until the reply is served. What has ended keeps the days it was counted by.</summary>
    public static readonly IReadOnlyList<RequestState> RecomputedStates =
        [RequestState.Open, RequestState.AwaitsCorrection, RequestState.AwaitsReasons, RequestState.AwaitsPayment, RequestState.Replied];

    /// <summary>Whether the request is being handled: received, and neither answered nor ended.</summary>
    public static bool IsRunning(RequestState state) =>
        state is RequestState.Open or RequestState.AwaitsCorrection or RequestState.AwaitsReasons or RequestState.AwaitsPayment;

    /// <summary>What comes over the counter or is signed for is received at once; the rest waits for its confirmation (第三十一条).</summary>
    private static RequestState ArrivalOf(RequestEvent next) =>
        next is Submitted submitted && Receipt.On(submitted.Channel, submitted.On, confirmed: null) is not null ? RequestState.Open : RequestState.Unconfirmed;
}

namespace Livelihood.Disclosure.Domain;

/// <summary>No correction came in the time that was given, without good reason: treated as withdrawn .</summary>
public sealed record CorrectionLapsed(DateOnly On) : RequestEvent(On);

/// <summary>A handler asks the head to extend the reply (R-33b); no limit moves by that.</summary>
/// <param name="On">The day.</param>
/// <param name="WorkingDays">1 to 20.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">The handler's account.</param>
public sealed record ExtensionProposed(DateOnly On, int WorkingDays, string Reason, string By) : RequestEvent(On);

/// <summary>The 15 working days of a consultation ended without an answer; the clock knew it already.</summary>
/// <param name="On">The day.</param>
/// <param name="Id">Which consultation.</param>
public sealed record ConsultationEnded(DateOnly On, string Id = "") : RequestEvent(On);

/// <summary>The fee was not paid in its 20 working days: treated as withdrawn (R-FEE).</summary>
public sealed record FeeLapsed(DateOnly On) : RequestEvent(On);

/// <summary>The office asked why so much or so often is requested .</summary>
public sealed record ReasonsAsked(DateOnly On) : RequestEvent(On);

/// <summary>The requester gave the reasons .</summary>
public sealed record ReasonsGiven(DateOnly On) : RequestEvent(On);

/// <summary>A handler proposes a reply; another person decides on it (第三十三条, two people for every reply).</summary>
/// <param name="On">The day.</param>
/// <param name="Outcome">The row of the annual report, see <see cref="Outcomes.OutcomeTable"/>.</param>
/// <param name="By">The handler's account.</param>
public sealed record ReplyProposed(DateOnly On, string Outcome, string By) : RequestEvent(On);

/// <summary>The head sent the proposal back.</summary>
/// <param name="On">The day.</param>
/// <param name="Reason">What to change.</param>
/// <param name="By">The head's account.</param>
public sealed record ReplyReturned(DateOnly On, string Reason, string By) : RequestEvent(On);

/// <summary>The head approved the proposal: the reply is made (R-36-1 to R-39b).</summary>
/// <param name="On">The day that stands on the letter.</param>
/// <param name="Outcome">As proposed.</param>
/// <param name="Letter">The letter's number, such as 云政公开〔2026〕3号.</param>
/// <param name="By">The head's account.</param>
public sealed record Replied(DateOnly On, string Outcome, string Letter, string By) : RequestEvent(On);

/// <summary>How a letter was served (R-SERVE).</summary>
public enum ServiceWay
{
    /// <summary>Signed for, by the requester or a delegate.</summary>
    InPerson,

    /// <summary>Handed to the post office.</summary>
    Post,

    /// <summary>Electronically; only where the requester chose it.</summary>
    Electronic,
}

/// <summary>The reply was served; it counts as on time by this day (R-SERVE).</summary>
/// <param name="On">Signed for, handed to the post office, or sent.</param>
/// <param name="Way">How.</param>
public sealed record Served(DateOnly On, ServiceWay Way) : RequestEvent(On);

/// <summary>The requester withdrew the request.</summary>
public sealed record Withdrawn(DateOnly On) : RequestEvent(On);

/// <summary>The requester complained to the supervising department .</summary>
/// <param name="On">The day.</param>
/// <param name="Id">Which complaint.</param>
public sealed record ComplaintFiled(DateOnly On, string Id) : RequestEvent(On);

/// <summary>The supervising department decided a complaint .</summary>
/// <param name="On">The day.</param>
/// <param name="Id">Which complaint.</param>
/// <param name="OrdersRemedy">Whether the agency is ordered to remedy.</param>
public sealed record ComplaintDecided(DateOnly On, string Id, bool OrdersRemedy) : RequestEvent(On);

/// <summary>An entry was recorded wrongly: a new event says what it should have said, and why; the old one stays (R-ORD).</summary>
/// <param name="On">The day of the correction.</param>
/// <param name="Sequence">Which entry, from 1.</param>
/// <param name="Right">What it should have said; an event of the same kind.</param>
/// <param name="Reason">Why.</param>
public sealed record RecordCorrected(DateOnly On, int Sequence, RequestEvent Right, string Reason) : RequestEvent(On);

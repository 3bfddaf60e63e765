using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Office;

namespace Livelihood.Disclosure.Data;

/// <summary>
/// 政府信息公开申请. What was asked for is kept here as it was filed; who asked lies encrypted in
/// <see cref="RequesterRow"/>; what happened lies in <see cref="RequestEventRow"/>. State and deadline are computed from
/// the events and only repeated here for lists.
/// </summary>
public sealed class DisclosureRequest
{
    /// <summary>The row's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The receipt number, see <see cref="RequestNumber"/>.</summary>
    public required string Number { get; init; }

    /// <summary>The agency that is asked.</summary>
    public required string AgencyId { get; init; }

    /// <summary>How it came.</summary>
    public Channel Channel { get; init; }

    /// <summary>What kind of case it is.</summary>
    public RequestMatter Matter { get; init; }

    /// <summary>Who asks, for the annual report's columns.</summary>
    public RequesterKind RequesterKind { get; init; }

    /// <summary>The information's name, or null.</summary>
    public string? Subject { get; init; }

    /// <summary>文号, or null.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Other features, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The wanted form.</summary>
    public WantedForm Form { get; init; }

    /// <summary>The wanted way of delivery.</summary>
    public DeliveryWay Delivery { get; init; }

    /// <summary>When it was filed.</summary>
    public DateTimeOffset SubmittedUtc { get; init; }

    /// <summary>See <see cref="SubmissionKey.Fingerprint"/>: one form makes one request.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>See <see cref="QueryCode.Hash"/>.</summary>
    public required string CodeHash { get; init; }

    /// <summary>Wrong query codes since the last right one.</summary>
    public int WrongCodes { get; init; }

    /// <summary>No query code is looked at before this.</summary>
    public DateTimeOffset? CodesRefusedUntilUtc { get; init; }

    /// <summary>Computed: <see cref="Workflow.StateAfter"/>.</summary>
    public RequestState State { get; set; }

    /// <summary>Computed: the day on which it was handed in, signed for or arrived; it can have been entered later.</summary>
    public DateOnly ArrivedOn { get; set; }

    /// <summary>Computed: the day of receipt by 第三十一条, or null before it.</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>Computed: the reply deadline, or null before receipt.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Computed: whether the deadline is provisional (R-C4).</summary>
    public bool IsProvisional { get; set; }

    /// <summary>Computed: the calendar version of the deadline, or null before receipt.</summary>
    public string? CalendarVersion { get; set; }

    /// <summary>Computed: the account of the person responsible, or null.</summary>
    public string? AssignedTo { get; set; }

    /// <summary>Computed: the last day of what others have to do, or null, see <see cref="RequestHistory.WaitsUntil"/>.</summary>
    public DateOnly? WaitsUntil { get; set; }

    /// <summary>Computed: the row of the annual report, or null while it has not ended.</summary>
    public string? Outcome { get; set; }

    /// <summary>Computed: the day on which it ended, or null.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>Computed: the day on which the reply was served (R-SERVE), or null.</summary>
    public DateOnly? ServedOn { get; set; }

    /// <summary>Computed: working days from receipt to the end by the calendar of that day, or null.</summary>
    public int? TookWorkingDays { get; set; }

    /// <summary>Computed: what waits for the head's decision: a proposed extension or reply.</summary>
    public bool AwaitsDecision { get; set; }

    /// <summary>Computed: how many complaints are undecided.</summary>
    public int OpenComplaints { get; set; }

    /// <summary>The day on which the requester did something that nobody of the office has recorded anything after; null where there is nothing new.</summary>
    public DateOnly? RequesterActedOn { get; set; }

    /// <summary>Computed: the day of the last fee notice, or null.</summary>
    public DateOnly? FeeNoticedOn { get; set; }

    /// <summary>Computed: how much it names, in yuan.</summary>
    public int? FeeYuan { get; set; }

    /// <summary>Computed: the day on which it was paid, or null.</summary>
    public DateOnly? FeePaidOn { get; set; }

    /// <summary>Computed by the database: where it stands in the work list, unconfirmed ones before, ended ones behind.</summary>
    public WorkStanding Standing { get; private init; }

    /// <summary>Computed: what is due, see <see cref="Domain.Clock.OpenLimits"/>; to be loaded with a request that is changed.</summary>
    public List<LimitRow> Limits { get; init; } = [];

    /// <summary>The number of events; two people cannot append at once.</summary>
    public int Revision { get; set; }

    /// <summary>What is asked for.</summary>
    public WantedInformation Wanted => new(Subject, DocumentNumber, Description, Form, Delivery);
}

/// <summary>Where requests stand in the work list.</summary>
public enum WorkStanding
{
    /// <summary>Waiting for its confirmation.</summary>
    Unconfirmed,

    /// <summary>Received, and not ended.</summary>
    Running,

    /// <summary>Ended.</summary>
    Ended,
}

/// <summary>Who asks: one encrypted text, see <see cref="PersonalData"/>. Deleted apart from the register's figures.</summary>
public sealed class RequesterRow
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The encrypted <see cref="Requester"/>.</summary>
    public required string Protected { get; init; }
}

/// <summary>An event of a request; rows are only ever added.</summary>
public sealed class RequestEventRow
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>1, 2, 3 … in the order of recording.</summary>
    public required int Sequence { get; init; }

    /// <summary>The event as JSON, see <see cref="EventJson"/>.</summary>
    public required string Event { get; init; }

    /// <summary>When it was recorded; the legal date stands in the event.</summary>
    public required DateTimeOffset RecordedUtc { get; init; }

    /// <summary>Who recorded it, as in the audit chain.</summary>
    public required string Actor { get; init; }

    /// <summary>Who was consulted, encrypted, where it was recorded before such names lay apart, see <see cref="Keeping.EventPartyRow"/>; else null.</summary>
    public string? Protected { get; init; }
}

/// <summary>A reply deadline as it was computed after an event (R-C5); rows are only ever added, the last one holds.</summary>
public sealed class ReplyDeadlineRow
{
    /// <summary>The request.</summary>
    public required Guid RequestId { get; init; }

    /// <summary>The event after which it was computed.</summary>
    public required int Sequence { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Whether it is provisional (R-C4).</summary>
    public required bool IsProvisional { get; init; }

    /// <summary>The calendar it was counted on.</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>The derivation as JSON: a list of <see cref="Domain.Clock.DerivationStep"/>.</summary>
    public required string Steps { get; init; }
}

using Livelihood.Disclosure.Domain.WithheldInformation;

namespace Livelihood.Disclosure.WithheldInformation;

/// <summary>How something came into the register. Stored by name.</summary>
public enum WithheldSource
{
    /// <summary>A request was answered with a refusal or in part.</summary>
    Request,

    /// <summary>Content did not pass the secrecy review .</summary>
    Content,

    /// <summary>Typed by hand.</summary>
    Hand,
}

/// <summary>
/// 不予公开信息: something that an agency does not disclose, reviewed again at set times (第十八条, R-18). What happened to it lies
/// in <see cref="WithheldEventRow"/>; where it stands is computed from that and only repeated here for lists.
/// </summary>
public sealed class WithheldEntry
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 200;

    /// <summary>Longest document number, in characters.</summary>
    public const int LongestNumber = 100;

    /// <summary>Longest remark on where it came from, in characters.</summary>
    public const int LongestOrigin = 200;

    /// <summary>The row's id; made with the form, so that one form makes one entry. It grows with time.</summary>
    public required Guid Id { get; init; }

    /// <summary>The agency whose information it is.</summary>
    public required string AgencyId { get; init; }

    /// <summary>What it is, without personal data.</summary>
    public required string Title { get; set; }

    /// <summary>文号, or null.</summary>
    public string? DocumentNumber { get; set; }

    /// <summary>On which ground, see <see cref="WithheldGrounds"/>.</summary>
    public required string Ground { get; set; }

    /// <summary>The day on which it was decided not to disclose it.</summary>
    public DateOnly DecidedOn { get; set; }

    /// <summary>How it came here.</summary>
    public required WithheldSource Source { get; init; }

    /// <summary>The request, where it came from one.</summary>
    public Guid? RequestId { get; init; }

    /// <summary>The content item: the one that was refused, or the draft that was written from here; null where there is none.</summary>
    public string? ItemId { get; set; }

    /// <summary>Where it came from, as typed by hand, or null.</summary>
    public string? Origin { get; init; }

    /// <summary>Computed: where it stands.</summary>
    public WithheldStanding Standing { get; set; }

    /// <summary>Computed: the last day of the next review; null where there is none any more.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>Computed: since when a result waits for the head; null where none does.</summary>
    public DateTimeOffset? ProposedUtc { get; set; }

    /// <summary>Computed: since when it may be published, or a part of it, and is not recorded as published elsewhere; null where it may not.</summary>
    public DateTimeOffset? PublishableUtc { get; set; }

    /// <summary>The number of events; two people cannot append at once.</summary>
    public int Revision { get; set; }

    /// <summary>Whether a result waits for the head.</summary>
    public bool AwaitsHead => ProposedUtc is not null;
}

/// <summary>An event of an entry; rows are only ever added.</summary>
public sealed class WithheldEventRow
{
    /// <summary>The entry.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>1, 2, 3 … in the order of recording.</summary>
    public required int Sequence { get; init; }

    /// <summary>The <see cref="WithheldEvent"/> as JSON.</summary>
    public required string Event { get; init; }

    /// <summary>When it was recorded.</summary>
    public required DateTimeOffset RecordedUtc { get; init; }

    /// <summary>Who recorded it, as in the audit chain.</summary>
    public required string Actor { get; init; }
}

/// <summary>A version of the time between reviews; rows are only ever added.</summary>
public sealed class ReviewTimeRow
{
    /// <summary>1, 2, 3 …; 0 is the delivered one, which has no row.</summary>
    public required int Version { get; init; }

    /// <summary>Months between reviews.</summary>
    public required int Months { get; init; }

    /// <summary>The first day of a decision or review from which it counts.</summary>
    public required DateOnly EffectiveOn { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedUtc { get; init; }

    /// <summary>Who saved it, as in the audit chain.</summary>
    public required string Actor { get; init; }
}

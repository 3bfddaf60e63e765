using System.Text.Json.Serialization;

namespace Livelihood.Disclosure.Domain.WithheldInformation;

/// <summary>
/// Something that happened to an entry of the register of what is not disclosed. An entry is the list of its events, to
/// which one only appends. The discriminators are the words of the stored rows: they never change.
/// </summary>
/// <param name="On">The legal date; the instant of recording and who recorded it are kept beside the event.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(EntryMade), "made")]
[JsonDerivedType(typeof(EntryCorrected), "corrected")]
[JsonDerivedType(typeof(ReviewMovedUp), "movedUp")]
[JsonDerivedType(typeof(ReviewProposed), "proposed")]
[JsonDerivedType(typeof(ReviewConfirmed), "confirmed")]
[JsonDerivedType(typeof(ReviewReturned), "returned")]
[JsonDerivedType(typeof(DraftWritten), "drafted")]
[JsonDerivedType(typeof(PublishedElsewhere), "published")]
[JsonDerivedType(typeof(EntryEnded), "ended")]
public abstract record WithheldEvent(DateOnly On);

/// <summary>It was entered in the register.</summary>
/// <param name="On">The day.</param>
/// <param name="DecidedOn">The day on which it was decided not to disclose it.</param>
/// <param name="NextOn">The last day of the first review.</param>
/// <param name="EarlierReason">Why that is earlier than the interval says; null where it is not.</param>
public sealed record EntryMade(DateOnly On, DateOnly DecidedOn, DateOnly NextOn, string? EarlierReason = null) : WithheldEvent(On);

/// <summary>What was entered wrongly was put right. The earlier title is not kept: it may be what had to go.</summary>
/// <param name="On">The day.</param>
/// <param name="Reason">Why.</param>
/// <param name="Was">What was entered before, a Chinese phrase for each part that changed.</param>
/// <param name="DecidedOn">The day of the decision as it is now.</param>
/// <param name="NextOn">The last day of the first review by the changed day; null where it stays.</param>
public sealed record EntryCorrected(DateOnly On, string Reason, IReadOnlyList<string> Was, DateOnly DecidedOn, DateOnly? NextOn = null) : WithheldEvent(On);

/// <summary>The next review was set to an earlier day, as something has changed.</summary>
/// <param name="On">The day.</param>
/// <param name="NextOn">The last day of the next review.</param>
/// <param name="Reason">Why.</param>
public sealed record ReviewMovedUp(DateOnly On, DateOnly NextOn, string Reason) : WithheldEvent(On);

/// <summary>It was reviewed; the result waits for the head.</summary>
/// <param name="On">The day of the review.</param>
/// <param name="Result">What it comes to.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who reviewed, as in the audit chain.</param>
/// <param name="NextOn">The last day of the next review; null where nothing stays withheld.</param>
/// <param name="EarlierReason">Why that is earlier than the interval says; null where it is not.</param>
public sealed record ReviewProposed(DateOnly On, ReviewResult Result, string Reason, string By, DateOnly? NextOn, string? EarlierReason = null) : WithheldEvent(On);

/// <summary>The head confirmed the result.</summary>
/// <param name="On">The day.</param>
/// <param name="By">Who, as in the audit chain.</param>
public sealed record ReviewConfirmed(DateOnly On, string By) : WithheldEvent(On);

/// <summary>The head wants it reviewed otherwise.</summary>
/// <param name="On">The day.</param>
/// <param name="By">Who, as in the audit chain.</param>
/// <param name="Reason">Why.</param>
public sealed record ReviewReturned(DateOnly On, string By, string Reason) : WithheldEvent(On);

/// <summary>A draft of what becomes public was written, or written anew.</summary>
public sealed record DraftWritten(DateOnly On) : WithheldEvent(On);

/// <summary>It became public otherwise than by a draft from here.</summary>
/// <param name="On">The day.</param>
/// <param name="Where">Where it can be read.</param>
public sealed record PublishedElsewhere(DateOnly On, string Where) : WithheldEvent(On);

/// <summary>It is no longer kept in the register: entered by mistake, entered twice, handed over with the record itself.</summary>
/// <param name="On">The day.</param>
/// <param name="Reason">Why.</param>
public sealed record EntryEnded(DateOnly On, string Reason) : WithheldEvent(On);

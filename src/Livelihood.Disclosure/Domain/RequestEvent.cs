using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Livelihood.Disclosure.Domain;

/// <summary>
/// Something that happened to a request on a day (Asia/Shanghai). A request is the list of its events, to which one only
/// appends; state, deadlines and letters are computed from it. The discriminators below are the words of R-CALC and of
/// the stored rows: they never change.
/// </summary>
/// <param name="On">The legal date; the instant of recording is kept beside the event, not in it.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Submitted), "submitted")]
[JsonDerivedType(typeof(Confirmed), "confirmed")]
[JsonDerivedType(typeof(CalendarChanged), "calendarChanged")]
[JsonDerivedType(typeof(CorrectionAsked), "correctionAsked")]
[JsonDerivedType(typeof(CorrectionArrived), "correctionArrived")]
[JsonDerivedType(typeof(Extended), "extended")]
[JsonDerivedType(typeof(ConsultationSent), "consultationSent")]
[JsonDerivedType(typeof(ConsultationAnswered), "consultationAnswered")]
[JsonDerivedType(typeof(FeeNoticed), "feeNoticed")]
[JsonDerivedType(typeof(FeePaid), "feePaid")]
[JsonDerivedType(typeof(Postponed), "postponed")]
[JsonDerivedType(typeof(CorrectionLapsed), "correctionLapsed")]
[JsonDerivedType(typeof(ExtensionProposed), "extensionProposed")]
[JsonDerivedType(typeof(ConsultationEnded), "consultationEnded")]
[JsonDerivedType(typeof(FeeLapsed), "feeLapsed")]
[JsonDerivedType(typeof(ReasonsAsked), "reasonsAsked")]
[JsonDerivedType(typeof(ReasonsGiven), "reasonsGiven")]
[JsonDerivedType(typeof(ReplyProposed), "replyProposed")]
[JsonDerivedType(typeof(ReplyReturned), "replyReturned")]
[JsonDerivedType(typeof(Replied), "replied")]
[JsonDerivedType(typeof(Served), "served")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(ComplaintFiled), "complaintFiled")]
[JsonDerivedType(typeof(ComplaintDecided), "complaintDecided")]
[JsonDerivedType(typeof(RecordCorrected), "recordCorrected")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(ExtensionReturned), "extensionReturned")]
[JsonDerivedType(typeof(Remedied), "remedied")]
[JsonDerivedType(typeof(Voided), "voided")]
public abstract record RequestEvent(DateOnly On);

/// <summary>The requester handed the request in.</summary>
/// <param name="On">The day.</param>
/// <param name="Channel">How it came.</param>
/// <param name="Matter">What kind of case it is; null: information is asked for.</param>
public sealed record Submitted(DateOnly On, Channel Channel, RequestMatter? Matter = null) : RequestEvent(On);

/// <summary>The disclosure office confirmed it: the second of the two sides of R-31c.</summary>
public sealed record Confirmed(DateOnly On) : RequestEvent(On);

/// <summary>The working-day calendar changed and the deadline was computed again (R-C3).</summary>
/// <param name="On">The day of the change.</param>
/// <param name="From">The calendar version before.</param>
/// <param name="To">The calendar version after.</param>
/// <param name="DueBefore">The deadline before.</param>
/// <param name="DueAfter">The deadline after; the same day where the change does not touch it.</param>
public sealed record CalendarChanged(DateOnly On, string From, string To, DateOnly DueBefore, DateOnly DueAfter) : RequestEvent(On);

/// <summary>An event that the reply clock reads; none lies before receipt.</summary>
public abstract record ClockEvent(DateOnly On) : RequestEvent(On);

/// <summary>The office asked for a correction (补正), once, within 7 working days of receipt .</summary>
/// <param name="On">The day.</param>
/// <param name="Until">The last day of the reasonable time that was given; null where the question does not tell.</param>
/// <param name="What">What is to be corrected and how; null where the question does not tell.</param>
public sealed record CorrectionAsked(DateOnly On, DateOnly? Until = null, string? What = null) : ClockEvent(On);

/// <summary>The corrected request arrived: that day is the new day 0 .</summary>
/// <param name="On">The day.</param>
/// <param name="Text">What the requester wrote; null where the question does not tell.</param>
public sealed record CorrectionArrived(DateOnly On, string? Text = null) : ClockEvent(On);

/// <summary>The head of the disclosure office granted an extension (R-33b).</summary>
/// <param name="On">The day it was granted and told, before the deadline passed.</param>
/// <param name="WorkingDays">1 to 20.</param>
/// <param name="Reason">Why; null where the question does not tell.</param>
/// <param name="By">The head's account; null where the question does not tell.</param>
/// <param name="Told">How the requester was told; needed where it is entered after the deadline, as nobody is told in time by the entry then.</param>
public sealed record Extended(DateOnly On, int WorkingDays, string? Reason = null, string? By = null, Telling? Told = null) : ClockEvent(On);

/// <summary>The head set a reasonable later date of reply, as the reasons for many requests are reasonable but it cannot be made in time .</summary>
/// <param name="On">The day it was set and told, before the deadline passed.</param>
/// <param name="Until">The later date; a day off moves it on.</param>
/// <param name="Reason">Why this date.</param>
/// <param name="By">The head's account.</param>
/// <param name="Told">As of <see cref="Extended"/>.</param>
public sealed record Postponed(DateOnly On, DateOnly Until, string? Reason = null, string? By = null, Telling? Told = null) : ClockEvent(On);

/// <summary>That a requester was told of something outside of this portal.</summary>
/// <param name="On">The day.</param>
/// <param name="How">By what: a letter and its number, a telephone call …</param>
public sealed record Telling(DateOnly On, string How);

/// <summary>A letter asked a third party or a joint agency for its opinion .</summary>
/// <param name="On">The day the letter was sent.</param>
/// <param name="Id">Which consultation; the answer carries the same.</param>
/// <param name="Delivered">The day it was received, where recorded; else the day of sending counts.</param>
/// <param name="With">Who was asked; the name stands encrypted beside the event, as it can be a person's.</param>
/// <param name="About">Which information the opinion is about; null where the question does not tell.</param>
public sealed record ConsultationSent(
    DateOnly On, string Id = "", DateOnly? Delivered = null, Consulted With = Consulted.ThirdParty, string? About = null) : ClockEvent(On);

/// <summary>The opinion came.</summary>
/// <param name="On">The day.</param>
/// <param name="Id">Which consultation.</param>
/// <param name="Agrees">Whether the party agrees to the whole disclosure, see <see cref="Outcomes.Consents"/>; null where the question does not tell.</param>
/// <param name="Reason">Its reasons, or null.</param>
/// <param name="Part">The part to which alone it agrees; null where it agrees to all or to nothing.</param>
public sealed record ConsultationAnswered(DateOnly On, string Id = "", bool? Agrees = null, string? Reason = null, string? Part = null) : ClockEvent(On);

/// <summary>The requester was told to pay an information processing fee (R-FEE).</summary>
/// <param name="On">The day of the notice, within the processing period.</param>
/// <param name="Delivered">The day the requester received it, where recorded; payment is due 20 working days after.</param>
/// <param name="Fee">How much, and how it was computed; null where the question does not tell.</param>
public sealed record FeeNoticed(DateOnly On, DateOnly? Delivered = null, Fees.ProcessingFee? Fee = null) : ClockEvent(On);

/// <summary>The fee was paid: that day is the new day 0 (R-FEE).</summary>
public sealed record FeePaid(DateOnly On) : ClockEvent(On);

/// <summary>Who is consulted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Consulted>))]
public enum Consulted
{
    /// <summary>A third party whose rights the disclosure could harm .</summary>
    [JsonStringEnumMemberName("thirdParty")]
    ThirdParty,

    /// <summary>An agency that made the information too .</summary>
    [JsonStringEnumMemberName("agency")]
    Agency,
}

/// <summary>How events are written as JSON: for rows and for R-CALC alike.</summary>
public static class EventJson
{
    /// <summary>The options; properties may stand in any order.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

using System.Text.Json.Serialization;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain;

/// <summary>How a request reaches the office; it decides when it counts as received (第三十一条).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    /// <summary>This portal.</summary>
    [JsonStringEnumMemberName("internet")]
    Internet,

    /// <summary>The fax machine of the disclosure office.</summary>
    [JsonStringEnumMemberName("fax")]
    Fax,

    /// <summary>Handed in at the counter.</summary>
    [JsonStringEnumMemberName("inPerson")]
    InPerson,

    /// <summary>Said at the counter and written down by the office (第二十九条第一款).</summary>
    [JsonStringEnumMemberName("oral")]
    Oral,

    /// <summary>Post that is signed for.</summary>
    [JsonStringEnumMemberName("signedPost")]
    SignedPost,

    /// <summary>An ordinary letter.</summary>
    [JsonStringEnumMemberName("ordinaryPost")]
    OrdinaryPost,

    /// <summary>Electronic mail to the disclosure office: by internet, as 第三十一条 counts it, but not over this portal.</summary>
    [JsonStringEnumMemberName("email")]
    Email,
}

/// <summary>When a request counts as received (R-31a, R-31b, R-31c).</summary>
public static class Receipt
{
    /// <summary>
    /// The day of receipt, day 0 of every limit; null while the confirmation that the channel needs is missing.
    /// </summary>
    /// <param name="channel">How it came.</param>
    /// <param name="arrived">The day it was handed in, signed for or arrived.</param>
    /// <param name="confirmed">The day both sides had confirmed, if they have.</param>
    /// <exception cref="DisclosureRuleException">It was confirmed before it arrived (R-ORD).</exception>
    public static DateOnly? On(Channel channel, DateOnly arrived, DateOnly? confirmed)
    {
        if (confirmed < arrived)
        {
            throw new DisclosureRuleException(Rules.Order, $"确认日期 {Wording.Day(confirmed.Value)}早于提交日期 {Wording.Day(arrived)}，请核对。");
        }

        return channel switch
        {
            Channel.InPerson or Channel.Oral or Channel.SignedPost => arrived,
            _ => confirmed,
        };
    }

    /// <summary>The working day on which the office is to confirm what has to be confirmed: the day of arrival, or the next working day (R-31b, R-31c).</summary>
    /// <param name="arrived">The day it arrived.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <exception cref="OutsideCalendarException">The day lies outside of the calendar.</exception>
    public static DateOnly ConfirmationDue(DateOnly arrived, WorkingDayCalendar calendar) => calendar.WorkingDayOnOrAfter(arrived);

    /// <summary>The rule that fixes the day of receipt for a channel.</summary>
    public static string RuleOf(Channel channel) => channel switch
    {
        Channel.InPerson or Channel.Oral => Rules.ReceivedInPerson,
        Channel.SignedPost or Channel.OrdinaryPost => Rules.ReceivedByPost,
        _ => Rules.ReceivedOnline,
    };
}

/// <summary>What people call the channels, and when a request counts as received by each.</summary>
public static class Channels
{
    /// <summary>Those by which the office enters a request for somebody (R-29b); visits and post can never be refused.</summary>
    public static readonly IReadOnlyList<(Channel Channel, string Name, string When)> Intake =
    [
        (Channel.InPerson, "当面提交", "提交的那一天"),
        (Channel.Oral, "口头提出，由我代为填写", "提出的那一天"),
        (Channel.SignedPost, "邮寄，签收的邮件", "签收的那一天"),
        (Channel.OrdinaryPost, "邮寄，不用签收的平常信函", "信函到的那一天；应当当天与申请人确认"),
        (Channel.Fax, "传真", "传真到的那一天；应当当天与申请人确认"),
        (Channel.Email, "电子邮件", "邮件到的那一天；应当当天与申请人确认"),
    ];

    /// <summary>The name of a channel.</summary>
    public static string NameOf(Channel channel) => channel == Channel.Internet ? "网上提交" : Intake.First(known => known.Channel == channel).Name;

    /// <summary>The rule of receipt, as the beginning of a sentence (第三十一条).</summary>
    public static string ReceiptOf(Channel channel) => channel switch
    {
        Channel.InPerson or Channel.Oral => "当面提出的申请，以提交之日为收到申请之日（《政府信息公开条例》第三十一条第一项）",
        Channel.SignedPost => "邮寄的申请，以签收之日为收到申请之日（《政府信息公开条例》第三十一条第二项）",
        Channel.OrdinaryPost => "以平常信函提出的申请，以机关与申请人确认之日为收到申请之日（《政府信息公开条例》第三十一条第二项）",
        _ => "通过互联网或者传真提出的申请，以双方确认之日为收到申请之日（《政府信息公开条例》第三十一条第三项）",
    };
}

using System.Text.Json.Serialization;

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

    /// <summary>The rule that fixes the day of receipt for a channel.</summary>
    public static string RuleOf(Channel channel) => channel switch
    {
        Channel.InPerson or Channel.Oral => Rules.ReceivedInPerson,
        Channel.SignedPost or Channel.OrdinaryPost => Rules.ReceivedByPost,
        _ => Rules.ReceivedOnline,
    };
}

namespace Livelihood.Disclosure.Domain;

/// <summary>The channels that an agency declares in its guide (R-CH, a part of R-12). Visits and post are in no declaration: they can never be refused.</summary>
/// <param name="TakesInternet">Whether requests are taken by internet: on this portal, and by electronic mail.</param>
/// <param name="TakesFax">Whether they can be sent by fax.</param>
/// <param name="FaxNumber">The fax number, or null.</param>
/// <param name="Hours">The hours of the counter, or null.</param>
public sealed record GuideChannels(bool TakesInternet, bool TakesFax, string? FaxNumber = null, string? Hours = null)
{
    /// <summary>The longest fax number, in characters.</summary>
    public const int LongestFax = 40;

    /// <summary>The longest text about hours, in characters.</summary>
    public const int LongestHours = 200;

    /// <summary>Whether requests of this channel are taken.</summary>
    public bool Takes(Channel channel) => channel switch
    {
        Channel.Internet or Channel.Email => TakesInternet,
        Channel.Fax => TakesFax,
        _ => true,
    };

    /// <summary>What is wrong, in Chinese sentences, each with its field; nothing where it can be declared.</summary>
    public IReadOnlyList<(string Field, string Message)> Objections() =>
    [
        .. TakesFax && string.IsNullOrWhiteSpace(FaxNumber) ? [(nameof(FaxNumber), "接收传真的，请填写传真号码。")] : Array.Empty<(string, string)>(),
        .. FaxNumber?.Length > LongestFax || FaxNumber?.Any(c => !char.IsAsciiDigit(c) && c is not ('-' or '+' or ' ' or '(' or ')')) == true
            ? [(nameof(FaxNumber), $"传真号码只写数字和“-”“+”，不超过{LongestFax}位。")] : Array.Empty<(string, string)>(),
        .. Hours?.Length > LongestHours ? [(nameof(Hours), $"接待时间不能超过{LongestHours}个字，现在有{Hours.Length}个字。")] : Array.Empty<(string, string)>(),
    ];
}

using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain.PublicLog;

/// <summary>
/// Keeps who asked out of what is published (R-44). Texts and data are compared as people write them: full width or half,
/// with spaces, hyphens and dots between.
/// </summary>
public static partial class PersonalDataCheck
{
    private const int ShortestNumber = 5;
    private const int ShortestPhone = 7;
    private const int ShortestPlace = 4;
    private const int AreaCode = 4;

    private static readonly SearchValues<char> s_placeEnds = SearchValues.Create("省市区县旗镇乡");

    /// <summary>What of the requester stands in the text, in words such as 申请人的姓名; never the data themselves.</summary>
    public static IReadOnlyList<string> Found(Requester requester, string text)
    {
        var plain = Plain(text);
        return [.. Searched(requester).Where(known => known.Value.Length > 0 && plain.Contains(known.Value, StringComparison.Ordinal)).Select(known => known.Name).Distinct()];
    }

    /// <summary>What looks like the number of an identity card or of a mobile telephone, whoever's it is, as it stands in the text.</summary>
    public static IReadOnlyList<string> Numbers(string text) =>
        [.. PersonalNumber().Matches(HalfWidth.Of(text)).Select(match => match.Value.Trim()).Distinct()];

    private static IEnumerable<(string Name, string Value)> Searched(Requester requester)
    {
        yield return ("申请人的姓名或者名称", AtLeast(2, Plain(requester.Name)));
        yield return ("联系人的姓名", AtLeast(2, Plain(requester.ContactPerson)));
        yield return ("申请人的证件号码", AtLeast(ShortestNumber, Plain(requester.DocumentNumber)));
        yield return ("申请人的电子邮箱", Plain(requester.Email));
        yield return ("申请人的地址", AtLeast(ShortestPlace, Plain(requester.Address)));
        yield return ("申请人的地址", AtLeast(ShortestPlace, Plain(Place(requester.Address))));
        var phone = AtLeast(ShortestPhone, Digits(requester.Phone?.Split('-')[0]));
        yield return ("申请人的电话", phone);
        yield return ("申请人的电话", phone is ['0', ..] && phone.Length >= ShortestPhone + AreaCode ? phone[AreaCode..] : "");
    }

    /// <summary>Half width, lower case, without anything between letters and digits.</summary>
    private static string Plain(string? text)
    {
        var plain = new StringBuilder(text?.Length ?? 0);
        foreach (var rune in HalfWidth.Of(text ?? "").Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '@')
            {
                plain.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return plain.ToString();
    }

    /// <summary>What of an address tells one place from others: what stands behind the last district or township.</summary>
    private static string? Place(string? address) => address?[(address.AsSpan().LastIndexOfAny(s_placeEnds) + 1)..];

    private static string Digits(string? text) => string.Concat((text ?? "").Where(char.IsAsciiDigit));

    private static string AtLeast(int length, string text) => text.Length >= length ? text : "";

    [GeneratedRegex(@"(?<![\d])(?:\d[ -]?){17}[\dXx](?![\d])|(?<![\d])1[3-9](?:[ -]?\d){9}(?![\d])")]
    private static partial Regex PersonalNumber();
}

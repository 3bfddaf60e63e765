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
    private const string Hidden = "×××";

    private static readonly SearchValues<char> s_placeEnds = SearchValues.Create("省市区县旗镇乡");

    /// <summary>What of the requester stands in the text, in words such as 申请人的姓名; never the data themselves.</summary>
    public static IReadOnlyList<string> Found(Requester requester, string text)
    {
        var plain = Plain(text);
        return [.. Searched(requester).Where(known => known.Value.Length > 0 && plain.Contains(known.Value, StringComparison.Ordinal)).Select(known => known.Name).Distinct()];
    }

    /// <summary>The text for others than the requester: what of the requester stands in it is masked, and so are numbers of anybody.</summary>
    public static string Masked(Requester requester, string text)
    {
        var masked = Mask(text, Places(text, Searched(requester).Select(known => known.Value)));
        return Found(requester, masked).Count == 0 ? masked : "（内容涉及申请人，从略）";
    }

    /// <summary>The text with what looks like the numbers of people masked.</summary>
    public static string MaskNumbers(string text) => Mask(text, []);

    /// <summary>Whether one of these names stands in the text.</summary>
    public static bool Names(IEnumerable<string> names, string text) =>
        Plain(text) is var plain && names.Select(name => AtLeast(2, Plain(name))).Any(name => name.Length > 0 && plain.Contains(name, StringComparison.Ordinal));

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

    private static string Mask(string text, IEnumerable<(int Start, int End)> places)
    {
        var hidden = new bool[text.Length];
        foreach (var (start, end) in places.Concat(PersonalNumber().Matches(HalfWidth.Of(text)).Select(match => (match.Index, match.Index + match.Length))))
        {
            Array.Fill(hidden, true, start, end - start);
        }

        var masked = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            masked.Append(!hidden[i] ? text[i].ToString() : i > 0 && hidden[i - 1] ? "" : Hidden);
        }

        return masked.ToString();
    }

    /// <summary>Where in the text the plain values stand, each as a whole.</summary>
    private static IEnumerable<(int Start, int End)> Places(string text, IEnumerable<string> values)
    {
        var (plain, places, at) = (new StringBuilder(text.Length), new List<(int Start, int End)>(text.Length), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var letters = Plain(rune.ToString());
            plain.Append(letters);
            places.AddRange(Enumerable.Repeat((at, at + rune.Utf16SequenceLength), letters.Length));
            at += rune.Utf16SequenceLength;
        }

        var whole = plain.ToString();
        foreach (var value in values.Where(value => value.Length > 0))
        {
            for (var found = whole.IndexOf(value, StringComparison.Ordinal); found >= 0; found = whole.IndexOf(value, found + 1, StringComparison.Ordinal))
            {
                yield return (places[found].Start, places[found + value.Length - 1].End);
            }
        }
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

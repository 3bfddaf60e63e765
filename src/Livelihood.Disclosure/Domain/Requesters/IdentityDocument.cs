using System.Globalization;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>Reads and checks the number of an identity document as people type it.</summary>
public static class IdentityDocument
{
    private const int LongestOther = 40;
    private const string CreditCodeDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] s_residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] s_creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Half width, upper case, without spaces and hyphens: the form that is kept.</summary>
    public static string Normalise(string? typed) => string.Concat(HalfWidth.Of(typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')).ToUpperInvariant();

    /// <summary>One way of writing a normalised number: an old resident card of 15 digits as the 18 that replaced them (GB 11643).</summary>
    public static string Canonical(IdentityDocumentKind kind, string number) =>
        kind == IdentityDocumentKind.ResidentCard && number.Length == 15 && AllDigits(number) && $"{number[..6]}19{number[6..]}" is var first17
            ? first17 + ResidentCheckDigit(first17)
            : number;

    /// <summary>What is wrong with a normalised number, in Chinese and with what to do; null where nothing is.</summary>
    /// <param name="kind">The document.</param>
    /// <param name="number">The result of <see cref="Normalise"/>.</param>
    /// <param name="today">Today: nobody is born later.</param>
    public static string? Problem(IdentityDocumentKind kind, string number, DateOnly today) => kind switch
    {
        _ when number.Length == 0 => "请填写证件号码",
        IdentityDocumentKind.ResidentCard => ResidentProblem(number, today, "身份证号码"),
        IdentityDocumentKind.ResidencePermit => number.Length == 18
            ? ResidentProblem(number, today, "居住证号码")
            : $"居住证号码应为18位，您填写了{number.Length}位，请核对",
        IdentityDocumentKind.Passport => Matches(number, 5, 20) ? null : "护照号码应为5至20位字母或数字，请核对",
        IdentityDocumentKind.HongKongMacaoPermit => number.Length is 9 or 11 && number[0] is 'H' or 'M' && AllDigits(number[1..])
            ? null
            : "通行证号码应以字母H或M开头，后接8位或10位数字，请核对",
        IdentityDocumentKind.TaiwanPermit => number.Length is 8 && AllDigits(number) || number.Length is 10 or 11 && AllDigits(number[..10])
            ? null
            : "通行证号码应为8位数字（旧证为10位数字，可带1位字母），请核对",
        IdentityDocumentKind.ForeignPermanentResident => ForeignProblem(number, today),
        IdentityDocumentKind.UnifiedCreditCode => CreditCodeProblem(number),
        _ => number.Length <= LongestOther && !number.Any(char.IsControl) ? null : $"证件号码不能超过{LongestOther}个字符",
    };

    private static string? ResidentProblem(string number, DateOnly today, string name)
    {
        if (number.Length == 15)
        {
            return !AllDigits(number) ? $"15位的{name}应全为数字，请核对" : BirthProblem("19" + number[6..12], today, "第7至12位", name);
        }

        if (number.Length != 18)
        {
            return $"{name}应为18位（旧号码为15位），您填写了{number.Length}位，请核对";
        }

        if (!AllDigits(number[..17]) || !(char.IsAsciiDigit(number[17]) || number[17] == 'X'))
        {
            return $"{name}前17位应为数字，最后一位是数字或X，请核对";
        }

        return BirthProblem(number[6..14], today, "第7至14位", name)
            ?? (ResidentCheckDigit(number) == number[17] ? null : $"{name}的校验位不符，很可能有一位填错了，请逐位核对");
    }

    /// <summary>GB 11643: ISO 7064 MOD 11-2.</summary>
    private static char ResidentCheckDigit(string number)
    {
        var sum = s_residentWeights.Select((weight, i) => weight * (number[i] - '0')).Sum();
        return "10X98765432"[sum % 11];
    }

    private static string? BirthProblem(string date, DateOnly today, string place, string name) =>
        DateOnly.TryParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) && born <= today && born.Year >= 1900
            ? null
            : $"{name}的{place}应是出生日期，但“{date}”不是有效的日期，请核对";

    private static string? ForeignProblem(string number, DateOnly today) => number.Length switch
    {
        15 when number[..3].All(char.IsAsciiLetterUpper) && AllDigits(number[3..]) => null,
        18 when number[0] == '9' => ResidentProblem(number, today, "永久居留身份证号码"),
        _ => "永久居留身份证号码应为以9开头的18位号码，旧证为3位字母加12位数字，请核对",
    };

    /// <summary>GB 32100: 18 characters without I, O, S, V, Z; the last one checks the others.</summary>
    private static string? CreditCodeProblem(string number)
    {
        if (number.Length != 18)
        {
            return $"统一社会信用代码应为18位，您填写了{number.Length}位，请核对";
        }

        if (number.Any(c => !CreditCodeDigits.Contains(c)))
        {
            return "统一社会信用代码只含数字和大写字母（没有I、O、S、V、Z），请核对";
        }

        var sum = s_creditWeights.Select((weight, i) => weight * CreditCodeDigits.IndexOf(number[i])).Sum();
        return CreditCodeDigits[(31 - (sum % 31)) % 31] == number[17] ? null : "统一社会信用代码的校验位不符，很可能有一位填错了，请逐位核对";
    }

    private static bool AllDigits(string text) => text.All(char.IsAsciiDigit);

    private static bool Matches(string text, int least, int most) =>
        text.Length >= least && text.Length <= most && text.All(char.IsAsciiLetterOrDigit);
}

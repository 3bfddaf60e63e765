using System.Net.Mail;
using System.Text.RegularExpressions;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>Reads and checks telephone numbers, e-mail addresses and postcodes, foreign ones too.</summary>
public static partial class Contact
{
    /// <summary>
    /// Half width, without spaces, hyphens and brackets; an extension follows a <c>-</c>. It is read before hyphens are
    /// dropped: what comes after area and number is an extension, with a word (转、分机) before it or without.
    /// </summary>
    public static string NormalisePhone(string? typed)
    {
        var (line, extension) = Split(HalfWidth.Of(typed ?? "").Trim().ToUpperInvariant());
        var number = Bare(line);
        number = number.StartsWith("00", StringComparison.Ordinal) ? "+" + number[2..] : number;
        number = number.StartsWith("+86", StringComparison.Ordinal) ? Domestic(number[3..]) : number;
        return extension is null ? number : $"{number}-{Bare(extension)}";
    }

    /// <summary>Half width, with the full stop of a Chinese keyboard as a dot.</summary>
    public static string NormaliseEmail(string typed) => HalfWidth.Of(typed).Replace('。', '.').Trim();

    /// <summary>Half width.</summary>
    public static string NormalisePostcode(string typed) => HalfWidth.Of(typed).Trim();

    /// <summary>What is wrong with a normalised telephone number; null where nothing is.</summary>
    public static string? PhoneProblem(string number)
    {
        if (number.Length == 0)
        {
            return "请填写联系电话";
        }

        if (Mobile().IsMatch(number) || Landline().IsMatch(number) || Service().IsMatch(number) || Foreign().IsMatch(number))
        {
            return null;
        }

        return "请填写有效的电话号码：手机如 13800001234；座机先写区号，分机写在后面，如 0000-2345678 或 0000-2345678-801；境外的如 +81 3 1234 5678";
    }

    /// <summary>What is wrong with an e-mail address; null where nothing is.</summary>
    public static string? EmailProblem(string address) =>
        address.Length <= 254 && Email().IsMatch(address) && MailAddress.TryCreate(address, out _)
            ? null
            : "请填写有效的电子邮箱，如 name@example.com";

    /// <summary>What is wrong with a postcode; null where nothing is.</summary>
    public static string? PostcodeProblem(string postcode) =>
        Postcode().IsMatch(postcode) ? null : "国内邮政编码为6位数字；境外邮编最多10位字母、数字";

    private static (string Line, string? Extension) Split(string text)
    {
        foreach (var written in (Regex[])[Named(), AfterArea(), AfterNumber(), AfterService(), AfterForeign()])
        {
            if (written.Match(text) is { Success: true } match)
            {
                return (match.Groups[1].Value, match.Groups[2].Value);
            }
        }

        return (text, null);
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '(' or ')' or '.')));

    // After the country's number an area is written without its 0.
    private static string Domestic(string number) =>
        number.Length is 9 or 10 or 11 && number[0] != '0' && !Mobile().IsMatch(number) && !Service().IsMatch(number) ? "0" + number : number;

    [GeneratedRegex(@"^(.*?)[\s,;:-]*(?:转分机|转|分机号|分机|EXT\.|EXT|X|#)[\s:.]*(.*)$", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Named();

    [GeneratedRegex(@"^((?:\(?(?:\+|00)86\)?[\s-]*\(?0?[1-9]\d{1,2}|\(?0\d{2,3})\)?[\s-]*[2-9]\d{2,3}[\s-]?\d{4})\s*-\s*(\d{1,6})$", RegexOptions.NonBacktracking)]
    private static partial Regex AfterArea();

    [GeneratedRegex(@"^([2-9]\d{6,7})\s*-\s*(\d{1,6})$", RegexOptions.NonBacktracking)]
    private static partial Regex AfterNumber();

    [GeneratedRegex(@"^((?:400|800)[\s-]?(?:\d{3}[\s-]?\d{4}|\d{4}[\s-]?\d{3}))\s*-\s*(\d{1,6})$", RegexOptions.NonBacktracking)]
    private static partial Regex AfterService();

    // As it is kept. Elsewhere hyphens part groups of a number, so a shorter beginning is none.
    [GeneratedRegex(@"^(\+[1-9]\d{9,14})-(\d{1,6})$", RegexOptions.NonBacktracking)]
    private static partial Regex AfterForeign();

    [GeneratedRegex(@"^1[3-9]\d{9}$", RegexOptions.NonBacktracking)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(0\d{2,3})?[2-9]\d{6,7}(-\d{1,6})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Landline();

    [GeneratedRegex(@"^(400|800)\d{7}(-\d{1,6})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Service();

    [GeneratedRegex(@"^\+[1-9]\d{5,14}(-\d{1,6})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^[^\s@<>""(),:;]+@[^\s@<>""(),:;]+\.[^\s@<>""(),:;.]{2,}$", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"^(\d{6}|[A-Za-z0-9][A-Za-z0-9 -]{1,8}[A-Za-z0-9])$", RegexOptions.NonBacktracking)]
    private static partial Regex Postcode();
}

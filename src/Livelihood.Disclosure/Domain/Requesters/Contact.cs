using System.Net.Mail;
using System.Text.RegularExpressions;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>Reads and checks telephone numbers, e-mail addresses and postcodes, foreign ones too.</summary>
public static partial class Contact
{
    /// <summary>Half width, without spaces, hyphens and brackets; an extension follows a <c>-</c>.</summary>
    public static string NormalisePhone(string? typed)
    {
        var parts = HalfWidth.Of(typed ?? "").ToUpperInvariant().Replace("EXT.", "转").Replace("EXT", "转").Split('转', 2);
        var number = string.Concat(parts[0].Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '(' or ')' or '.')));
        number = number.StartsWith("+86", StringComparison.Ordinal) ? number[3..] : number;
        number = number.StartsWith("00", StringComparison.Ordinal) ? "+" + number[2..] : number;
        return parts.Length == 1 ? number : $"{number}-{parts[1].Trim()}";
    }

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

        return "请填写有效的电话号码，如 13800001234、0398-2800000 或 +81 3 1234 5678";
    }

    /// <summary>What is wrong with an e-mail address; null where nothing is.</summary>
    public static string? EmailProblem(string address) =>
        address.Length <= 254 && Email().IsMatch(address) && MailAddress.TryCreate(address, out _)
            ? null
            : "请填写有效的电子邮箱，如 name@example.com";

    /// <summary>What is wrong with a postcode; null where nothing is.</summary>
    public static string? PostcodeProblem(string postcode) =>
        Postcode().IsMatch(postcode) ? null : "国内邮政编码为6位数字；境外邮编最多10位字母、数字";

    [GeneratedRegex(@"^1[3-9]\d{9}$", RegexOptions.NonBacktracking)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(0\d{2,3})?[2-9]\d{6,7}(-\d{1,6})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Landline();

    [GeneratedRegex(@"^(400|800)\d{7}$", RegexOptions.NonBacktracking)]
    private static partial Regex Service();

    [GeneratedRegex(@"^\+[1-9]\d{5,14}(-\d{1,6})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"^[^\s@<>""(),:;]+@[^\s@<>""(),:;]+\.[^\s@<>""(),:;.]{2,}$", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"^(\d{6}|[A-Za-z0-9][A-Za-z0-9 -]{1,8}[A-Za-z0-9])$", RegexOptions.NonBacktracking)]
    private static partial Regex Postcode();
}

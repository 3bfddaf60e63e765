using System.Text.RegularExpressions;
using Livelihood.Content.Documents;

namespace Livelihood.Content.Editing;

/// <summary>A date as people type it: 2026-3-5, 2026年3月5日, 2026/03/05, 二〇二六年三月五日.</summary>
public static partial class DateText
{
    /// <summary>What a form says where a date cannot be read.</summary>
    public const string Problem = "请写成2026-3-5或者2026年3月5日的样子，并且是存在的日期。";

    /// <summary>Reads a date; spaces and full-width digits do not matter.</summary>
    public static bool TryRead(string text, out DateOnly date)
    {
        date = default;
        var squeezed = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        var match = squeezed.Length > 24 ? Match.Empty : Written().Match(squeezed);
        if (!match.Success || !ChineseNumeral.TryParse(match.Groups["y"].ValueSpan, out var year)
            || !ChineseNumeral.TryParse(match.Groups["m"].ValueSpan, out var month) || !ChineseNumeral.TryParse(match.Groups["d"].ValueSpan, out var day)
            || year is < 1000 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new(year, month, day);
        return true;
    }

    [GeneratedRegex("^(?<y>[^-/.年]{4})[-/.．－年](?<m>[^-/.月]{1,3})[-/.．－月](?<d>[^日]{1,3})日?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}

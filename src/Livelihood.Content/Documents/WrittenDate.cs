using System.Text.RegularExpressions;

namespace Livelihood.Content.Documents;

/// <summary>Dates as documents print them: 2019年6月11日, 二○○五年十月一日. Texts are given squeezed and folded (see <c>Folding</c>).</summary>
public static partial class WrittenDate
{
    /// <summary>What a line says about a date.</summary>
    public enum Found
    {
        /// <summary>No date.</summary>
        None,

        /// <summary>A date of the calendar.</summary>
        Date,

        /// <summary>Written like a date, but the calendar has no such day.</summary>
        Impossible,
    }

    /// <summary>Whether a squeezed line is a date and nothing else; brackets around it are allowed.</summary>
    public static Found ReadWhole(string squeezed, out DateOnly date)
    {
        date = default;
        return squeezed.Length <= 24 ? Take(Whole().Match(squeezed), out date) : Found.None;
    }

    /// <summary>Whether a squeezed line ends in a date.</summary>
    public static Found ReadEnd(string squeezed, out DateOnly date, out int start)
    {
        var from = Math.Max(0, squeezed.Length - 24);
        var match = End().Match(squeezed, from);
        start = match.Index;
        return Take(match, out date);
    }

    /// <summary>The first date in a squeezed line.</summary>
    public static Found ReadFirst(string squeezed, out DateOnly date) =>
        Take(Anywhere().Match(squeezed.Length > 120 ? squeezed[..120] : squeezed), out date);

    private static Found Take(Match match, out DateOnly date)
    {
        date = default;
        if (!match.Success)
        {
            return Found.None;
        }

        var year = match.Groups["y"].Value.Replace('O', '〇').Replace('o', '〇').Replace('О', '〇').Replace('о', '〇').Replace('º', '〇');
        if (!ChineseNumeral.TryParse(year, out var y) || !ChineseNumeral.TryParse(match.Groups["m"].ValueSpan, out var m)
            || !ChineseNumeral.TryParse(match.Groups["d"].ValueSpan, out var d)
            || y is < 1 or > 9999 || m is < 1 or > 12 || d < 1 || d > DateTime.DaysInMonth(y, m))
        {
            return Found.Impossible;
        }

        date = new(y, m, d);
        return Found.Date;
    }

    private const string Date =
        @"(?<y>(?:19|20)[0-9]{2}|[一二][0-9〇零一二三四五六七八九OoОоº]{3})年(?<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3})月(?<d>[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})日";

    [GeneratedRegex(@"^[(\[]?" + Date + @"[)\]]?$")]
    private static partial Regex Whole();

    [GeneratedRegex(Date + "$")]
    private static partial Regex End();

    [GeneratedRegex(Date)]
    private static partial Regex Anywhere();
}

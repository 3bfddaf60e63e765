using System.Globalization;
using System.Text.RegularExpressions;

namespace Livelihood.Search.Domain.Queries;

/// <summary>Days from one to another, both counted in.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public sealed partial record DateRange(DateOnly From, DateOnly To)
{
    /// <summary>It was written the wrong way round.</summary>
    public bool WasTurned { get; private init; }

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>
    /// Reads a year, a month or a day, or two of them with <c>..</c>, <c>—</c>, <c>至</c> or <c>到</c> between, of which one may be missing: <c>2019</c>,
    /// <c>2019年4月</c>, <c>2019-04-30</c>, <c>2019..2021</c>, <c>..2020.6</c>. The wrong way round is put right.
    /// </summary>
    public static bool TryParse(string text, out DateRange? range)
    {
        range = null;
        var parts = Between().Split(text.Trim());
        if (parts.Length is < 1 or > 2 || parts.All(p => p.Length == 0))
        {
            return false;
        }

        var first = parts[0].Length == 0 ? new(DateOnly.MinValue, DateOnly.MinValue) : One(parts[0]);
        var last = parts.Length == 1 ? first : parts[1].Length == 0 ? new(DateOnly.MaxValue, DateOnly.MaxValue) : One(parts[1]);
        if (first is null || last is null)
        {
            return false;
        }

        range = first.From <= last.To ? new(first.From, last.To) : new(last.From, first.To) { WasTurned = true };
        return true;
    }

    private static DateRange? One(string text)
    {
        var match = Written().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
        if (year is < 1 or > 9999)
        {
            return null;
        }

        if (!match.Groups["m"].Success)
        {
            return new(new(year, 1, 1), new(year, 12, 31));
        }

        var month = int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12)
        {
            return null;
        }

        if (!match.Groups["d"].Success)
        {
            return new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));
        }

        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        return day < 1 || day > DateTime.DaysInMonth(year, month) ? null : new(new(year, month, day), new(year, month, day));
    }

    [GeneratedRegex(@"\.\.+|…+|—+|–|~|～|至|到", RegexOptions.NonBacktracking)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?<y>[0-9]{4})年?([-./]?(?<m>[0-9]{1,2})月?([-./]?(?<d>[0-9]{1,2})日?)?)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}

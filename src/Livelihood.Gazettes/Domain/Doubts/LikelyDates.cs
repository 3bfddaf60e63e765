using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Doubts;

/// <summary>Which date was probably meant, where the one that was read cannot be right.</summary>
internal static partial class LikelyDates
{
    private const int Most = 3;
    private const int YearsBack = 3;

    /// <summary>Dates that differ from <paramref name="read"/> by one digit of year, month or day and are not after the publication; the latest first.</summary>
    public static IReadOnlyList<DateOnly> Before(DateOnly read, DateOnly published) =>
        Nearest(Misread(read.Year, read.Month, read.Day), published);

    /// <summary>Dates of the calendar that a date which it does not have was probably meant to be.</summary>
    public static IReadOnlyList<DateOnly> OfImpossible(string squeezed, DateOnly? published)
    {
        var parts = Parts().Match(squeezed);
        return parts.Success && ChineseNumeral.TryParse(parts.Groups["y"].ValueSpan, out var year)
            && ChineseNumeral.TryParse(parts.Groups["m"].ValueSpan, out var month) && ChineseNumeral.TryParse(parts.Groups["d"].ValueSpan, out var day)
            ? Nearest(Misread(year, month, day), published)
            : [];
    }

    /// <summary>Dates that the end of a document's text names, of the year of its number, not after the publication; the last first.</summary>
    public static IReadOnlyList<DateOnly> InText(PrintedDocument document, DateOnly? published)
    {
        var found = new List<DateOnly>();
        foreach (var block in document.Blocks.Where(b => b.Kind is not BlockKind.Table).TakeLast(12).Reverse())
        {
            if (WrittenDate.ReadFirst(Folding.Squeeze(Folding.Fold(block.Text)), out var date) == WrittenDate.Found.Date
                && date <= (published ?? DateOnly.MaxValue) && (document.Number?.Year is not { } year || date.Year == year) && !found.Contains(date))
            {
                found.Add(date);
            }
        }

        return [.. found.Take(Most)];
    }

    private static IReadOnlyList<DateOnly> Nearest(IEnumerable<DateOnly> dates, DateOnly? published) =>
        [.. dates.Where(d => published is not { } last || (d <= last && d.Year >= last.Year - YearsBack)).Distinct().OrderByDescending(d => d).Take(Most)];

    private static IEnumerable<DateOnly> Misread(int year, int month, int day)
    {
        for (var y = year - YearsBack; y <= year + YearsBack; y++)
        {
            if (y != year && LikelyNumbers.DifferByOneDigit($"{y}", $"{year}") && Is(y, month, day))
            {
                yield return new(y, month, day);
            }
        }

        for (var m = 1; m <= 12; m++)
        {
            if (m != month && LikelyNumbers.DifferByOneDigit($"{m}", $"{month}") && Is(year, m, day))
            {
                yield return new(year, m, day);
            }
        }

        for (var d = 1; d <= 31; d++)
        {
            if (d != day && LikelyNumbers.DifferByOneDigit($"{d}", $"{day}") && Is(year, month, d))
            {
                yield return new(year, month, d);
            }
        }
    }

    private static bool Is(int year, int month, int day) => year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    [GeneratedRegex("(?<y>[^年]{4})年(?<m>[^月]{1,3})月(?<d>[^日]{1,3})日")]
    private static partial Regex Parts();
}

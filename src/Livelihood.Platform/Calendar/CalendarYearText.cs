using System.Globalization;

namespace Livelihood.Platform.Calendar;

/// <summary>
/// The days of a year as an administrator types them from the notice, a line each:
/// <c>国庆节 2026-10-01 至 2026-10-07</c>, and for make-up working days a date each.
/// </summary>
public static class CalendarYearText
{
    /// <summary>The days off, a line each.</summary>
    public static string Write(IEnumerable<Holiday> holidays) => string.Join('\n', holidays.Select(holiday =>
        holiday.From == holiday.To ? $"{holiday.Name} {holiday.From:yyyy-MM-dd}" : $"{holiday.Name} {holiday.From:yyyy-MM-dd} 至 {holiday.To:yyyy-MM-dd}"));

    /// <summary>The make-up working days, a line each.</summary>
    public static string Write(IEnumerable<DateOnly> days) => string.Join('\n', days.Select(day => day.ToString("yyyy-MM-dd")));

    /// <summary>Reads days off.</summary>
    /// <exception cref="CalendarDocumentException">Names the first line that cannot be read.</exception>
    public static IReadOnlyList<Holiday> ReadHolidays(string? text) => [.. Lines(text).Select(line =>
    {
        var parts = line.Text.Split([' ', '　', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length switch
        {
            2 => new Holiday(parts[0], Day(parts[1], line.Number), Day(parts[1], line.Number)),
            4 when parts[2] is "至" or "到" or "-" => new Holiday(parts[0], Day(parts[1], line.Number), Day(parts[3], line.Number)),
            _ => throw new CalendarDocumentException($"放假安排第{line.Number}行“{line.Text}”无法识别，请写成“国庆节 2026-10-01 至 2026-10-07”。"),
        };
    })];

    /// <summary>Reads make-up working days.</summary>
    /// <exception cref="CalendarDocumentException">Names the first line that cannot be read.</exception>
    public static IReadOnlyList<DateOnly> ReadDays(string? text) => [.. Lines(text).Select(line => Day(line.Text, line.Number))];

    private static IEnumerable<(int Number, string Text)> Lines(string? text) => (text ?? "")
        .Split('\n')
        .Select((line, i) => (Number: i + 1, Text: line.Trim()))
        .Where(line => line.Text.Length > 0);

    private static DateOnly Day(string text, int line) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-M-d", "yyyy年M月d日", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new CalendarDocumentException($"第{line}行的“{text}”不是日期，请写成 2026-10-01 的形式。");
}

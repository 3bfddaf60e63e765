using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Livelihood.Platform.Calendar;

/// <summary>A run of days off with its name, such as 国庆节 from 1 to 7 October. Both ends belong to it.</summary>
public sealed record Holiday(string Name, DateOnly From, DateOnly To);

/// <summary>
/// One year of the working-day calendar (R-C2): days off and make-up working days (调休), as the State Council's
/// yearly notice gives them. A year that is not announced yet holds only what the law itself fixes.
/// </summary>
/// <param name="Year">The year; every day below lies in it.</param>
/// <param name="Announced">False while the year's notice is not out: dates that reach it are provisional (R-C4).</param>
/// <param name="Source">The notice, by its title.</param>
/// <param name="Holidays">Days off, without overlaps.</param>
/// <param name="MakeUpWorkingDays">Saturdays and Sundays on which offices work.</param>
public sealed record CalendarYear(
    int Year,
    bool Announced,
    string Source,
    IReadOnlyList<Holiday> Holidays,
    IReadOnlyList<DateOnly> MakeUpWorkingDays);

/// <summary>The data of a calendar: years without gaps, the announced ones first.</summary>
public sealed record CalendarDocument(IReadOnlyList<CalendarYear> Years)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The calendar that is delivered with the portal: 2007 to 2026 announced, 2027 provisional.</summary>
    /// <exception cref="CalendarDocumentException">The delivered file is damaged.</exception>
    public static CalendarDocument Delivered()
    {
        using var stream = typeof(CalendarDocument).Assembly.GetManifestResourceStream("working-days.json")
            ?? throw new CalendarDocumentException("程序中缺少工作日历文件 working-days.json。");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Reads the JSON that <see cref="ToJson"/> writes.</summary>
    /// <exception cref="CalendarDocumentException">It is not JSON of this shape.</exception>
    public static CalendarDocument Parse(string json)
    {
        try
        {
            var document = JsonSerializer.Deserialize<CalendarDocument>(json, Json);
            return document is { Years: not null } && document.Years.All(IsWhole)
                ? document
                : throw new CalendarDocumentException("工作日历缺少年份、放假或调休的数据。");
        }
        catch (JsonException problem)
        {
            throw new CalendarDocumentException($"工作日历不是正确的 JSON：第 {problem.LineNumber + 1} 行有误。", problem);
        }
    }

    /// <summary>The canonical JSON: equal documents give equal text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>A name for exactly this content: the last announced year and eight digits of its SHA-256.</summary>
    public string Version()
    {
        var confirmed = Years.Where(year => year.Announced).Select(year => year.Year).DefaultIfEmpty(0).Max();
        return $"{confirmed}-{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Json)))[..8]}";
    }

    /// <summary>The same calendar with one year replaced, or added at the end.</summary>
    public CalendarDocument With(CalendarYear changed) =>
        new([.. Years.Where(year => year.Year != changed.Year).Append(changed).OrderBy(year => year.Year)]);

    private static bool IsWhole(CalendarYear? year) =>
        year is { Source: not null, Holidays: not null, MakeUpWorkingDays: not null }
        && year.Holidays.All(holiday => holiday is { Name: not null });
}

/// <summary>The data of a calendar cannot be used; the message is Chinese and says what to mend.</summary>
public sealed class CalendarDocumentException(string message, Exception? inner = null) : Exception(message, inner);

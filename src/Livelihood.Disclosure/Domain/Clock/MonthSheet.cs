using System.Globalization;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>A day of a month.</summary>
/// <param name="On">The day.</param>
/// <param name="IsWorkingDay">Whether offices work.</param>
/// <param name="Note">The holiday's name, or 调休上班; null on plain working days and weekends.</param>
public sealed record SheetDay(DateOnly On, bool IsWorkingDay, string? Note);

/// <summary>A month in weeks from Monday to Sunday; what belongs to other months is empty.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Weeks">Seven days each; null: another month's.</param>
/// <param name="IsProvisional">Whether its days off are not announced yet (R-C4).</param>
public sealed record MonthSheet(DateOnly First, IReadOnlyList<IReadOnlyList<SheetDay?>> Weeks, bool IsProvisional)
{
    private const int DaysOfAWeek = 7;
    private static readonly string[] s_written = ["yyyy-M", "yyyy/M", "yyyy.M", "yyyy年M月"];

    /// <summary>Its last day.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>The month of a day.</summary>
    /// <exception cref="OutsideCalendarException">It lies outside of the calendar.</exception>
    public static MonthSheet Of(DateOnly day, WorkingDayCalendar calendar)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        var before = ((int)first.DayOfWeek + DaysOfAWeek - 1) % DaysOfAWeek;
        var days = Enumerable.Repeat<SheetDay?>(null, before)
            .Concat(Enumerable.Range(0, DateTime.DaysInMonth(first.Year, first.Month)).Select(SheetDay? (i) => Of(first.AddDays(i))));
        var weeks = days.Chunk(DaysOfAWeek).Select(IReadOnlyList<SheetDay?> (week) => [.. week, .. Enumerable.Repeat<SheetDay?>(null, DaysOfAWeek - week.Length)]);
        return new(first, [.. weeks], calendar.IsProvisional(first));

        SheetDay Of(DateOnly on) => new(
            on, calendar.IsWorkingDay(on), calendar.IsMakeUpWorkingDay(on) || (!calendar.IsWorkingDay(on) && calendar.Why(on) != "周末") ? calendar.Why(on) : null);
    }

    /// <summary>The first day of the month that somebody typed, as 2026-03, 2026-3, 2026/3 or 2026年3月.</summary>
    /// <param name="month">What was typed.</param>
    /// <param name="calendar">The calendar.</param>
    /// <param name="problem">Why it is no month to show, in a Chinese sentence that says what to type; null where it is one.</param>
    /// <returns>The day, or null.</returns>
    public static DateOnly? Read(string month, WorkingDayCalendar calendar, out string? problem)
    {
        var isRead = DateOnly.TryParseExact(HalfWidth.Of(month).Trim(), s_written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first);
        problem = !isRead ? "读不懂填写的月份。请写成2026-03的样子，月份是1到12。"
            : IsWithin(first, calendar) ? null
            : $"工作日历里没有这个月。请填{calendar.First:yyyy-MM}到{calendar.Last:yyyy-MM}的月份。";
        return problem is null ? first : null;
    }

    /// <summary>Whether a month lies within the calendar.</summary>
    public static bool IsWithin(DateOnly first, WorkingDayCalendar calendar) => first >= calendar.First && first <= calendar.Last;
}

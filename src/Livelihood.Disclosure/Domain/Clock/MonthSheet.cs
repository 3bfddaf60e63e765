using Livelihood.Platform.Calendar;

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

    /// <summary>The month that an address names as <c>2026-03</c>, or null; one outside of the calendar is none.</summary>
    public static DateOnly? Read(string? month, WorkingDayCalendar calendar) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", out var first) && IsWithin(first, calendar) ? first : null;

    /// <summary>Whether a month lies within the calendar.</summary>
    public static bool IsWithin(DateOnly first, WorkingDayCalendar calendar) => first >= calendar.First && first <= calendar.Last;
}

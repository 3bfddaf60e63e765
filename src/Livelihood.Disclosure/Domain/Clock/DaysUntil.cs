using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Clock;

/// <summary>How many working days are left.</summary>
public static class DaysUntil
{
    /// <summary>Working days from tomorrow up to the last day: 0 on the last day, negative by the working days past it.</summary>
    public static int Of(DateOnly due, DateOnly today, WorkingDayCalendar calendar) => due >= today
        ? calendar.CountWorkingDays(today, due)
        : -calendar.CountWorkingDays(due, today);
}

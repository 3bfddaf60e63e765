using Livelihood.Platform.Calendar;

namespace Livelihood.UnitTests.Calendar;

/// <summary>
/// The second, deliberately slow computation that the calendar is tested against: it walks day by day through the raw
/// data and shares nothing with <see cref="WorkingDayCalendar"/> but the document.
/// </summary>
internal sealed class NaiveCalendar(CalendarDocument document)
{
    public bool IsWorking(DateOnly day)
    {
        foreach (var year in document.Years)
        {
            if (year.MakeUpWorkingDays.Contains(day))
            {
                return true;
            }

            if (year.Holidays.Any(holiday => day >= holiday.From && day <= holiday.To))
            {
                return false;
            }
        }

        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    public DateOnly Add(DateOnly start, int count)
    {
        var day = start;
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorking(day))
            {
                count--;
            }
        }

        return day;
    }
}

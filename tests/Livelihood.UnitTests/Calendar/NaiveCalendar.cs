using Livelihood.Platform.Calendar;

namespace Livelihood.UnitTests.Calendar;

/// <summary>
/// The second, deliberately slow computation that the calendar is tested against: it walks day by day through the raw
/// data and shares nothing with <see cref="WorkingDayCalendar"/> but the document.
/// </summary>
internal sealed class NaiveCalendar(CalendarDocument document)
{
    private readonly HashSet<DateOnly> makeUp = [.. document.Years.SelectMany(year => year.MakeUpWorkingDays)];

    private readonly HashSet<DateOnly> off = [.. document.Years.SelectMany(year => year.Holidays).SelectMany(holiday =>
        Enumerable.Range(0, holiday.To.DayNumber - holiday.From.DayNumber + 1).Select(holiday.From.AddDays))];

    public bool IsWorking(DateOnly day) =>
        makeUp.Contains(day) || (!off.Contains(day) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

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

    public int Count(DateOnly after, DateOnly through)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
        {
            count += IsWorking(day) ? 1 : 0;
        }

        return count;
    }
}

using Livelihood.Platform.Calendar;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>
/// Calendars of 2007 to 2026 and a provisional 2027 that nobody announced: the delivered one with holidays moved, lengthened and
/// dropped, and other weekends worked.
/// </summary>
internal static class GeneratedCalendar
{
    private static readonly CalendarDocument s_delivered = CalendarDocument.Delivered();

    public static CalendarDocument Of(int seed)
    {
        var chance = new Random(seed);
        return new([.. s_delivered.Years.Select(year => Changed(year, chance))]);
    }

    private static CalendarYear Changed(CalendarYear year, Random chance)
    {
        List<Holiday> holidays = [.. year.Holidays.Where(_ => chance.Next(5) > 0)];
        for (var i = chance.Next(3); i > 0; i--)
        {
            var from = new DateOnly(year.Year, 1, 1).AddDays(chance.Next(350));
            var to = from.AddDays(chance.Next(10));
            if (to.Year == year.Year && holidays.TrueForAll(other => other.To < from || other.From > to))
            {
                holidays.Add(new("临时放假", from, to));
            }
        }

        var makeUp = year.MakeUpWorkingDays.Where(_ => chance.Next(4) > 0)
            .Concat(Enumerable.Range(0, chance.Next(6)).Select(_ => new DateOnly(year.Year, 1, 1).AddDays(chance.Next(365))))
            .Where(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && holidays.TrueForAll(holiday => day < holiday.From || day > holiday.To));
        return year with { Holidays = [.. holidays.OrderBy(holiday => holiday.From)], MakeUpWorkingDays = [.. makeUp.Distinct().Order()] };
    }
}

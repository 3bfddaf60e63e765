namespace Livelihood.Platform.Calendar;

/// <summary>
/// Working days of the People's Republic of China (R-C1, R-C2, R-C6): Monday to Friday, less the State Council's days
/// off, plus its make-up working days. Immutable; every question is answered from tables made once, so that counting
/// over years costs as much as counting over a week.
/// </summary>
/// <remarks>
/// After the last year with data the calendar goes on for <see cref="YearsBeyondData"/> years on weekends alone: a
/// deadline there is provisional (R-C4), but it is a date that can be shown and sorted. Outside of that it refuses.
/// </remarks>
public sealed class WorkingDayCalendar
{
    /// <summary>Years, after the last one with data, that are counted on weekends alone.</summary>
    public const int YearsBeyondData = 10;

    private readonly int _firstNumber;

    /// <summary>_before[i]: working days before day i; one longer than the days.</summary>
    private readonly int[] _before;

    /// <summary>The k-th working day, as a day number.</summary>
    private readonly int[] _workingDays;

    private readonly Dictionary<DateOnly, string> _holidays = [];

    /// <summary>Builds the tables.</summary>
    /// <exception cref="CalendarDocumentException">The data contradict themselves.</exception>
    public WorkingDayCalendar(CalendarDocument document)
    {
        CalendarCheck.Check(document);
        Document = document;
        Version = document.Version();
        FirstYear = document.Years[0].Year;
        ConfirmedThrough = document.Years.Where(year => year.Announced).Max(year => year.Year);
        First = new DateOnly(FirstYear, 1, 1);
        Last = new DateOnly(document.Years[^1].Year + YearsBeyondData, 12, 31);
        _firstNumber = First.DayNumber;

        foreach (var holiday in document.Years.SelectMany(year => year.Holidays))
        {
            for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
            {
                _holidays[day] = holiday.Name;
            }
        }

        var makeUp = document.Years.SelectMany(year => year.MakeUpWorkingDays).ToHashSet();
        var length = Last.DayNumber - _firstNumber + 1;
        _before = new int[length + 1];
        var working = new List<int>(length);
        for (var i = 0; i < length; i++)
        {
            _before[i] = working.Count;
            var day = First.AddDays(i);
            if (makeUp.Contains(day) || (!IsWeekend(day) && !_holidays.ContainsKey(day)))
            {
                working.Add(day.DayNumber);
            }
        }

        _before[length] = working.Count;
        _workingDays = [.. working];
    }

    /// <summary>The data it was made from.</summary>
    public CalendarDocument Document { get; }

    /// <summary>A name for exactly this calendar; kept with every deadline (R-C5).</summary>
    public string Version { get; }

    /// <summary>The first year with data.</summary>
    public int FirstYear { get; }

    /// <summary>The last announced year; later dates are provisional (R-C4).</summary>
    public int ConfirmedThrough { get; }

    /// <summary>The first day that can be asked about.</summary>
    public DateOnly First { get; }

    /// <summary>The last day that can be asked about.</summary>
    public DateOnly Last { get; }

    /// <summary>Whether offices work on the day (R-C2).</summary>
    /// <exception cref="OutsideCalendarException">The day lies outside of the calendar.</exception>
    public bool IsWorkingDay(DateOnly date)
    {
        var index = IndexOf(date);
        return _before[index + 1] > _before[index];
    }

    /// <summary>Whether the day is a Saturday or Sunday on which offices work (调休上班).</summary>
    /// <exception cref="OutsideCalendarException">The day lies outside of the calendar.</exception>
    public bool IsMakeUpWorkingDay(DateOnly date) => IsWeekend(date) && IsWorkingDay(date);

    /// <summary>Why the day is what it is, in Chinese: 工作日, 调休上班, 周末, 国庆节放假 …</summary>
    /// <exception cref="OutsideCalendarException">The day lies outside of the calendar.</exception>
    public string Why(DateOnly date) => IsWorkingDay(date)
        ? IsWeekend(date) ? "调休上班" : "工作日"
        : !_holidays.TryGetValue(date, out var name) ? "周末"
        : name.EndsWith("放假", StringComparison.Ordinal) ? name : name + "放假";

    /// <summary>
    /// The last day of a limit of so many working days (R-C1): the start is day 0, day 1 is the next working day.
    /// </summary>
    /// <param name="start">Day 0, working day or not.</param>
    /// <param name="workingDayCount">Working days, 0 or more; 0 gives the start itself.</param>
    /// <exception cref="OutsideCalendarException">The start or the result lies outside of the calendar.</exception>
    public DateOnly AddWorkingDays(DateOnly start, int workingDayCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDayCount);
        if (workingDayCount == 0)
        {
            return start;
        }

        var position = _before[IndexOf(start) + 1] + workingDayCount - 1;
        return position < _workingDays.Length
            ? DateOnly.FromDayNumber(_workingDays[position])
            : throw new OutsideCalendarException($"从 {start:yyyy-MM-dd} 起 {workingDayCount} 个工作日超出了工作日历（至 {Last:yyyy-MM-dd}）。");
    }

    /// <summary>Working days after one day, up to and including another; 0 where the end is not later.</summary>
    /// <exception cref="OutsideCalendarException">A day lies outside of the calendar.</exception>
    public int CountWorkingDays(DateOnly after, DateOnly through)
    {
        var (from, to) = (IndexOf(after), IndexOf(through));
        return to <= from ? 0 : _before[to + 1] - _before[from + 1];
    }

    /// <summary>The day itself where it is a working day, else the next one (R-C6).</summary>
    /// <exception cref="OutsideCalendarException">No such day lies in the calendar.</exception>
    public DateOnly WorkingDayOnOrAfter(DateOnly date) => IsWorkingDay(date) ? date : AddWorkingDays(date, 1);

    /// <summary>The end of a limit in natural days: the start is day 0, and a day off moves it on (R-C6).</summary>
    /// <exception cref="OutsideCalendarException">The end lies outside of the calendar.</exception>
    public DateOnly AddNaturalDays(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return WorkingDayOnOrAfter(start.AddDays(days));
    }

    /// <summary>
    /// The end of a limit in months: the same day of the month, or its last where it has none; a day off moves it on (R-C6).
    /// </summary>
    /// <exception cref="OutsideCalendarException">The end lies outside of the calendar.</exception>
    public DateOnly AddMonths(DateOnly start, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        return WorkingDayOnOrAfter(start.AddMonths(months));
    }

    /// <summary>Whether a date reaches a year that is not announced (暂定, R-C4).</summary>
    public bool IsProvisional(DateOnly date) => date.Year > ConfirmedThrough;

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private int IndexOf(DateOnly date) => date >= First && date <= Last
        ? date.DayNumber - _firstNumber
        : throw new OutsideCalendarException($"{date:yyyy-MM-dd} 不在工作日历的范围（{First:yyyy-MM-dd} 至 {Last:yyyy-MM-dd}）内。");
}

/// <summary>A date that the calendar holds nothing about; the message is Chinese.</summary>
public sealed class OutsideCalendarException(string message) : Exception(message);

using System.Globalization;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;

namespace Livelihood.Disclosure.Domain.Reminders;

/// <summary>Who is reminded of a deadline.</summary>
public enum Reminded
{
    /// <summary>The person responsible; where there is none, all handlers of the agency.</summary>
    Handler,

    /// <summary>The head of the agency's disclosure office.</summary>
    Head,

    /// <summary>The supervising department.</summary>
    Supervisor,
}

/// <summary>
/// The marks at which people are reminded: working days before a deadline, 0 on its last day, negative after it. Of the marks
/// that have been reached only the last one counts: after a night, or a week, without a server nobody gets five mails.
/// </summary>
public static class ReminderMarks
{
    /// <summary>Working days; a mark farther off would be no reminder.</summary>
    private const int Farthest = 60;

    /// <summary>Marks as they are written in a setting, such as <c>5,2,1,0,-1</c>; null where they cannot be read.</summary>
    public static IReadOnlyList<int>? Read(string text)
    {
        var parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var marks = parts.Select(part => int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var mark) && Math.Abs(mark) <= Farthest ? mark : (int?)null).ToList();
        return marks.Contains(null) ? null : [.. marks.OfType<int>()];
    }

    /// <summary>The mark that counts on a day, or null while none is reached.</summary>
    /// <param name="marks">The marks, in any order.</param>
    /// <param name="due">The last day of the deadline.</param>
    /// <param name="today">Today in Asia/Shanghai.</param>
    /// <param name="calendar">The calendar in force.</param>
    public static int? Reached(IEnumerable<int> marks, DateOnly due, DateOnly today, WorkingDayCalendar calendar)
    {
        var left = DaysUntil.Of(due, today, calendar);
        // On the days off behind the last day no working day has passed yet, and still it is past.
        var reached = marks.Where(mark => mark >= left && (mark >= 0 || today > due)).ToList();
        return reached.Count == 0 ? null : reached.Min();
    }
}

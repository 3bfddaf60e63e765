using Livelihood.Disclosure.Domain.Reminders;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>When somebody is reminded of a deadline.</summary>
public sealed class ReminderMarksTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());
    private static readonly int[] Marks = [0, 5, -1, 2, -5, 1];

    [Theory]
    [InlineData("2026-03-20", null)] // six working days before Monday, 30 March
    [InlineData("2026-03-23", 5)]
    [InlineData("2026-03-25", 5)]
    [InlineData("2026-03-26", 2)]
    [InlineData("2026-03-27", 1)]
    [InlineData("2026-03-28", 1)] // a Saturday
    [InlineData("2026-03-30", 0)]
    [InlineData("2026-03-31", -1)]
    [InlineData("2026-04-03", -1)]
    [InlineData("2026-04-08", -5)] // 6 April is a day off
    [InlineData("2026-12-01", -5)]
    public void R_33a_Of_the_marks_reached_the_last_one_counts(string today, int? mark) =>
        Assert.Equal(mark, ReminderMarks.Reached(Marks, new(2026, 3, 30), DateOnly.Parse(today), Calendar));

    [Fact]
    public void On_the_days_off_behind_the_last_day_nothing_new_is_reached() =>
        Assert.Equal(0, ReminderMarks.Reached(Marks, new(2026, 3, 27), new(2026, 3, 29), Calendar));

    [Fact]
    public void Without_marks_nobody_is_reminded() => Assert.Null(ReminderMarks.Reached([], new(2026, 3, 30), new(2026, 4, 30), Calendar));

    [Theory]
    [InlineData("5, 2,0,-1", "5 2 0 -1")]
    [InlineData("", "")]
    [InlineData("5;2", null)]
    [InlineData("five", null)]
    [InlineData("1000000", null)]
    public void Settings_are_read_or_refused(string text, string? marks) =>
        Assert.Equal(marks, ReminderMarks.Read(text) is { } read ? string.Join(' ', read) : null);
}

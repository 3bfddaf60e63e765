using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

public sealed class RequestHistoryTests
{
    private static readonly CalendarDocument Delivered = CalendarDocument.Delivered();
    private static readonly WorkingDayCalendar Calendar = new(Delivered);

    private static DateOnly On(string date) => DateOnly.Parse(date);

    private static RequestHistory Open(string day) => new([new Submitted(On(day), Channel.Internet), new Confirmed(On(day))]);

    [Fact]
    public void R_31c_No_limit_runs_before_both_sides_have_confirmed()
    {
        var filed = new RequestHistory([new Submitted(On("2026-02-27"), Channel.Internet)]);
        Assert.Null(filed.ReceivedOn);
        Assert.Null(filed.ReplyDeadline(Calendar));
        var open = filed.With(new Confirmed(On("2026-03-02")), On("2026-03-02"), Calendar);
        Assert.Equal(On("2026-03-02"), open.ReceivedOn);
        Assert.Equal(On("2026-03-30"), open.ReplyDeadline(Calendar)!.Due);
    }

    [Fact]
    public void R_ORD_An_event_of_tomorrow_and_one_before_submission_are_refused()
    {
        var filed = new RequestHistory([new Submitted(On("2026-03-02"), Channel.Internet)]);
        Assert.Equal("R-ORD", Assert.Throws<DisclosureRuleException>(() => filed.With(new Confirmed(On("2026-03-03")), On("2026-03-02"), Calendar)).Rule);
        Assert.Equal("R-ORD", Assert.Throws<DisclosureRuleException>(() => filed.With(new Confirmed(On("2026-03-01")), On("2026-03-02"), Calendar)).Rule);
    }

    [Fact]
    public void R_C3_A_calendar_change_does_not_undo_what_was_recorded_in_time()
    {
        // Granted on the last day; then a Saturday becomes a working day and the deadline would have been a day earlier.
        var extended = Open("2026-03-02").With(new Extended(On("2026-03-30"), 10), On("2026-03-30"), Calendar);
        var year = Delivered.Years.Single(y => y.Year == 2026);
        var changed = new WorkingDayCalendar(Delivered.With(year with { MakeUpWorkingDays = [.. year.MakeUpWorkingDays, On("2026-03-07")] }));
        Assert.Equal(On("2026-03-27"), ReplyClock.Read(On("2026-03-02"), [], changed).Due);
        Assert.Equal(On("2026-04-13"), extended.ReplyDeadline(changed)!.Due);

        // What is new is measured on the calendar in force.
        var late = Assert.Throws<DisclosureRuleException>(() => Open("2026-03-02").With(new Extended(On("2026-03-30"), 10), On("2026-03-30"), changed));
        Assert.Equal("R-33b", late.Rule);
    }

    [Fact]
    public void Days_left_out_are_read_in_rows()
    {
        var ranges = LeftOutRange.Of(ReplyClock.Read(On("2026-02-05"), [], Calendar).Steps[1].Left);
        Assert.Contains(new LeftOutRange(On("2026-02-15"), On("2026-02-23"), "春节放假"), ranges);
        Assert.Contains(new LeftOutRange(On("2026-02-07"), On("2026-02-08"), "周末"), ranges);
    }

    [Theory]
    [InlineData("2026-03-30", 0)]
    [InlineData("2026-03-27", 1)]
    [InlineData("2026-03-02", 20)]
    [InlineData("2026-03-31", -1)]
    [InlineData("2026-04-07", -5)]
    public void Days_left_are_working_days(string today, int left) => Assert.Equal(left, DaysUntil.Of(On("2026-03-30"), On(today), Calendar));
}

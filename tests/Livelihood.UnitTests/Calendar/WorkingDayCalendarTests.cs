using FsCheck;
using FsCheck.Fluent;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Calendar;

public sealed class WorkingDayCalendarTests
{
    private static readonly CalendarDocument Delivered = CalendarDocument.Delivered();
    private static readonly WorkingDayCalendar Calendar = new(Delivered);

    private static DateOnly On(string date) => DateOnly.Parse(date);

    [Theory]
    [InlineData("2026-02-05", 0, "2026-02-05")]
    [InlineData("2026-02-05", 1, "2026-02-06")]
    [InlineData("2026-02-06", 1, "2026-02-09")]
    [InlineData("2026-02-07", 1, "2026-02-09")] // received on a Saturday: that day is still day 0
    [InlineData("2026-02-13", 1, "2026-02-14")] // a make-up Saturday
    [InlineData("2026-02-14", 1, "2026-02-24")] // over the Spring Festival
    [InlineData("2026-02-27", 1, "2026-02-28")]
    public void R_C1_The_day_of_receipt_is_day_zero(string start, int count, string end) =>
        Assert.Equal(On(end), Calendar.AddWorkingDays(On(start), count));

    [Theory] // working days of the years, counted from the notices apart from this code
    [InlineData(2007, 249)]
    [InlineData(2008, 251)]
    [InlineData(2009, 250)]
    [InlineData(2010, 250)]
    [InlineData(2011, 250)]
    [InlineData(2012, 249)]
    [InlineData(2013, 250)]
    [InlineData(2014, 250)]
    [InlineData(2015, 249)]
    [InlineData(2016, 250)]
    [InlineData(2017, 249)]
    [InlineData(2018, 250)]
    [InlineData(2019, 250)]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    [InlineData(2027, 254)]
    public void R_C2_Each_year_has_its_working_days(int year, int days)
    {
        var first = new DateOnly(year, 1, 1);
        var within = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Count(i => Calendar.IsWorkingDay(first.AddDays(i)));
        Assert.Equal(days, within);
    }

    [Theory]
    [InlineData("2026-02-05", "工作日")]
    [InlineData("2026-02-07", "周末")]
    [InlineData("2026-02-14", "调休上班")]
    [InlineData("2026-02-17", "春节放假")]
    [InlineData("2026-10-04", "国庆节放假")]
    [InlineData("2025-10-06", "国庆节、中秋节放假")]
    [InlineData("2020-01-31", "春节放假")] // the lengthened Spring Festival of 2020
    [InlineData("2026-04-05", "清明节放假")]
    [InlineData("2026-06-19", "端午节放假")]
    [InlineData("2030-10-01", "工作日")] // beyond the data: weekends alone, and provisional
    public void R_C2_Every_day_says_why(string date, string why) => Assert.Equal(why, Calendar.Why(On(date)));

    [Fact]
    public void R_C3_A_changed_year_gives_another_version_and_another_deadline()
    {
        var year = Delivered.Years.Single(y => y.Year == 2020);
        var before = year with { Holidays = [.. year.Holidays.Where(h => h.Name != "春节"), new("春节", On("2020-01-24"), On("2020-01-30"))], MakeUpWorkingDays = [.. year.MakeUpWorkingDays, On("2020-02-01")] };
        var original = new WorkingDayCalendar(Delivered.With(before));

        Assert.NotEqual(original.Version, Calendar.Version);
        // 13-17, 19, 20-23 January are ten; then 31 January, 1, 3-7, 10-12 February; after the change 3-7, 10-14 February.
        Assert.Equal(On("2020-02-12"), original.AddWorkingDays(On("2020-01-10"), 20));
        Assert.Equal(On("2020-02-14"), Calendar.AddWorkingDays(On("2020-01-10"), 20));
    }

    [Fact]
    public void R_C4_A_year_that_is_not_announced_is_provisional()
    {
        Assert.Equal(2026, Calendar.ConfirmedThrough);
        Assert.False(Calendar.IsProvisional(On("2026-12-31")));
        Assert.True(Calendar.IsProvisional(On("2027-01-04")));
        Assert.True(Calendar.IsProvisional(On("2031-01-04")));
    }

    [Fact]
    public void R_C5_The_version_names_the_content_and_survives_the_file()
    {
        var read = CalendarDocument.Parse(Delivered.ToJson());
        Assert.Equal(Calendar.Version, new WorkingDayCalendar(read).Version);
        Assert.Matches("^2026-[0-9a-f]{8}$", Calendar.Version);
    }

    [Theory]
    [InlineData("2026-02-05", "2026-02-05")]
    [InlineData("2026-02-15", "2026-02-24")]
    [InlineData("2026-02-28", "2026-02-28")] // a make-up Saturday is a working day
    public void R_C6_A_limit_that_ends_on_a_day_off_moves_on(string date, string end) =>
        Assert.Equal(On(end), Calendar.WorkingDayOnOrAfter(On(date)));

    [Fact]
    public void R_C6_Natural_days_and_months_move_on_too()
    {
        Assert.Equal(On("2026-10-08"), Calendar.AddNaturalDays(On("2026-08-02"), 60)); // 1 October
        Assert.Equal(On("2026-02-28"), Calendar.AddMonths(On("2025-08-31"), 6));       // no 31 February; a make-up Saturday
    }

    [Theory]
    [InlineData("2006-12-31")]
    [InlineData("2038-01-01")]
    public void A_day_outside_of_the_calendar_is_refused_with_its_range(string date)
    {
        var problem = Assert.Throws<OutsideCalendarException>(() => Calendar.IsWorkingDay(On(date)));
        Assert.Contains(date, problem.Message);
        Assert.Contains("2007-01-01", problem.Message);
    }

    [Fact]
    public void A_limit_that_runs_out_of_the_calendar_is_refused() =>
        Assert.Throws<OutsideCalendarException>(() => Calendar.AddWorkingDays(On("2037-12-30"), 20));

    [Fact]
    public void Adding_equals_walking_day_by_day()
    {
        var naive = new NaiveCalendar(Delivered);
        var start = Gen.Choose(On("2007-01-01").DayNumber, On("2028-12-31").DayNumber).Select(DateOnly.FromDayNumber);
        var input = start.SelectMany(day => Gen.Choose(0, 120).Select(count => (day, count))).ToArbitrary();
        Prop.ForAll(input, x =>
            Calendar.AddWorkingDays(x.day, x.count) == naive.Add(x.day, x.count)
            && Calendar.CountWorkingDays(x.day, Calendar.AddWorkingDays(x.day, x.count)) == x.count
            && Calendar.IsWorkingDay(x.day) == naive.IsWorking(x.day))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Fact]
    public void R_C2_A_make_up_day_never_makes_a_deadline_later()
    {
        var without = new WorkingDayCalendar(new([.. Delivered.Years.Select(y => y with { MakeUpWorkingDays = [] })]));
        var start = Gen.Choose(On("2007-01-01").DayNumber, On("2026-12-31").DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();
        Prop.ForAll(start, day => Calendar.AddWorkingDays(day, 20) <= without.AddWorkingDays(day, 20))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}

using Livelihood.Content.Publication;
using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Content;

public sealed class LatePublicationTests
{
    private static readonly WorkingDayCalendar Calendar = new(CalendarDocument.Delivered());

    [Theory]
    [Trait("rule", "R-26")]
    [InlineData("2021-03-01", "2021-03-29", false)] // the twentieth working day
    [InlineData("2021-03-01", "2021-03-30", true)]
    [InlineData("2021-03-01", "2021-03-01", false)]
    [InlineData("2021-03-02", "2021-03-01", false)]
    [InlineData("2021-09-24", "2021-10-28", true)]
    [InlineData("1999-01-04", "1999-02-10", false)] // before the calendar: natural days tell
    [InlineData("1999-01-04", "1999-02-14", true)]
    public void Twenty_working_days_are_allowed(string formed, string published, bool isLate) =>
        Assert.Equal(isLate, LatePublications.IsLate(Calendar, DateOnly.Parse(formed), DateOnly.Parse(published)));
}

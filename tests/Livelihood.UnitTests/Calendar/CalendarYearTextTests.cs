using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Calendar;

public sealed class CalendarYearTextTests
{
    [Fact]
    public void Every_delivered_year_survives_being_written_and_read()
    {
        Assert.All(CalendarDocument.Delivered().Years, year =>
        {
            Assert.Equal(year.Holidays, CalendarYearText.ReadHolidays(CalendarYearText.Write(year.Holidays)));
            Assert.Equal(year.MakeUpWorkingDays, CalendarYearText.ReadDays(CalendarYearText.Write(year.MakeUpWorkingDays)));
        });
    }

    [Fact]
    public void Dates_may_be_written_as_in_the_notice() =>
        Assert.Equal([new Holiday("国庆节", new(2028, 10, 1), new(2028, 10, 7))], CalendarYearText.ReadHolidays("\r\n国庆节　2028年10月1日 到 2028/10/7 \r\n"));

    [Theory]
    [InlineData("国庆节", "第1行“国庆节”无法识别")]
    [InlineData("元旦 2028-01-01\n国庆节 2028-10-01 2028-10-07", "第2行")]
    [InlineData("国庆节 2028-13-01", "“2028-13-01”不是日期")]
    public void A_line_that_cannot_be_read_is_named(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<CalendarDocumentException>(() => CalendarYearText.ReadHolidays(text)).Message);
}

using Livelihood.Platform.Calendar;
using Xunit;

namespace Livelihood.UnitTests.Calendar;

public sealed class CalendarCheckTests
{
    private static readonly CalendarYear Good = new(2030, true, "测试通知", [new("元旦", On("2030-01-01"), On("2030-01-03"))], [On("2030-01-05")]);

    private static DateOnly On(string date) => DateOnly.Parse(date);

    public static TheoryData<string, CalendarYear> Mistakes => new()
    {
        { "依据", Good with { Source = " " } },
        { "没有名称", Good with { Holidays = [new(" ", On("2030-01-01"), On("2030-01-01"))] } },
        { "晚于结束", Good with { Holidays = [new("元旦", On("2030-01-03"), On("2030-01-01"))] } },
        { "不全在 2030 年内", Good with { Holidays = [new("元旦", On("2029-12-30"), On("2030-01-01"))] } },
        { "两个假期", Good with { Holidays = [new("甲", On("2030-01-01"), On("2030-01-03")), new("乙", On("2030-01-03"), On("2030-01-04"))] } },
        { "不是周六或周日", Good with { MakeUpWorkingDays = [On("2030-01-07")] } },
        { "既写成放假又写成调休", Good with { Holidays = [new("元旦", On("2030-01-05"), On("2030-01-05"))] } },
        { "写了两次", Good with { MakeUpWorkingDays = [On("2030-01-05"), On("2030-01-05")] } },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_in_a_year_is_named(string expected, CalendarYear year)
    {
        var problem = Assert.Throws<CalendarDocumentException>(() => CalendarCheck.Check(year));
        Assert.Contains(expected, problem.Message);
    }

    [Fact]
    public void Years_follow_one_another_and_announced_ones_come_first()
    {
        CalendarCheck.Check(new CalendarDocument([Good]));
        Assert.Throws<CalendarDocumentException>(() => CalendarCheck.Check(new CalendarDocument([])));
        Assert.Throws<CalendarDocumentException>(() => CalendarCheck.Check(new CalendarDocument([Good, Empty(2032, true)])));
        Assert.Throws<CalendarDocumentException>(() => CalendarCheck.Check(new CalendarDocument([Good, Empty(2031, false), Empty(2032, true)])));
        CalendarCheck.Check(new CalendarDocument([Good, Empty(2031, true), Empty(2032, false)]));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"years":[{"year":2026}]}""")]
    [InlineData("""{"years":[null]}""")]
    public void A_damaged_file_is_refused(string json) =>
        Assert.Throws<CalendarDocumentException>(() => CalendarDocument.Parse(json));

    private static CalendarYear Empty(int year, bool announced) => new(year, announced, "测试通知", [], []);
}

using System.Text;
using Livelihood.Content.Feeds;
using Xunit;

namespace Livelihood.UnitTests.Feeds;

public sealed class CalendarTextTests
{
    private static readonly CalendarEvent Event = new(
        "7d2kq4v9xm3b8c5t6w1zr0hnpe.Consultation.ClosesOn@example.gov.cn",
        new DateOnly(2026, 12, 31),
        new DateTimeOffset(2026, 3, 2, 1, 30, 0, TimeSpan.Zero),
        "截止日期：修改《办法》",
        "第一行\n第二行",
        "https://example.gov.cn/consultations/1",
        "意见征集");

    [Fact]
    public void Event_IsWrittenAsAllDay_EndingOnTheDayAfter()
    {
        var lines = Unfolded(Event);

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("VERSION:2.0", lines[1]);
        Assert.Contains("UID:7d2kq4v9xm3b8c5t6w1zr0hnpe.Consultation.ClosesOn@example.gov.cn", lines);
        Assert.Contains("DTSTAMP:20260302T013000Z", lines);
        Assert.Contains("DTSTART;VALUE=DATE:20261231", lines);
        Assert.Contains("DTEND;VALUE=DATE:20270101", lines);
        Assert.Contains("DESCRIPTION:第一行\\n第二行", lines);
        Assert.Equal("END:VCALENDAR", lines[^1]);
    }

    [Theory]
    [InlineData("甲,乙;丙\\丁", "甲\\,乙\\;丙\\\\丁")]
    [InlineData("一\r\n二\r三", "一\\n二\\n三")]
    [InlineData("铃\u0007声", "铃声")]
    [InlineData("BEGIN:VEVENT\r\nUID:x", "BEGIN:VEVENT\\nUID:x")]
    public void Text_CannotEndItsLine(string text, string written) =>
        Assert.Contains("SUMMARY:" + written, Unfolded(Event with { Summary = text }));

    [Fact]
    public void Lines_AreFolded_WithinSeventyFiveOctets_AndNeverWithinACharacter()
    {
        var summary = string.Concat(Enumerable.Repeat("汉字𠮷a", 60));

        var bytes = CalendarText.Write("意见征集", [Event with { Summary = summary }]);

        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line =>
        {
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line);
            Assert.DoesNotContain('\uFFFD', line);
        });
        Assert.Contains("SUMMARY:" + summary, text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Calendar_WithoutEvents_IsACalendar() =>
        Assert.Equal(["BEGIN:VCALENDAR", "END:VCALENDAR"], Unfolded().Where(l => l.Contains("VCALENDAR", StringComparison.Ordinal)));

    private static string[] Unfolded(params CalendarEvent[] events) =>
        Encoding.UTF8.GetString(CalendarText.Write("意见征集", events)).Replace("\r\n ", "", StringComparison.Ordinal)
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}

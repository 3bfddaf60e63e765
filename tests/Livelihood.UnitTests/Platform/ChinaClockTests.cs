using Livelihood.Platform.Time;
using Xunit;

namespace Livelihood.UnitTests.Platform;

public sealed class ChinaClockTests
{
    [Theory]
    [InlineData("2026-03-01T15:59:59Z", "2026-03-01")]
    [InlineData("2026-03-01T16:00:00Z", "2026-03-02")]
    [InlineData("2025-12-31T16:00:00Z", "2026-01-01")]
    public void A_legal_date_begins_at_midnight_in_Shanghai(string instant, string date) =>
        Assert.Equal(DateOnly.Parse(date), ChinaClock.DateOf(DateTimeOffset.Parse(instant)));

    [Fact]
    public void The_start_of_a_date_falls_on_that_date()
    {
        var date = new DateOnly(2026, 2, 5);

        Assert.Equal(date, ChinaClock.DateOf(ChinaClock.StartOf(date)));
        Assert.Equal(date.AddDays(-1), ChinaClock.DateOf(ChinaClock.StartOf(date).AddTicks(-1)));
        Assert.Equal(new DateTimeOffset(2026, 2, 4, 16, 0, 0, TimeSpan.Zero), ChinaClock.StartOf(date));
    }
}

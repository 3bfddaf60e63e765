using FsCheck;
using FsCheck.Fluent;
using Livelihood.Content.Editing;
using Livelihood.Content.Rendering;
using Xunit;

namespace Livelihood.UnitTests.Editing;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-03-05")]
    [InlineData("2026-3-5")]
    [InlineData("2026/3/5")]
    [InlineData("2026.3.5")]
    [InlineData("2026年3月5日")]
    [InlineData("2026年3月5")]
    [InlineData(" 2026 年 3 月 5 日 ")]
    [InlineData("２０２６年３月５日")]
    [InlineData("二〇二六年三月五日")]
    [InlineData("二○二六年三月五日")]
    public void Ways_InWhichPeopleWriteADate_AreRead(string text)
    {
        Assert.True(DateText.TryRead(text, out var date));
        Assert.Equal(new DateOnly(2026, 3, 5), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("明天")]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-1")]
    [InlineData("2026-0-1")]
    [InlineData("26-3-5")]
    [InlineData("2026-3")]
    [InlineData("2026-3-5-7")]
    [InlineData("-2026-3-5")]
    [InlineData("2026年3月5日至6日")]
    [InlineData("9999999999999999999999999999999")]
    public void WhatIsNoDate_IsRefused(string text) => Assert.False(DateText.TryRead(text, out _));

    [Fact]
    public void EveryDate_IsReadAsItIsWritten() => Prop.ForAll(
        Gen.Choose(new DateOnly(1000, 1, 1).DayNumber, new DateOnly(9999, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary(),
        date => DateText.TryRead(date.Iso(), out var iso) && iso == date && DateText.TryRead(date.Text(), out var chinese) && chinese == date).QuickCheckThrowOnFailure();
}

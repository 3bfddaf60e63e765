using Livelihood.Search.Alerts;
using Livelihood.Search.QueryLog;
using Xunit;

namespace Livelihood.UnitTests.Search;

/// <summary>What of a reader's words is kept, and which addresses mails go to.</summary>
public sealed class QueryTextTests
{
    [Theory]
    [InlineData("  农村公路　　建设 ", "农村公路 建设")]
    [InlineData("ＭＳＳＳ", "msss")]
    [InlineData("云政办〔2019〕8号", "云政办〔2019〕8号")]
    [InlineData("日期:2019..2021 公路", "日期:2019..2021 公路")]
    public void Of_Query_IsTheSameForWhatAsksTheSame(string typed, string kept) => Assert.Equal(kept, QueryText.Of(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("　")]
    [InlineData("张某 110101190001011234")]
    [InlineData("11010119000101123X")]
    [InlineData("１３８００００１２３４")]
    [InlineData("138-0000-1234")]
    [InlineData("138 0000 1234 投诉")]
    [InlineData("0398 2800000")]
    [InlineData("6222 0000 0000 0000 000")]
    [InlineData("someone@example.com")]
    [InlineData("断头路\u0000")]
    [InlineData("\ud800")]
    public void Of_WhatLooksLikeAPersonsData_IsNotKept(string? typed) => Assert.Null(QueryText.Of(typed));

    [Fact]
    public void Of_LongText_IsNotKept()
    {
        Assert.Equal(60, QueryText.Of(new string('查', 60))!.Length);
        Assert.Null(QueryText.Of(new string('查', 61)));
        Assert.Null(QueryText.Of(new string('查', 100_000)));
    }

    [Theory]
    [InlineData(" name@example.com ", "name@example.com")]
    [InlineData("ｎａｍｅ＠example.com", "name@example.com")]
    [InlineData("a.b+c@mail.example.cn", "a.b+c@mail.example.cn")]
    public void Read_Address_IsAccepted(string typed, string address) => Assert.Equal(address, AlertEmail.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("name@localhost")]
    [InlineData("a@b.cn,c@d.cn")]
    [InlineData("Name <name@example.com>")]
    [InlineData("name@example.com\r\nBcc: other@example.com")]
    [InlineData("名@example.com")]
    public void Read_WhatIsNoAddress_IsRefused(string? typed) => Assert.Null(AlertEmail.Read(typed));

    [Fact]
    public void Mask_Address_ShowsTheFirstLetterAndTheDomain() => Assert.Equal("n***@example.com", AlertEmail.Mask("name@example.com"));
}

using Livelihood.Gazettes.Domain.Issues;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

public sealed class IssueAddressTests
{
    [Theory]
    [InlineData("2019年第6号", 2019, 6, null)]
    [InlineData("2019年第06期", 2019, 6, null)]
    [InlineData("２０１９年６期", 2019, 6, null)]
    [InlineData(" 2019 年 第 6 号 ", 2019, 6, null)]
    [InlineData("2019-6", 2019, 6, null)]
    [InlineData("2019/6", 2019, 6, null)]
    [InlineData("2019第六號", 2019, 6, null)]
    [InlineData("二〇一九年第十二号", 2019, 12, null)]
    [InlineData("二O一九年第六号", 2019, 6, null)]
    [InlineData("《云岭市人民政府公报》2019年第6号", 2019, 6, null)]
    [InlineData("云岭市人民政府公报2019年第6号（总第161号）", 2019, 6, 161)]
    [InlineData("总第161号", null, null, 161)]
    [InlineData("（总161期）", null, null, 161)]
    [InlineData("第161号", null, 161, null)]
    [InlineData("161", null, 161, null)]
    [InlineData("第一百六十一号", null, 161, null)]
    [InlineData("2019", 2019, null, null)]
    [InlineData("2019年", 2019, null, null)]
    [InlineData("二〇一九年", 2019, null, null)]
    public void Read_AnyWayOfTyping(string typed, int? year, int? number, int? total) =>
        Assert.Equal(new IssueAddress(year, number, total), IssueAddress.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("公报")]
    [InlineData("2019年6月11日")]
    [InlineData("0号")]
    [InlineData("云政〔2019〕8号")]
    [InlineData("13800001234")]
    [InlineData("<script>")]
    public void Read_AnythingElse_IsNone(string? typed) => Assert.Null(IssueAddress.Read(typed));

    [Fact]
    public void Missing_AreTheNumbersBetween()
    {
        Assert.Equal([1, 3, 5], MissingNumbers.Within([2, 4, 6]));
        Assert.Empty(MissingNumbers.Within([]));
        Assert.Equal(100, MissingNumbers.Within([900_000]).Count);
    }

    [Theory]
    [InlineData(161, 164, 1, 2)]
    [InlineData(161, 162, 1, 0)]
    [InlineData(161, 166, 3, 2)]
    [InlineData(161, null, 1, 0)]
    [InlineData(161, 9, 1, 0)]
    [InlineData(161, 900, 1, 0)]
    public void MissingAtTheEnd_FollowFromTheTotalNumbers(int? last, int? next, int nextNumber, int expected) =>
        Assert.Equal(expected, MissingNumbers.AtTheEnd((6, last), (nextNumber, next)));
}

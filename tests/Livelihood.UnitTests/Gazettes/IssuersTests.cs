using Livelihood.Gazettes.Domain;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>Whose document it is, where its number, its signature or only its title says so.</summary>
public sealed class IssuersTests
{
    private static PrintedDocument Titled(string title) => new(title, null, null, [], null, null, null, null, [new(BlockKind.Title, title, new(1, 1))], new(1, 1));

    [Theory]
    [InlineData("云岭市人民政府关于做好防汛工作的通知", "云岭市人民政府")]
    [InlineData("云岭市人民政府批转市计委关于下达投资计划意见的通知", "云岭市人民政府")]
    [InlineData("云岭市人民政府办公室转发市水利局关于做好防汛工作意见的通知", "云岭市人民政府办公室")]
    [InlineData("云岭市人民政府办公室关于转发市水利局工作意见的通知", "云岭市人民政府办公室")]
    public void Title_NamesWhoIssues_NotWhoseTextIsPassedOn(string title, string agency) => Assert.Equal([agency], Issuers.Of(Titled(title)));

    [Theory]
    [InlineData("关于做好防汛工作的通知")]
    [InlineData("在全市防汛工作会议上的讲话")]
    [InlineData("一九九八年大事记")]
    public void Title_WithoutAnAgency_NamesNobody(string title) => Assert.Empty(Issuers.Of(Titled(title)));

    [Fact]
    public void Order_AndSignature_GoBeforeTheTitle()
    {
        var titled = Titled("云岭市人民政府关于做好防汛工作的通知");
        Assert.Equal(["云岭市水利局"], Issuers.Of(titled with { Signature = ["云岭市水利局"] }));
        Assert.Equal(["云岭市人民政府"], Issuers.Of(titled with { Number = new("云岭市人民政府令", null, 17), Signature = ["市长甲某某"] }));
    }
}

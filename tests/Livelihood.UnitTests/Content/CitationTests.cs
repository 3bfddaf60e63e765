using Livelihood.Content.Citing;
using Xunit;

namespace Livelihood.UnitTests.Content;

public sealed class CitationTests
{
    private static readonly Printing Printed = new("云岭市人民政府公报", 2019, 6, 161, "/gazettes/2019/6", "市政府文件", 32, "");

    private static readonly Citation Whole = new()
    {
        Title = "云岭市人民政府关于印发《云岭市测试办法》的通知",
        Number = "云政〔2019〕8号",
        Issuers = ["云岭市人民政府"],
        PublishedOn = new(2019, 6, 11),
        Address = "https://example.org/documents/1",
        CitedOn = new(2026, 11, 25),
    };

    [Fact]
    public void InPrint_IsIssueAndPage()
    {
        Assert.Equal("《云岭市人民政府公报》2019年第6号，第32页", Citation.InPrint(Printed));
        Assert.Equal("《云岭市人民政府公报》2019年第6号", Citation.InPrint(Printed with { Page = null }));
    }

    [Fact]
    public void Plain_NamesTheArticle() => Assert.Equal(
        "《云岭市人民政府关于印发〈云岭市测试办法〉的通知》（云政〔2019〕8号）第三十三条，《云岭市人民政府公报》2019年第6号，第32页起",
        (Whole with { Place = "第三十三条" }).Plain(Printed));

    [Theory]
    [InlineData("附件1", "（云政〔2019〕8号）附件1")]
    [InlineData("一、总体要求", "（云政〔2019〕8号）“一、总体要求”")]
    public void Plain_NamesOtherPlaces(string place, string end) => Assert.EndsWith(end, (Whole with { Place = place }).Plain(null));

    [Fact]
    public void Gbt7714_OfAPeriodical_IsJ()
    {
        Assert.Equal("云岭市人民政府. 云岭市人民政府关于印发《云岭市测试办法》的通知: 云政〔2019〕8号[J]. 云岭市人民政府公报, 2019(6): 32.", Whole.OfPrint(Printed));
        Assert.Equal(
            "云岭市人民政府. 云岭市人民政府关于印发《云岭市测试办法》的通知: 云政〔2019〕8号[J/OL]. 云岭市人民政府公报, 2019(6): 32[2026-11-25]. https://example.org/documents/1.",
            Whole.OfSite(Printed));
    }

    [Fact]
    public void Gbt7714_OfASite_IsEbOl() => Assert.Equal(
        "甲局, 乙局. 关于道路的意见[EB/OL]. (2019-06-11)[2026-11-25]. https://example.org/documents/1.",
        (Whole with { Title = "关于道路的意见", Number = null, Issuers = ["甲局", "乙局"] }).OfSite(null));
}

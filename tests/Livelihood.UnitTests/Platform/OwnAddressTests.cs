using Livelihood.Platform.Web;
using Xunit;

namespace Livelihood.UnitTests.Platform;

/// <summary>Which addresses an operator can give the portal.</summary>
public sealed class OwnAddressTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData(" ", true)]
    [InlineData("https://gongkai.example", true)]
    [InlineData("https://gongkai.example/", true)]
    [InlineData(" http://10.0.0.8:8080 ", true)]
    [InlineData("gongkai.example", false)]
    [InlineData("//gongkai.example", false)]
    [InlineData("ftp://gongkai.example", false)]
    [InlineData("https://gongkai.example/zwgk", false)]
    [InlineData("https://gongkai.example/?a=1", false)]
    [InlineData("https://gongkai.example/#a", false)]
    [InlineData("https://user@gongkai.example", false)]
    public void Address_IsThatOfTheWholePortal_OrIsRefused(string? address, bool isRight) =>
        Assert.Equal(isRight, new OwnAddressOptions { Address = address }.IsRight);
}

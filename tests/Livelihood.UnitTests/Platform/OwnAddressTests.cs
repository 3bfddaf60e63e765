using Livelihood.Platform.Mail;
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

    [Theory]
    [InlineData("", null, false)]
    [InlineData("", "https://gongkai.example", false)]
    [InlineData("mail.example", null, true)]
    [InlineData("mail.example", " ", true)]
    [InlineData("mail.example", "https://gongkai.example", false)]
    public void Who_sends_mails_without_an_address_is_warned(string mailHost, string? address, bool isWarned) =>
        Assert.Equal(isWarned, OwnAddress.IsMissing(new() { Address = address }, new() { Host = mailHost }));
}

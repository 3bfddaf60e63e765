using Livelihood.Api.Tokens;
using Xunit;

namespace Livelihood.UnitTests.Api;

public sealed class TokenSecretTests
{
    [Fact]
    public void Secrets_AreLongMarkedAndNeverTheSame()
    {
        var secrets = Enumerable.Range(0, 200).Select(_ => TokenSecret.New()).ToList();

        Assert.Equal(200, secrets.Distinct(StringComparer.Ordinal).Count());
        Assert.All(secrets, s => Assert.Matches("^lvp_[A-Za-z0-9_-]{43}$", s));
        Assert.All(secrets, s => Assert.True(TokenSecret.IsOne(s)));
    }

    [Fact]
    public void Hash_IsOfTheWholeSecret() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", TokenSecret.HashOf(""));

    [Theory]
    [InlineData("")]
    [InlineData("lvp_")]
    [InlineData("abc_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void OtherText_IsNone(string text) => Assert.False(TokenSecret.IsOne(text));
}

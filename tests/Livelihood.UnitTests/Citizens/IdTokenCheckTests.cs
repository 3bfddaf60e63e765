using System.Security.Cryptography;
using Livelihood.Platform.Citizens.Providers;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Livelihood.UnitTests.Citizens;

/// <summary>Which ID tokens are believed.</summary>
public sealed class IdTokenCheckTests
{
    private const string Issuer = "https://id.example";
    private const string Client = "portal";
    private const string Nonce = "nonce-of-this-sign-in";

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 30, 0, TimeSpan.Zero);
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "one" };

    [Fact]
    public async Task ARightToken_SaysWhoItIs() => Assert.Equal(new("citizen-7", null), await CheckAsync(Claims()));

    [Theory]
    [InlineData("iss", "https://elsewhere.example", IdTokenFault.Issuer)]
    [InlineData("aud", "another", IdTokenFault.Audience)]
    [InlineData("azp", "another", IdTokenFault.Audience)]
    [InlineData("nonce", "nonce-of-another-sign-in", IdTokenFault.Nonce)]
    [InlineData("nonce", null, IdTokenFault.Nonce)]
    [InlineData("sub", null, IdTokenFault.Subject)]
    [InlineData("sub", "", IdTokenFault.Subject)]
    [InlineData("exp", null, IdTokenFault.Lifetime)]
    public async Task OneWrongClaim_IsEnough(string claim, string? value, IdTokenFault fault)
    {
        var claims = Claims();
        claims.Remove(claim);
        if (value is not null)
        {
            claims[claim] = value;
        }

        Assert.Equal(new(null, fault), await CheckAsync(claims));
    }

    [Theory]
    [InlineData(-119, true)]
    [InlineData(-121, false)]
    [InlineData(600, true)]
    public async Task ATokenThatRanOut_IsBelievedForTwoMinutes_AsClocksDiffer(int secondsLeft, bool isBelieved)
    {
        var claims = Claims();
        claims["exp"] = Now.AddSeconds(secondsLeft).ToUnixTimeSeconds();

        Assert.Equal(isBelieved ? new("citizen-7", null) : new(null, IdTokenFault.Lifetime), await CheckAsync(claims));
    }

    [Fact]
    public async Task SeveralAudiences_WantTheParty()
    {
        var claims = Claims();
        claims["aud"] = new[] { Client, "another" };
        Assert.Equal(IdTokenFault.Audience, (await CheckAsync(claims)).Fault);
        claims["azp"] = Client;
        Assert.Equal("citizen-7", (await CheckAsync(claims)).Subject);
    }

    [Fact]
    public async Task AKeyThatIsNotKnown_IsToldApartFromAForgery()
    {
        var other = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "two" };
        Assert.Equal(IdTokenFault.UnknownKey, (await CheckAsync(Claims(), new(other, SecurityAlgorithms.RsaSha256))).Fault);
        var forged = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "one" };
        Assert.Equal(IdTokenFault.Signature, (await CheckAsync(Claims(), new(forged, SecurityAlgorithms.RsaSha256))).Fault);
    }

    [Fact]
    public async Task TokensThatThePortalsOwnSecretCouldSign_OrNobody_AreNotBelieved()
    {
        var secret = new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)) { KeyId = "one" };
        var provider = Provider();
        provider.SigningKeys.Add(secret);
        var token = Make(Claims(), new SigningCredentials(secret, SecurityAlgorithms.HmacSha256));
        Assert.NotNull((await IdTokenCheck.ReadAsync(token, provider, Client, Nonce, Now)).Fault);
        Assert.NotNull((await IdTokenCheck.ReadAsync(Make(Claims(), null), Provider(), Client, Nonce, Now)).Fault);
        Assert.Equal(IdTokenFault.Signature, (await IdTokenCheck.ReadAsync("no token", Provider(), Client, Nonce, Now)).Fault);
    }

    private static Dictionary<string, object> Claims() => new()
    {
        ["iss"] = Issuer, ["aud"] = Client, ["sub"] = "citizen-7", ["nonce"] = Nonce,
        ["iat"] = Now.ToUnixTimeSeconds(), ["exp"] = Now.AddMinutes(10).ToUnixTimeSeconds(),
    };

    private static Task<IdTokenAnswer> CheckAsync(Dictionary<string, object> claims, SigningCredentials? by = null) =>
        IdTokenCheck.ReadAsync(Make(claims, by ?? new(Key, SecurityAlgorithms.RsaSha256)), Provider(), Client, Nonce, Now);

    private static OpenIdConnectConfiguration Provider()
    {
        var provider = new OpenIdConnectConfiguration { Issuer = Issuer };
        provider.SigningKeys.Add(Key);
        return provider;
    }

    private static string Make(Dictionary<string, object> claims, SigningCredentials? by)
    {
        var payload = System.Text.Json.JsonSerializer.Serialize(claims);
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return by is null ? handler.CreateToken(payload) : handler.CreateToken(payload, by);
    }
}

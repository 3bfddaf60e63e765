using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Livelihood.Platform.Citizens.Providers;

/// <summary>What is wrong with an ID token.</summary>
public enum IdTokenFault
{
    /// <summary>It is signed by a key that is not known, perhaps not yet.</summary>
    UnknownKey,

    /// <summary>It is not signed rightly, or not at all, or no token.</summary>
    Signature,

    /// <summary>Somebody else issued it.</summary>
    Issuer,

    /// <summary>It is meant for somebody else.</summary>
    Audience,

    /// <summary>It has run out, or does not run yet.</summary>
    Lifetime,

    /// <summary>It answers another sign-in.</summary>
    Nonce,

    /// <summary>It says of nobody who it is.</summary>
    Subject,
}

/// <summary>What an ID token says: who it is, or what is wrong.</summary>
public sealed record IdTokenAnswer(string? Subject, IdTokenFault? Fault);

/// <summary>Judges ID tokens by OpenID Connect Core 3.1.3.7.</summary>
public static class IdTokenCheck
{
    private const int LongestSubject = 255;

    /// <summary>How far two machines' clocks may differ.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    // Signatures that only the provider can make: none that the portal's own secret could forge, and not "none".
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>Judges a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="provider">What the provider says of itself.</param>
    /// <param name="clientId">As what the portal is known there.</param>
    /// <param name="nonce">What was sent along when the sign-in began.</param>
    /// <param name="now">Now.</param>
    public static async Task<IdTokenAnswer> ReadAsync(string token, OpenIdConnectConfiguration provider, string clientId, string nonce, DateTimeOffset now)
    {
        var handler = new JsonWebTokenHandler();
        var read = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = clientId,
            IssuerSigningKeys = provider.SigningKeys,
            ValidAlgorithms = Algorithms,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) =>
                until is { } end && Utc(end) + Skew > now && (from is null || Utc(from.Value) - Skew <= now),
        });
        return read.IsValid && read.SecurityToken is JsonWebToken said ? Of(said, clientId, nonce)
            : NamesUnknownKey(handler, token, provider) ? new(null, IdTokenFault.UnknownKey)
            : new(null, FaultOf(read.Exception));
    }

    private static bool NamesUnknownKey(JsonWebTokenHandler handler, string token, OpenIdConnectConfiguration provider) =>
        handler.CanReadToken(token) && handler.ReadJsonWebToken(token).Kid is { Length: > 0 } kid && provider.SigningKeys.All(key => key.KeyId != kid);

    private static IdTokenAnswer Of(JsonWebToken said, string clientId, string nonce)
    {
        var isForUs = said.Azp is { Length: > 0 } party ? party == clientId : said.Audiences.Count() == 1;
        var answers = said.TryGetPayloadValue<string>("nonce", out var answered)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(answered), Encoding.UTF8.GetBytes(nonce));
        return !isForUs ? new(null, IdTokenFault.Audience)
            : !answers ? new(null, IdTokenFault.Nonce)
            : said.Subject is { Length: > 0 and <= LongestSubject } subject ? new(subject, null)
            : new(null, IdTokenFault.Subject);
    }

    private static IdTokenFault FaultOf(Exception? failure) => failure switch
    {
        SecurityTokenInvalidIssuerException => IdTokenFault.Issuer,
        SecurityTokenInvalidAudienceException => IdTokenFault.Audience,
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException => IdTokenFault.Lifetime,
        _ => IdTokenFault.Signature,
    };

    private static DateTimeOffset Utc(DateTime instant) => new(DateTime.SpecifyKind(instant, DateTimeKind.Utc));
}

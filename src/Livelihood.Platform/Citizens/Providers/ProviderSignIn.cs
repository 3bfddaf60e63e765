using System.Security.Cryptography;
using System.Text;
using Livelihood.Platform.Time;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Livelihood.Platform.Citizens.Providers;

/// <summary>Held, sealed, by a browser that was sent to the provider; taken back when it returns, so that each answer counts once.</summary>
/// <param name="State">Binds the answer to this browser.</param>
/// <param name="Nonce">Binds the token to this sign-in.</param>
/// <param name="Verifier">Proves that who asks for the token is who asked for the code (RFC 7636).</param>
/// <param name="RedirectUri">Where the provider was asked to lead back to.</param>
/// <param name="ReturnUrl">Where the person wants to go in the portal.</param>
/// <param name="Bind">The signed-in account that is to be bound to the identity; null: to sign in.</param>
public sealed record BegunSignIn(string State, string Nonce, string Verifier, string RedirectUri, string? ReturnUrl, Guid? Bind);

/// <summary>What the provider's answer brings.</summary>
/// <param name="Code">The code.</param>
/// <param name="State">The state that was sent.</param>
/// <param name="Error">Why there is none.</param>
/// <param name="Issuer">Who answers (RFC 9207).</param>
public sealed record ProviderAnswer(string? Code, string? State, string? Error, string? Issuer);

/// <summary>Who signed in, as the provider vouches.</summary>
public sealed record VouchedIdentity(string Issuer, string Subject, BegunSignIn Begun);

/// <summary>Sends browsers to the provider and reads what they bring back: authorisation code with PKCE, nothing else.</summary>
public sealed class ProviderSignIn(
    ProviderDirectory directory, ProviderTokens tokens, CitizenTickets tickets, PublicAddresses addresses, ChinaClock clock,
    IOptions<CitizenOptions> options, ILogger<ProviderSignIn> log)
{
    /// <summary>The path that the provider leads back to.</summary>
    public const string ReturnPath = CitizenTickets.AccountPath + "/unified";

    private static readonly Ticket<BegunSignIn> Begun = new("livelihood-citizen-provider", CitizenTickets.AccountPath, TimeSpan.FromMinutes(15));

    /// <summary>Begins a sign-in.</summary>
    /// <returns>The provider's address for the browser.</returns>
    /// <exception cref="ProviderFailureException">The provider cannot be reached.</exception>
    public async Task<string> BeginAsync(HttpContext http, string? returnUrl, Guid? bind, CancellationToken cancellation = default)
    {
        var provider = await directory.ReadAsync(cancellation: cancellation);
        var begun = new BegunSignIn(Random(), Random(), Random(), addresses.Of(ReturnPath), returnUrl, bind);
        tickets.Give(http, Begun, begun);
        var settings = options.Value.OpenIdConnect;
        return QueryHelpers.AddQueryString(provider.AuthorizationEndpoint, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = settings.ClientId,
            ["redirect_uri"] = begun.RedirectUri,
            ["scope"] = settings.Scopes,
            ["state"] = begun.State,
            ["nonce"] = begun.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(begun.Verifier))),
            ["code_challenge_method"] = "S256",
        });
    }

    /// <summary>Reads what a browser brings back.</summary>
    /// <exception cref="ProviderFailureException">It is not what was asked for.</exception>
    public async Task<VouchedIdentity> ReadAsync(HttpContext http, ProviderAnswer answer, CancellationToken cancellation = default)
    {
        var begun = tickets.Read(http, Begun);
        tickets.Take(http, Begun);
        if (begun is null || answer.State is null
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(begun.State), Encoding.UTF8.GetBytes(answer.State)))
        {
            throw new ProviderFailureException(ProviderFault.State, "The answer's state is not that of a sign-in which this browser began.");
        }

        if (answer.Error is not null || string.IsNullOrEmpty(answer.Code))
        {
            throw new ProviderFailureException(ProviderFault.Denied, $"The provider answers {answer.Error}.");
        }

        var provider = await directory.ReadAsync(cancellation: cancellation);
        if (answer.Issuer is { } issuer && issuer != provider.Issuer)
        {
            throw new ProviderFailureException(ProviderFault.State, $"The answer comes from {issuer}, not from {provider.Issuer}.");
        }

        var token = await tokens.ExchangeAsync(provider, answer.Code, begun, cancellation);
        var read = await IdTokenCheck.ReadAsync(token, provider, options.Value.OpenIdConnect.ClientId, begun.Nonce, clock.UtcNow);
        if (read.Fault == IdTokenFault.UnknownKey)
        {
            provider = await directory.ReadAsync(anew: true, cancellation);
            read = await IdTokenCheck.ReadAsync(token, provider, options.Value.OpenIdConnect.ClientId, begun.Nonce, clock.UtcNow);
        }

        return read.Subject is { } subject
            ? new(provider.Issuer, subject, begun)
            : throw new ProviderFailureException(ProviderFault.Token, $"The ID token is refused: {read.Fault}.");
    }

    /// <summary>Writes a failure to the log, without what could identify the person.</summary>
    public void Note(ProviderFailureException failure) => log.LogWarning(
        "A citizen's sign-in by the provider failed ({Fault}): {Detail} {Cause}", failure.Fault, failure.Message, failure.InnerException?.GetBaseException().Message);

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
}

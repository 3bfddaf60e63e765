using Livelihood.Platform.Time;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Livelihood.Platform.Citizens.Providers;

/// <summary>
/// What the provider says of itself: its addresses and its keys. Kept for half a day; read anew when a token is signed by a
/// key that is not known yet, but not more than once a minute, so that nobody makes the portal ask all day.
/// </summary>
/// <remarks>
/// Not the library's ConfigurationManager: it reads anew in the background, and the sign-in that met the new key would fail.
/// </remarks>
public sealed class ProviderDirectory(IHttpClientFactory http, IOptions<CitizenOptions> options, ChinaClock clock) : IDisposable
{
    /// <summary>The name of the HTTP client that speaks with the provider.</summary>
    public const string Client = "citizens-provider";

    private static readonly TimeSpan Kept = TimeSpan.FromHours(12);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1);
    private (OpenIdConnectConfiguration Said, DateTimeOffset At)? _known;

    /// <summary>What the provider says of itself.</summary>
    /// <param name="anew">A key is missing in what is known.</param>
    /// <param name="cancellation">Ends the reading early.</param>
    /// <exception cref="ProviderFailureException">It cannot be reached, or says nothing that can be used.</exception>
    public async Task<OpenIdConnectConfiguration> ReadAsync(bool anew = false, CancellationToken cancellation = default)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var now = clock.UtcNow;
            if (_known is { } known && (now - known.At).Duration() < (anew ? Pause : Kept))
            {
                return known.Said;
            }

            var said = await AskAsync(options.Value.OpenIdConnect.Authority.TrimEnd('/'), cancellation);
            _known = (said, now);
            return said;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task<OpenIdConnectConfiguration> AskAsync(string authority, CancellationToken cancellation)
    {
        OpenIdConnectConfiguration said;
        try
        {
            var documents = new HttpDocumentRetriever(http.CreateClient(Client)) { RequireHttps = !IsOwnMachine(authority) };
            said = await OpenIdConnectConfigurationRetriever.GetAsync($"{authority}/.well-known/openid-configuration", documents, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            throw new ProviderFailureException(ProviderFault.Unreachable, $"The discovery document of {authority} cannot be read.", failure);
        }

        // OpenID Connect Discovery 4.3: the issuer is the address at which it was found, to the letter.
        if (said.Issuer?.TrimEnd('/') != authority || !IsSafe(said.AuthorizationEndpoint) || !IsSafe(said.TokenEndpoint) || said.SigningKeys.Count == 0)
        {
            throw new ProviderFailureException(ProviderFault.Unreachable, $"The discovery document of {authority} cannot be used: issuer {said.Issuer}.");
        }

        return said;
    }

    private static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static bool IsOwnMachine(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Livelihood.Platform.Citizens.Providers;

/// <summary>Exchanges a code for the ID token, from machine to machine (RFC 6749 4.1.3, with PKCE).</summary>
public sealed class ProviderTokens(IHttpClientFactory http, IOptions<CitizenOptions> options)
{
    private const string Basic = "client_secret_basic";

    /// <summary>The ID token of a code.</summary>
    /// <exception cref="ProviderFailureException">The code is refused, or the provider cannot be reached.</exception>
    public async Task<string> ExchangeAsync(OpenIdConnectConfiguration provider, string code, BegunSignIn begun, CancellationToken cancellation = default)
    {
        try
        {
            using var request = RequestOf(provider, code, begun);
            using var answer = await http.CreateClient(ProviderDirectory.Client).SendAsync(request, cancellation);
            if (answer.StatusCode is HttpStatusCode.BadRequest)
            {
                throw new ProviderFailureException(ProviderFault.Code, $"The provider refuses the code: {await answer.Content.ReadAsStringAsync(cancellation)}");
            }

            answer.EnsureSuccessStatusCode();
            await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
            using var said = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
            return said.RootElement.GetProperty("id_token").GetString()
                ?? throw new ProviderFailureException(ProviderFault.Token, "The provider sends no ID token.");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException or IOException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ProviderFailureException(ProviderFault.Unreachable, $"The token endpoint {provider.TokenEndpoint} does not answer as it should.", failure);
        }
    }

    private HttpRequestMessage RequestOf(OpenIdConnectConfiguration provider, string code, BegunSignIn begun)
    {
        var settings = options.Value.OpenIdConnect;
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = begun.RedirectUri,
            ["code_verifier"] = begun.Verifier,
        };
        var request = new HttpRequestMessage(HttpMethod.Post, provider.TokenEndpoint);
        var methods = provider.TokenEndpointAuthMethodsSupported;
        if (settings.ClientSecret.Length > 0 && (methods.Count == 0 || methods.Contains(Basic)))
        {
            var pair = $"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(settings.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
        }
        else
        {
            form["client_id"] = settings.ClientId;
            form["client_secret"] = settings.ClientSecret;
        }

        request.Content = new FormUrlEncodedContent(form.Where(f => f.Value.Length > 0));
        return request;
    }
}

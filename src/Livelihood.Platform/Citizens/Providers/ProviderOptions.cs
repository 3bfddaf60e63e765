namespace Livelihood.Platform.Citizens.Providers;

/// <summary>The OpenID Connect provider by which citizens can sign in (<c>Citizens:OpenIdConnect</c>).</summary>
public sealed class ProviderOptions
{
    /// <summary>The provider's issuer, below which its discovery document lies; empty: none.</summary>
    public string Authority { get; set; } = "";

    /// <summary>As what the portal is known there.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The portal's secret there.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the provider is called on the sign-in page.</summary>
    public string Name { get; set; } = "统一身份认证";

    /// <summary>What is asked for, with spaces; <c>openid</c> is enough, as only who it is counts.</summary>
    public string Scopes { get; set; } = "openid";

    /// <summary>Whether there is one.</summary>
    public bool IsConfigured => Authority.Length > 0 && ClientId.Length > 0;
}

using Livelihood.Platform.Citizens.Providers;

namespace Livelihood.Platform.Citizens;

/// <summary>Settings under <c>Citizens</c>.</summary>
public sealed class CitizenOptions
{
    /// <summary>How many codes by e-mail one network address may ask for in an hour; many people can share one.</summary>
    public int CodesPerHour { get; set; } = 60;

    /// <summary>How often one network address may send a code or a password in five minutes.</summary>
    public int TriesPerFiveMinutes { get; set; } = 30;

    /// <summary>The OpenID Connect provider, such as the province's unified identity.</summary>
    public ProviderOptions OpenIdConnect { get; set; } = new();
}

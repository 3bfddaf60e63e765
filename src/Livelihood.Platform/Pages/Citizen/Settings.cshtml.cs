using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Passkeys;
using Microsoft.Extensions.Options;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>What a citizen's account is, and what can be changed.</summary>
public sealed class SettingsModel(CitizenAccounts accounts, CitizenPasskeys passkeys, IOptions<CitizenOptions> options) : CitizenPage
{
    public string? Address { get; private set; }

    /// <summary>What the provider is called; null without one.</summary>
    public string? Provider => options.Value.OpenIdConnect is { IsConfigured: true } provider ? provider.Name : null;

    public bool IsBound { get; private set; }

    /// <summary>How many passkeys open the account.</summary>
    public int Passkeys { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Address = accounts.AddressOf(Citizen);
        Passkeys = (await passkeys.ListAsync(Citizen.Id, cancellation)).Count;
        IsBound = Provider is not null && await accounts.IsBoundAsync(Citizen.Id, cancellation);
    }
}

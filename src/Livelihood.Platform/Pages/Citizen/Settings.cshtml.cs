using Livelihood.Platform.Citizens;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>What a citizen's account is, and what can be changed.</summary>
public sealed class SettingsModel(CitizenAccounts accounts) : CitizenPage
{
    public string? Address { get; private set; }

    public void OnGet() => Address = accounts.AddressOf(Citizen);
}

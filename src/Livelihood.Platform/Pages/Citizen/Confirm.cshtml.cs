using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Passkeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>Asks somebody who is signed in to sign in once more, by any of the account's ways, and leads to where it was wanted.</summary>
[EnableRateLimiting(CitizenLimits.Codes)]
public sealed class ConfirmModel(
    CitizenAccounts accounts, CitizenCodes codes, CitizenPasskeys passkeys, CitizenTickets tickets, IOptions<CitizenOptions> options) : CitizenPage
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Where a code can go; null where the account has no address.</summary>
    public string? Address { get; private set; }

    /// <summary>What the provider is called; null where it does not open the account.</summary>
    public string? Provider { get; private set; }

    public bool HasPasskeys { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>Sends a code to the account's address; the page where it is typed is that of every sign-in.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Address is null)
        {
            return RedirectToPage(new { ReturnUrl });
        }

        if (await codes.SendAsync(Address, CodePurpose.SignIn, account: null, cancellation) is not { } id)
        {
            ModelState.AddModelError("", CodeModel.Enough);
            return Page();
        }

        tickets.Give(HttpContext, CodeModel.Asked, new(id, Address));
        return RedirectToPage("/Citizen/Code", new { ReturnUrl });
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Address = accounts.AddressOf(Citizen);
        Provider = options.Value.OpenIdConnect is { IsConfigured: true } provider && await accounts.IsBoundAsync(Citizen.Id, cancellation) ? provider.Name : null;
        HasPasskeys = (await passkeys.ListAsync(Citizen.Id, cancellation)).Count > 0;
    }
}

using Livelihood.Platform.Citizens;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>A citizen takes the provider's identity away from the account, as long as another way to sign in remains.</summary>
public sealed class UnbindModel(CitizenAccounts accounts, IOptions<CitizenOptions> options) : CitizenPage
{
    /// <summary>What the provider is called.</summary>
    public string Provider => options.Value.OpenIdConnect.Name;

    protected override bool AsksForFreshSignIn => true;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await accounts.IsBoundAsync(Citizen.Id, cancellation) ? Page() : RedirectToPage("/Citizen/Settings");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await accounts.UnbindAsync(HttpContext, Citizen.Id, Provider, cancellation) is { } problem)
        {
            ModelState.AddModelError("", problem);
            return Page();
        }

        TempData["Notice"] = $"{Provider}已经解除绑定，不再能登录这个账号。其他浏览器里的登录已经结束。";
        return RedirectToPage("/Citizen/Settings");
    }
}

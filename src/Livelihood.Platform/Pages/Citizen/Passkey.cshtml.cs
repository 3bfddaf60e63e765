using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Passkeys;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>A citizen signs in with a passkey.</summary>
[EnableRateLimiting(CitizenLimits.Tries)]
public sealed class PasskeyModel(CitizenPasskeys passkeys) : SignInPage
{
    /// <summary>What the passkey answered, as JSON; a script fills it in.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    public void OnGet()
    {
    }

    /// <summary>What the script needs to ask the passkey.</summary>
    public async Task<IActionResult> OnPostOptionsAsync() => Content(await passkeys.BeginSignInAsync(HttpContext), "application/json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var step = await passkeys.SignInAsync(HttpContext, Credential, cancellation);
        if (step != SignInStep.Refused)
        {
            return After(step);
        }

        ModelState.Clear();
        ModelState.AddModelError("", "这个通行密钥没有打开账号：可能已经删除，或者等待太久。请再试一次，或者用邮箱验证码登录");
        return Page();
    }
}

using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>A citizen signs in with a password; the one-time password follows. Every refusal is the same, whatever its reason.</summary>
[EnableRateLimiting(CitizenLimits.Tries)]
public sealed class PasswordModel(CitizenPasswords passwords, CitizenSignIn signIn) : SignInPage
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Secret { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (CitizenEmail.Read(Email) is not { } address)
        {
            ModelState.AddModelError(nameof(Email), CitizenEmail.Problem);
        }
        else if (Secret is null or { Length: 0 or > CitizenPassword.Longest })
        {
            ModelState.AddModelError(nameof(Secret), "请填写密码");
        }
        else if (await passwords.FindAsync(address, Secret, cancellation) is { } account)
        {
            return After(await signIn.EnterAsync(HttpContext, account, "password", cancellation));
        }
        else
        {
            ModelState.AddModelError(nameof(Email), "邮箱或者密码不正确，或者没有设置过密码。连续输错5次的，要等15分钟；也可以改用邮箱验证码登录");
        }

        return Page();
    }
}

using System.ComponentModel.DataAnnotations;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Platform.Pages.Account;

/// <summary>The second step of signing in: the code of the authenticator app, or a recovery code.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class CodeModel(SignInManager<Accounts.Account> signIn, IAuditTrail audit) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "请填写验证码")]
    [StringLength(40, ErrorMessage = "验证码太长，请重新填写")]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Account/SignIn") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return RedirectToPage("/Account/SignIn");
        }

        audit.Record("account.code-tried", nameof(Accounts.Account), account.Id.ToString());
        var typed = Code.Replace(" ", "");
        var result = typed.Length == 6 && typed.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(typed);
        if (result.Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/console"));
        }

        ModelState.AddModelError(nameof(Code), result.IsLockedOut
            ? "连续输错次数过多，账号已锁定。请15分钟后再试。"
            : "验证码不正确或者已过期。请输入应用里当前显示的6位数字，或者一个恢复码。");
        return Page();
    }
}

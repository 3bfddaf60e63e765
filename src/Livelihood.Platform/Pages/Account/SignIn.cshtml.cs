using System.ComponentModel.DataAnnotations;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Platform.Pages.Account;

/// <summary>Staff sign in with name and password; who has set up a second factor gives its code next.</summary>
[EnableRateLimiting(SignInLimits.Policy)]
public sealed class SignInModel(SignInManager<Accounts.Account> signIn, IAuditTrail audit) : PageModel
{
    [BindProperty]
    [Required(ErrorMessage = "请填写账号")]
    [StringLength(100, ErrorMessage = "账号不能超过100个字符")]
    public string UserName { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "请填写密码")]
    [StringLength(200, ErrorMessage = "密码不能超过200个字符")]
    [DataType(DataType.Password)]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Whether a form was sent after the session had ended, and waits.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Kept { get; set; }

    /// <summary>Whether such a form could not be kept.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Lost { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Destination) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        // The entry goes into the chain with what Identity writes of this attempt (failures, lock-out).
        audit.Record("account.sign-in-tried", nameof(Accounts.Account), UserName);
        var result = await signIn.PasswordSignInAsync(UserName, Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return LocalRedirect(Destination);
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/Account/Code", new { ReturnUrl });
        }

        ModelState.AddModelError(nameof(UserName), result.IsLockedOut
            ? "连续输错次数过多，账号已锁定。请15分钟后再试，或者请系统管理员解锁。"
            : "账号或者密码不正确。请检查大小写后重试。");
        return Page();
    }

    private string Destination => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : Url.Content("~/console");
}

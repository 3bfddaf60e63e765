using Livelihood.Platform.Citizens;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>The second step of a citizen's sign-in.</summary>
[EnableRateLimiting(CitizenLimits.Tries)]
public sealed class FactorModel(CitizenPasswords passwords, CitizenTickets tickets) : SignInPage
{
    [BindProperty]
    public string? Code { get; set; }

    public IActionResult OnGet() => tickets.Read(HttpContext, CitizenSignIn.Half) is null ? Again() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (tickets.Read(HttpContext, CitizenSignIn.Half) is not { } half)
        {
            return Again();
        }

        var step = await passwords.FinishAsync(HttpContext, half, Code, cancellation);
        if (step == SignInStep.Done)
        {
            return After(step);
        }

        ModelState.AddModelError(nameof(Code), "动态验证码不正确，或者已经用过。请等应用显示下一个再填，或者填写一个恢复码；连续输错5次的，要等15分钟");
        return Page();
    }

    private RedirectToPageResult Again() => RedirectToPage("/Citizen/SignIn", new { ReturnUrl });
}

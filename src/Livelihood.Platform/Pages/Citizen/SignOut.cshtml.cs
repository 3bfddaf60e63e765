using Livelihood.Platform.Citizens;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>Signs out; only by a form, so that no link can do it.</summary>
public sealed class SignOutModel(CitizenAccounts accounts, CitizenDrafts drafts) : CitizenPage
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await drafts.ForgetAsync(HttpContext, cancellation);
        await accounts.SignOutAsync(HttpContext, Citizen.Id, cancellation);
        TempData["Notice"] = "已经退出登录。";
        return RedirectToPage("/Citizen/SignIn");
    }
}

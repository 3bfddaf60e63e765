using Livelihood.Platform.Citizens;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Platform.Pages.Citizen;

/// <summary>A citizen deletes the account; the requests stay in the register.</summary>
public sealed class DeleteModel(CitizenAccounts accounts, CitizenDrafts drafts) : CitizenPage
{
    [BindProperty]
    public bool IsSure { get; set; }

    protected override bool AsksForFreshSignIn => true;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsSure)
        {
            ModelState.AddModelError(nameof(IsSure), "请先勾选“我要删除这个账号”");
            return Page();
        }

        await drafts.ForgetAsync(HttpContext, cancellation);
        await accounts.DeleteAsync(HttpContext, Citizen.Id, cancellation);
        TempData["Notice"] = "账号已经删除。";
        return RedirectToPage("/Citizen/SignIn");
    }
}

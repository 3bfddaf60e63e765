using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Platform.Pages.Account;

/// <summary>A member of staff says whether mails about whose turn it is are wanted; reminders of deadlines cannot be turned off.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class MailsModel(UserManager<Accounts.Account> accounts, IAuditTrail audit) : PageModel
{
    /// <summary>Whether they are wanted.</summary>
    [BindProperty]
    public bool News { get; set; }

    /// <summary>Where mails go; null where no address is kept.</summary>
    public string? Address { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account)
        {
            return Challenge();
        }

        (News, Address) = (!account.WithoutNews, account.Email);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } account)
        {
            return Challenge();
        }

        if (account.WithoutNews == News)
        {
            account.WithoutNews = !News;
            audit.Record(News ? "account.news-on" : "account.news-off", nameof(Accounts.Account), account.Id.ToString());
            if (!(await accounts.UpdateAsync(account)).Succeeded)
            {
                TempData["Notice"] = "没有保存：您的账号刚刚有别的修改。请再试一次。";
                return RedirectToPage("/Account/Mails");
            }
        }

        TempData["Notice"] = News ? "已保存：轮到您办理时发邮件。" : "已保存：不再发这些邮件。期限的提醒照样发。";
        return RedirectToPage("/Account/Mails");
    }
}

using Livelihood.Content.Editing;
using Livelihood.Content.Editing.Autosaving;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>Takes what is being typed into a form, from its script, and gives it up on request.</summary>
[Authorize(Policy = Permissions.EditContent)]
public sealed class AutosaveModel(Autosaves autosaves, ItemVersions versions) : PageModel
{
    /// <summary>Keeps the form; answers with the time of day at which it was kept.</summary>
    public async Task<IActionResult> OnPostAsync(string key, CancellationToken cancellation)
    {
        if (!await IsOpenAsync(key, cancellation))
        {
            return NotFound();
        }

        var revision = int.TryParse(Request.Form["Revision"], out var number) ? number : 0;
        return await autosaves.KeepAsync(User, key, revision, Request.Form, cancellation) is { } at
            ? new JsonResult(new { time = ChinaClock.Local(at).ToString("HH:mm") })
            : StatusCode(StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>Gives it up, and goes back to the form.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(string key, string? returnUrl, CancellationToken cancellation)
    {
        await autosaves.ClearAsync(User, key, cancellation);
        TempData["Notice"] = "已放弃没有保存的内容。";
        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToPage("/Index");
    }

    private async Task<bool> IsOpenAsync(string key, CancellationToken cancellation) =>
        AutosaveKey.IsKey(key) && (AutosaveKey.ItemOf(key) is not { } item || await versions.FindAsync(User, item, number: null, cancellation) is not null);
}

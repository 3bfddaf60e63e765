using System.Security.Claims;
using Livelihood.Disclosure.Register;
using Livelihood.Disclosure.Subscriptions;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>Makes, renews and ends the secret address at which one's calendar program reads what is due.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class SubscriptionModel(DueSubscriptions subscriptions, RequestAccess access, PublicAddresses addresses) : PageModel
{
    /// <summary>Whether what is due in one's agencies is wanted, not only what one is responsible for.</summary>
    [BindProperty]
    public bool OfAgencies { get; set; }

    /// <summary>Whether the reader leads or supervises an office, so that there is something to choose.</summary>
    public bool MayOversee { get; private set; }

    public DueSubscriptionRow? Current { get; private set; }

    /// <summary>The new address, on the one page that shows it.</summary>
    public string? Address { get; private set; }

    private Guid Me => Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return Forbid();
        }

        OfAgencies = Current?.OfAgencies ?? MayOversee;
        return Page();
    }

    // Answered without a redirect: what is shown once must not wait in a cookie, and loading again asks before it sends.
    public async Task<IActionResult> OnPostMakeAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return Forbid();
        }

        Response.Headers.CacheControl = "no-cache, no-store";
        OfAgencies &= MayOversee; // asked again at each reading
        if (await subscriptions.MakeAsync(Me, OfAgencies, cancellation) is { } secret)
        {
            Address = addresses.Of(DueCalendarEndpoint.PathOf(secret));
            Current = await subscriptions.FindAsync(Me, cancellation);
        }
        else
        {
            ModelState.AddModelError("", "您刚才在别的窗口里生成了地址。要用新的，请再按一次。");
            await LoadAsync(cancellation);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return Forbid();
        }

        TempData["Notice"] = await subscriptions.EndAsync(Me, cancellation) ? "订阅已停止，原来的地址马上失效。" : "没有正在使用的订阅地址。";
        return RedirectToPage();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var reach = await access.VisibleAsync(User, cancellation);
        MayOversee = await access.OverseenAsync(User, cancellation) is { Everything: true } or { Ids.Count: > 0 };
        Current = await subscriptions.FindAsync(Me, cancellation);
        return reach is not { Everything: false, Ids.Count: 0 };
    }
}

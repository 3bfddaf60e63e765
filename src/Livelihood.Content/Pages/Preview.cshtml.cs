using Livelihood.Content.Editing.Previews;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Content.Pages;

/// <summary>A version that is not public, for whoever has its secret address. Kept out of caches, logs of other sites and search engines.</summary>
[EnableRateLimiting(PreviewLimits.Policy)]
public sealed class PreviewModel(PreviewLinks links, PreviewVisits visits, ItemViews items) : PageModel
{
    /// <summary>The link; null where it has ended.</summary>
    public PreviewLink? Link { get; private set; }

    public ItemView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-cache, no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (await links.OpenAsync(token, cancellation) is not { } found)
        {
            return NotFound();
        }

        if (!found.IsOpen)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }

        Link = found.Link;
        visits.Remember(HttpContext, found.Link);
        View = await items.OfAsync(PageContext, found.Link.Version, cancellation: cancellation);
        return Page();
    }
}

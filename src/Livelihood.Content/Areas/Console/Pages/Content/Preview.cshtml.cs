using Livelihood.Content.Editing;
using Livelihood.Content.Items;
using Livelihood.Content.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>A version as the public would see it, for staff.</summary>
public sealed class PreviewModel(ItemVersions versions, ItemViews items) : PageModel
{
    public ContentVersion Version { get; private set; } = null!;

    public ItemView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, int? version, CancellationToken cancellation)
    {
        if (await versions.FindAsync(User, id, version, cancellation) is not { } found)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-cache, no-store";
        Version = found;
        View = await items.OfAsync(PageContext, found, cancellation: cancellation);
        return Page();
    }
}

using Livelihood.Content.Editing;
using Livelihood.Content.Editing.Previews;
using Livelihood.Content.Items;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>Makes and ends secret preview links of an item; the item's page shows them.</summary>
public sealed class PreviewLinksModel(ItemVersions versions, PreviewLinks links) : PageModel
{
    /// <summary>The key of the address that the item's page shows once.</summary>
    public const string MadeKey = "PreviewLink";

    private const string Section = "previews";

    public IActionResult OnGet(string id) => RedirectToPage("Item", null, new { id }, Section);

    public async Task<IActionResult> OnPostAsync(string id, int days, CancellationToken cancellation)
    {
        if (await versions.FindAsync(User, id, number: null, cancellation) is not { } version)
        {
            return NotFound();
        }

        try
        {
            var token = await links.MakeAsync(version, days, cancellation);
            TempData[MadeKey] = Url.PageLink("/Preview", values: new { area = "", token });
            return RedirectToPage("Item", null, new { id }, Section);
        }
        catch (ContentRefusedException)
        {
            // Only a form that is not ours asks for another number of days.
            return BadRequest();
        }
    }

    public async Task<IActionResult> OnPostEndAsync(string id, Guid link, CancellationToken cancellation)
    {
        if (await versions.FindAsync(User, id, number: null, cancellation) is null)
        {
            return NotFound();
        }

        await links.EndAsync(id, link, cancellation);
        TempData["Notice"] = "预览链接已停用。";
        return RedirectToPage("Item", null, new { id }, Section);
    }
}

using Livelihood.Content.Items;
using Livelihood.Content.Navigation;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Navigation;

/// <summary>The menus of the site with their entries, in order.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class IndexModel(SiteStructures structures, MenuEditor editor) : PageModel
{
    public SiteStructure Site { get; private set; } = SiteStructure.Empty;

    /// <summary>A menu as it is; without entries where nobody has made it yet.</summary>
    public NavigationMenu Menu(string name) => Site.Menus.Find(m => m.Name == name) ?? new() { Name = name };

    public async Task OnGetAsync(CancellationToken cancellation) => Site = await structures.CurrentAsync(cancellation);

    /// <summary>Moves an entry; the button pressed says which, and whether up.</summary>
    public async Task<IActionResult> OnPostAsync(string menu, int revision, string? up, string? down, CancellationToken cancellation)
    {
        var id = up ?? down ?? "";
        try
        {
            await editor.MoveAsync(menu, revision, id, up is not null, cancellation);
            return RedirectToPage(null, null, null, "entry-" + id);
        }
        catch (ContentRefusedException refused)
        {
            await OnGetAsync(cancellation);
            return this.Refused(refused);
        }
    }
}

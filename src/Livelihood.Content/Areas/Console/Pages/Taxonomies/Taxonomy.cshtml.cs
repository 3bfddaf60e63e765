using Livelihood.Content.Items;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Taxonomies;

/// <summary>The terms of a taxonomy, in order.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class TaxonomyModel(TaxonomyEditor editor) : PageModel
{
    public Taxonomy Taxonomy { get; private set; } = null!;

    [BindProperty]
    public int Revision { get; set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation) =>
        await LoadAsync(id, cancellation) ? Page() : NotFound();

    /// <summary>Moves a term; the button pressed says which, and whether up.</summary>
    public async Task<IActionResult> OnPostAsync(string id, string? up, string? down, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        try
        {
            var term = up ?? down ?? "";
            await editor.MoveAsync(Taxonomy, Revision, term, up is not null, cancellation);
            return RedirectToPage(null, null, new { id }, "term-" + term);
        }
        catch (ContentRefusedException refused)
        {
            return this.Refused(refused);
        }
    }

    private async Task<bool> LoadAsync(string id, CancellationToken cancellation)
    {
        if (await editor.FindAsync(id, cancellation) is not { } found)
        {
            return false;
        }

        Taxonomy = found;
        return true;
    }
}

using Livelihood.Content.Items;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Taxonomies;

/// <summary>All taxonomies; a further one can be added.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class IndexModel(TaxonomyEditor editor) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Segment { get; set; }

    public IReadOnlyList<Taxonomy> Taxonomies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Taxonomies = await editor.AllAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        try
        {
            var id = await editor.CreateAsync(Name, Segment, cancellation);
            TempData["Notice"] = $"已新建分类法“{Name!.Trim()}”。请添加分类项。";
            return RedirectToPage("Taxonomy", new { id });
        }
        catch (ContentRefusedException refused)
        {
            ModelState.AddRefusal(refused);
            Taxonomies = await editor.AllAsync(cancellation);
            return Page();
        }
    }
}

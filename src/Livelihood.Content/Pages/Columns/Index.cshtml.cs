using Livelihood.Content.Columns;
using Livelihood.Content.Navigation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Pages.Columns;

/// <summary>All columns of the site.</summary>
public sealed class IndexModel(SiteStructures structures) : PageModel
{
    public ColumnTree Columns { get; private set; } = new([]);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        PublicCaching.Allow(HttpContext);
        Columns = (await structures.CurrentAsync(cancellation)).Columns;
    }
}

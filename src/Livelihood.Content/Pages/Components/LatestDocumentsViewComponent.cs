using Livelihood.Content.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Content.Pages.Components;

/// <summary>The newest lines of the catalogue, for the home page.</summary>
public sealed class LatestDocumentsViewComponent(CatalogueQuery catalogue) : ViewComponent
{
    private const int Shown = 8;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var types = await catalogue.TypesAsync(HttpContext.RequestAborted);
        var page = await catalogue.PageAsync(new(null, null, null), types.Select(t => t.Name), 1, HttpContext.RequestAborted);
        return View(page.Entries.Take(Shown).ToList());
    }
}

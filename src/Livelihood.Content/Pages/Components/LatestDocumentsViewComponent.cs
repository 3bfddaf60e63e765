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
        var filter = new CatalogueFilter { Types = [.. types.Select(t => t.Name)] };
        return View(await catalogue.NewestAsync(filter, Shown, HttpContext.RequestAborted));
    }
}

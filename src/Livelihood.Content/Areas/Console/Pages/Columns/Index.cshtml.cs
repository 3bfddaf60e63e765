using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Livelihood.Content.Navigation;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Columns;

/// <summary>All columns in their order, with a warning where one is stale or empty.</summary>
[Authorize(Policy = Permissions.ManageSite)]
public sealed class IndexModel(SiteStructures structures, ColumnEditor editor, StaleColumns stale) : PageModel
{
    public ColumnTree Columns { get; private set; } = new([]);

    public IReadOnlyList<StaleColumn> Stale { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Columns = (await structures.CurrentAsync(cancellation)).Columns;
        Stale = await stale.OfAsync(Columns, cancellation);
    }

    /// <summary>Moves a column; the button pressed says which, and whether up.</summary>
    public async Task<IActionResult> OnPostAsync(string? up, string? down, CancellationToken cancellation)
    {
        var id = up ?? down ?? "";
        try
        {
            await editor.MoveAsync(id, up is not null, cancellation);
            return RedirectToPage(null, null, null, "column-" + id);
        }
        catch (ContentRefusedException refused)
        {
            await OnGetAsync(cancellation);
            return this.Refused(refused);
        }
    }

    /// <summary>Columns and menus as a recipe, to be run elsewhere.</summary>
    public async Task<IActionResult> OnGetRecipeAsync(CancellationToken cancellation)
    {
        var site = await structures.CurrentAsync(cancellation);
        var recipe = new JsonObject
        {
            ["name"] = "columns",
            ["displayName"] = "栏目和导航",
            ["steps"] = new JsonArray(ColumnsStep.Write(site.Columns), NavigationStep.Write(site)),
        };
        return File(Encoding.UTF8.GetBytes(recipe.ToJsonString(new(ContentData.Json) { WriteIndented = true })), MediaTypeNames.Application.Json, "columns.recipe.json");
    }
}

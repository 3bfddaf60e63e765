using Livelihood.Content.Definitions;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Areas.Console.Pages.Content;

/// <summary>Chooses what to write, and for which agency.</summary>
[Authorize(Policy = Permissions.EditContent)]
public sealed class NewModel(ContentDefinitions definitions, StaffAccess staff, IAgencyDirectory agencies) : PageModel
{
    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    /// <summary>The agencies that the person may write for.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    public async Task<IActionResult> OnGetAsync(bool chosen, CancellationToken cancellation)
    {
        Types = [.. (await definitions.TypesAsync(cancellation)).Values.Where(t => t.IsCreatable).OrderBy(t => t.Name, StringComparer.Ordinal)];
        var reach = await staff.AgenciesAsync(User, Permissions.EditContent, cancellation);
        Agencies = [.. (await agencies.AllAsync(cancellation)).Where(a => reach.Covers(a.Id))];
        if (Types.Any(t => t.Name == Type))
        {
            return RedirectToPage("NewItem", new { type = Type, agency = Agency });
        }

        if (chosen)
        {
            ModelState.AddModelError(nameof(Type), "请选择写什么。");
        }

        return Page();
    }
}

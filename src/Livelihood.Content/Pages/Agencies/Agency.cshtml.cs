using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Pages.Agencies;

/// <summary>An agency: names, how to reach it, its guide, what it published last, and the way to a request to it.</summary>
public sealed class AgencyModel(IAgencyDirectory agencies, CatalogueQuery catalogue, IContentStore store) : PageModel
{
    private const int LinesOfType = 5;

    public Agency Agency { get; private set; } = null!;

    /// <summary>The agency above, or null.</summary>
    public Agency? Above { get; private set; }

    /// <summary>The agencies directly below it.</summary>
    public IReadOnlyList<Agency> Below { get; private set; } = [];

    /// <summary>The address of its own guide (an item at <c>/agencies/{id}/guide</c>); otherwise the common guide's.</summary>
    public string GuidePath { get; private set; } = "/about/guide";

    /// <summary>The types of which it published something, with the newest lines.</summary>
    public IReadOnlyList<(ContentTypeDefinition Type, IReadOnlyList<CatalogueEntry> Lines)> Newest { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        var all = await agencies.AllAsync(cancellation);
        if (all.FirstOrDefault(a => string.Equals(a.Id, id, StringComparison.OrdinalIgnoreCase)) is not { } agency)
        {
            return NotFound();
        }

        if (agency.Id != id)
        {
            return RedirectToPagePermanent(null, new { id = agency.Id });
        }

        PublicCaching.Allow(HttpContext);
        (Agency, Above, Below) = (agency, all.FirstOrDefault(a => a.Id == agency.ParentId), [.. all.Where(a => a.ParentId == agency.Id)]);
        var own = $"/agencies/{agency.Id.ToLowerInvariant()}/guide";
        GuidePath = await store.PublishedAtAsync(own, cancellation) is null ? GuidePath : own;
        var types = await catalogue.TypesAsync(cancellation);
        var lines = await catalogue.NewestOfEachAsync(
            types.Select(t => (t.Name, new CatalogueFilter { Types = [t.Name], AgencyIds = [agency.Id] }, LinesOfType)), cancellation);
        Newest = [.. types.Where(t => lines.Contains(t.Name)).Select(t => (t, (IReadOnlyList<CatalogueEntry>)[.. lines[t.Name]]))];
        return Page();
    }

    /// <summary>When a former name was in use, in words; empty where nothing is known.</summary>
    public static string PeriodOf(FormerName name) => (name.From, name.To) switch
    {
        (null, null) => "",
        ({ } from, null) => $"（{Rendering.ChineseDate.Text(from)}起）",
        (null, { } to) => $"（至{Rendering.ChineseDate.Text(to)}）",
        ({ } from, { } to) => $"（{Rendering.ChineseDate.Text(from)}至{Rendering.ChineseDate.Text(to)}）",
    };
}

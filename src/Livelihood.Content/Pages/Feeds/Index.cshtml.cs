using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Pages.Feeds;

/// <summary>Says what a feed is, and lists those that there are.</summary>
public sealed class IndexModel(CatalogueQuery catalogue, IAgencyDirectory agencies) : PageModel
{
    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Types = await catalogue.TypesAsync(cancellation);
        Agencies = await agencies.AllAsync(cancellation);
    }
}

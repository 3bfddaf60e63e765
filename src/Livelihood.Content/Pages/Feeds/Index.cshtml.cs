using Livelihood.Content.Catalogue;
using Livelihood.Content.Columns;
using Livelihood.Content.Definitions;
using Livelihood.Content.Feeds;
using Livelihood.Content.Navigation;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Content.Pages.Feeds;

/// <summary>Says what a feed is, and lists those that there are.</summary>
public sealed class IndexModel(CatalogueQuery catalogue, IAgencyDirectory agencies, SiteStructures structures) : PageModel
{
    public IReadOnlyList<ContentTypeDefinition> Types { get; private set; } = [];

    public IReadOnlyList<Column> Columns { get; private set; } = [];

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Types = await catalogue.TypesAsync(cancellation);
        Columns = [.. (await structures.CurrentAsync(cancellation)).Columns.Lines.Select(l => l.Column).Where(FeedEndpoints.HasFeed)];
        Agencies = await agencies.AllAsync(cancellation);
    }
}

using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Navigation;

/// <summary>Tells whether the site has a page at an address, so that no menu leads nowhere.</summary>
public sealed class SiteAddresses(PortalDbContext db, IActionDescriptorCollectionProvider actions)
{
    private const string ColumnPages = "columns/{slug}";

    /// <summary>Whether a page, a column or a published item stands at the address; its query and fragment do not matter.</summary>
    /// <param name="address">Below the portal's root, beginning with a slash.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<bool> ExistsAsync(string address, CancellationToken cancellation = default)
    {
        var path = address.Split('?', '#')[0];
        var trimmed = path.Length > 1 ? path.TrimEnd('/') : path;
        var slug = trimmed.StartsWith("/columns/", StringComparison.Ordinal) ? trimmed["/columns/".Length..] : null;
        return (slug is null ? HasPage(trimmed) : await db.Set<Column>().AnyAsync(c => c.Slug == slug, cancellation))
            || await db.Set<ContentVersion>().AnyAsync(v => v.Published && v.Item.Path == trimmed, cancellation);
    }

    // Asked of the pages themselves, not of the running server: a recipe's run from the command line has none.
    private bool HasPage(string path) => actions.ActionDescriptors.Items.OfType<PageActionDescriptor>()
        .Where(p => p.AreaName is null && p.AttributeRouteInfo?.Template is { } template && template != ColumnPages)
        .Select(p => TemplateParser.Parse(p.AttributeRouteInfo!.Template!))
        .Any(t => !t.Parameters.Any(p => p.IsCatchAll) && new TemplateMatcher(t, []).TryMatch(path, []));
}

using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Livelihood.Content.Navigation;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Content.Pages;

/// <summary>The page of any published item, at the item's own address.</summary>
public sealed class ItemModel(
    IContentStore store, ItemViews items, ContentPaths paths, ItemSurroundingsQuery surroundings, ItemColumns columns, SiteStructures structures,
    PublicAddresses addresses, IConfiguration configuration) : PageModel
{
    private static readonly string Build = typeof(ItemModel).Module.ModuleVersionId.ToString("N")[..8];

    public ContentVersion Version { get; private set; } = null!;

    /// <summary>What remains of an item that was withdrawn; then there is nothing else to show.</summary>
    public Tombstone? Withdrawn { get; private set; }

    /// <summary>What the page shows of the version.</summary>
    public ItemView View { get; private set; } = null!;

    /// <summary>What stands around it.</summary>
    public ItemSurroundings Around { get; private set; } = null!;

    /// <summary>The columns that lead to it, the highest first; empty where no column shows it.</summary>
    public IReadOnlyList<Column> Way { get; private set; } = [];

    /// <summary>What the page says of itself to programs.</summary>
    public ItemHead Head { get; private set; } = null!;

    public bool IsPrintView { get; private set; }

    /// <summary>The words that a search brought here, to be marked; empty otherwise.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public async Task<IActionResult> OnGetAsync(string? path, string? view, CancellationToken cancellation)
    {
        if (await store.PublishedAtAsync("/" + path, cancellation) is not { } version)
        {
            return await ElsewhereAsync("/" + path, cancellation);
        }

        // Around the version stand menus, relations, documents that it refers to: they change without it.
        var site = await structures.CurrentAsync(cancellation);
        Around = await surroundings.OfAsync(version, cancellation);
        var etag = new EntityTagHeaderValue($"\"{version.Id:N}-{Build}-{site.Stamp}-{Around.Stamp}\"", isWeak: true);
        Response.Headers.CacheControl = "public, max-age=60";
        Response.Headers.ETag = etag.ToString();
        if (string.IsNullOrEmpty(Query) && Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(etag, useStrongComparison: false)))
        {
            return StatusCode(304);
        }

        Version = version;
        IsPrintView = view == "print";
        View = await items.OfAsync(PageContext, version, IsPrintView, Query, Around, cancellation);
        Way = await columns.WayToAsync(version, site.Columns, cancellation);
        Head = new(View, Way, path => addresses.Of(path), configuration["Portal:Name"] ?? "");
        return Page();
    }

    // An address that was moved leads to where the item is now; a withdrawn item leaves its tombstone.
    private async Task<IActionResult> ElsewhereAsync(string path, CancellationToken cancellation)
    {
        if (await paths.SuccessorAsync(path, cancellation) is { } successor)
        {
            return RedirectPermanent(Request.PathBase + successor + Request.QueryString);
        }

        if (await paths.TombstoneAsync(path, cancellation) is not { } stone)
        {
            return NotFound();
        }

        Withdrawn = stone;
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}

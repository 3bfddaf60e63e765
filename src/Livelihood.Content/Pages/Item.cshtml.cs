using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Content.Pages;

/// <summary>The page of any published item, at the item's own address.</summary>
public sealed class ItemModel(IContentStore store, ItemViews items, ContentPaths paths) : PageModel
{
    private static readonly string Build = typeof(ItemModel).Module.ModuleVersionId.ToString("N")[..8];

    public ContentVersion Version { get; private set; } = null!;

    /// <summary>What remains of an item that was withdrawn; then there is nothing else to show.</summary>
    public Tombstone? Withdrawn { get; private set; }

    /// <summary>What the page shows of the version.</summary>
    public ItemView View { get; private set; } = null!;

    public string AgencyName => View.AgencyName;

    public string TypeName => View.TypeName;

    public bool IsPrintView { get; private set; }

    /// <summary>The words that a search brought here, to be marked; empty otherwise.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public OfficialDocumentPart? Document => View.Document;

    public async Task<IActionResult> OnGetAsync(string? path, string? view, CancellationToken cancellation)
    {
        if (await store.PublishedAtAsync("/" + path, cancellation) is not { } version)
        {
            return await ElsewhereAsync("/" + path, cancellation);
        }

        var etag = new EntityTagHeaderValue($"\"{version.Id:N}-{Build}\"", isWeak: true);
        Response.Headers.CacheControl = "public, max-age=60";
        Response.Headers.ETag = etag.ToString();
        if (string.IsNullOrEmpty(Query) && Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(etag, useStrongComparison: false)))
        {
            return StatusCode(304);
        }

        Version = version;
        IsPrintView = view == "print";
        View = await items.OfAsync(PageContext, version, IsPrintView, Query, cancellation);
        return Page();
    }

    /// <summary>The meta tags that inspectors check.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Meta() =>
    [
        new("ColumnName", TypeName),
        new("ColumnType", TypeName),
        new("ArticleTitle", Version.DisplayText),
        new("PubDate", Version.PublishedUtc is { } at ? ChinaClock.Local(at).ToString("yyyy-MM-dd HH:mm") : null),
        new("ContentSource", AgencyName),
        new("Keywords", string.Join(",", Document?.SubjectTerms ?? [])),
        new("Description", Version.Part<DisclosureRecordPart>()?.Abstract),
        new("Url", $"{Request.Scheme}://{Request.Host}{Request.PathBase}{Version.Item.Path}"),
    ];

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

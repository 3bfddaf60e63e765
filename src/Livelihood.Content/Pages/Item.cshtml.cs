using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Content.Rendering;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Livelihood.Content.Pages;

/// <summary>
/// The page of any published item, at the item's own address. Its parts are shown in the order of the type's
/// definition: a part by its view <c>Parts/{name}</c>, a part of fields by its definition.
/// </summary>
public sealed class ItemModel(
    IContentStore store, IAgencyDirectory agencies, PortalDbContext db, IEnumerable<IHighlighter> highlighters,
    ICompositeViewEngine views, TaxonomyTerms taxonomies, ContentPaths paths) : PageModel
{
    private static readonly string Build = typeof(ItemModel).Module.ModuleVersionId.ToString("N")[..8];

    public ContentVersion Version { get; private set; } = null!;

    /// <summary>What remains of an item that was withdrawn; then there is nothing else to show.</summary>
    public Tombstone? Withdrawn { get; private set; }

    public string AgencyName { get; private set; } = "";

    public string TypeName { get; private set; } = "";

    public IReadOnlyList<RecordLine> Record { get; private set; } = [];

    public IReadOnlyList<PartDisplay> Parts { get; private set; } = [];

    public IReadOnlyList<(int Level, string Anchor, string Text)> Outline { get; private set; } = [];

    public bool IsPrintView { get; private set; }

    /// <summary>The words that a search brought here, to be marked; empty otherwise.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public OfficialDocumentPart? Document { get; private set; }

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
        Document = version.Part<OfficialDocumentPart>();
        var agency = await agencies.FindAsync(version.Item.AgencyId, cancellation);
        AgencyName = agency?.Name ?? version.Item.AgencyId;
        var category = await taxonomies.NameOfAsync(
            TaxonomyTerms.Categories, version.Part<DisclosureRecordPart>()?.Category, cancellation);
        Record = [.. ItemRecord.LinesOf(version, AgencyName, category)];
        Outline = version.Part<MarkdownBodyPart>() is { } body ? MarkdownRenderer.Outline(body.Markdown) : [];
        await LoadPartsAsync(cancellation);
        return Page();
    }

    /// <summary>HTML of Markdown, with the searched words marked.</summary>
    public HtmlString Html(string markdown)
    {
        var html = MarkdownRenderer.ToHtml(markdown);
        return new(string.IsNullOrWhiteSpace(Query)
            ? html
            : highlighters.Aggregate(html, (text, highlighter) => highlighter.MarkHtml(text, Query)));
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

    private async Task LoadPartsAsync(CancellationToken cancellation)
    {
        var type = await db.Set<ContentTypeDefinition>().AsNoTracking()
            .FirstOrDefaultAsync(t => t.Name == Version.Item.Type, cancellation);
        TypeName = type?.DisplayName ?? Version.Item.Type;
        var names = type?.Parts.ConvertAll(p => p.Name) ?? [.. Version.Parts.PartNames];
        var fields = await db.Set<ContentPartDefinition>().AsNoTracking()
            .Where(p => names.Contains(p.Name)).ToDictionaryAsync(p => p.Name, p => p.Fields, cancellation);
        Parts =
        [
            .. from name in names
               where Version.Parts.Get(name) is not null
               let template = $"Parts/{name}"
               let hasView = views.FindView(PageContext, template, isMainPage: false).Success
                   || views.GetView(null, $"/Pages/Shared/{template}.cshtml", isMainPage: false).Success
               where hasView || fields.GetValueOrDefault(name) is { Count: > 0 }
               select new PartDisplay(this, name, hasView ? template : "Parts/_Fields", fields.GetValueOrDefault(name) ?? []),
        ];
    }
}

/// <summary>A part to be shown on an item's page: the model of its view.</summary>
/// <param name="Page">The item's page.</param>
/// <param name="Name">The part's name.</param>
/// <param name="Template">The view.</param>
/// <param name="Fields">The part's fields, where it is made of fields.</param>
public sealed record PartDisplay(ItemModel Page, string Name, string Template, IReadOnlyList<PartField> Fields);

using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;
using Livelihood.Gazettes.Composing;
using Livelihood.Gazettes.Issues;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>清样: an issue as readers will see it, contents and texts in printed order. For staff only.</summary>
public sealed class ProofModel(IssueComposer composer, IssueDocuments documents) : GazettePageModel
{
    /// <summary>How many documents a page of the proof shows in full.</summary>
    public const int PageSize = 20;

    public Composition Composition { get; private set; } = null!;

    /// <summary>The documents of this page of the proof, with their places in the issue, from 1.</summary>
    public IReadOnlyList<(int Order, ContentVersion Version)> Documents { get; private set; } = [];

    public int Current { get; private set; }

    public int Pages { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, int number, int p, CancellationToken cancellation)
    {
        if (await composer.FindAsync(User, year, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "no-store";
        Composition = found;
        var ids = found.Issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).ToList();
        Pages = Math.Max(1, (ids.Count + PageSize - 1) / PageSize);
        Current = Math.Clamp(p, 1, Pages);
        var lines = ids.Index().Skip((Current - 1) * PageSize).Take(PageSize).ToList();
        var versions = await documents.ByIdAsync([.. lines.Select(l => l.Item).OfType<string>()], cancellation);
        Documents = [.. lines.Where(l => l.Item is not null && versions.ContainsKey(l.Item)).Select(l => (l.Index + 1, versions[l.Item!]))];
        return Page();
    }

    /// <summary>Where the text of an entry stands in the proof.</summary>
    /// <param name="order">Its place in the issue, from 1.</param>
    public string UrlOf(int order)
    {
        var page = (order - 1) / PageSize + 1;
        return page == Current ? $"#document-{order}" : $"{UrlOfPage(page)}#document-{order}";
    }

    /// <summary>The text of a document as safe HTML.</summary>
    public string Text(ContentVersion document) => MarkdownRenderer.ToHtml(document.Part<MarkdownBodyPart>()?.Markdown ?? "", Request.PathBase);

    /// <summary>A page of the proof.</summary>
    public string UrlOfPage(int page) => Url.Content($"~/console/gazettes/{Composition.Issue.Year}/{Composition.Issue.Number}/proof?p={page}");
}

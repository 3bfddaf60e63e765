using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Gazettes.Pages.Gazettes;

/// <summary>An issue: its masthead and its table of contents as printed.</summary>
public sealed class IssueModel(IContentStore store, IssueQuery issues) : PageModel
{
    public ContentVersion Version { get; private set; } = null!;

    public GazetteIssuePart Issue { get; private set; } = null!;

    public IReadOnlyDictionary<string, CatalogueEntry> Documents { get; private set; } = new Dictionary<string, CatalogueEntry>();

    public PublishedIssue? Before { get; private set; }

    public PublishedIssue? After { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken cancellation)
    {
        if (await store.PublishedAtAsync(GazetteIssuePart.PathOf(year, number), cancellation) is not { } version
            || version.Part<GazetteIssuePart>() is not { } issue)
        {
            return NotFound();
        }

        (Version, Issue) = (version, issue);
        Documents = await issues.PublishedAsync(issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>(), cancellation);
        (Before, After) = await issues.NeighboursAsync(year, number, cancellation);
        return Page();
    }

    /// <summary>The meta tags that inspectors check.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Meta() =>
    [
        new("ColumnName", "政府公报"),
        new("ColumnType", "政府公报"),
        new("ArticleTitle", Version.DisplayText),
        new("PubDate", Version.PublishedUtc is { } at ? ChinaClock.Local(at).ToString("yyyy-MM-dd HH:mm") : null),
        new("ContentSource", Issue.Publisher ?? Issue.Gazette),
        new("Description", Version.Part<DisclosureRecordPart>()?.Abstract ?? $"{Version.DisplayText}的目录和全文"),
        new("Url", $"{Request.Scheme}://{Request.Host}{Request.PathBase}{Version.Item.Path}"),
    ];
}

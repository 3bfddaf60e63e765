using Livelihood.Content.Citing;
using Livelihood.Content.Items;
using Livelihood.Content.Pages;
using Livelihood.Content.Parts;
using Livelihood.Content.Relations;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Time;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Gazettes.Pages.Gazettes;

/// <summary>An issue: its masthead and its table of contents as printed.</summary>
public sealed class IssueModel(IContentStore store, ContentPaths paths, IssueQuery issues, ValidityMarks marks, PublicAddresses addresses) : PageModel
{
    public ContentVersion Version { get; private set; } = null!;

    /// <summary>What remains where the issue was withdrawn; null where it is public.</summary>
    public Tombstone? Withdrawn { get; private set; }

    public GazetteIssuePart Issue { get; private set; } = null!;

    public IssueContents Contents { get; private set; } = null!;

    /// <summary>Whether each document binds today, by item.</summary>
    public IReadOnlyDictionary<string, ValidityMark> Validity { get; private set; } = new Dictionary<string, ValidityMark>();

    public PublishedIssue? Before { get; private set; }

    public PublishedIssue? After { get; private set; }

    /// <summary>As one cites the issue: 《云岭市人民政府公报》2019年第6号.</summary>
    public string Citation => Livelihood.Content.Citing.Citation.InPrint(
        new(Issue.Gazette ?? "政府公报", Issue.Year, Issue.Number, Issue.TotalNumber, Version.Item.Path, "", null, ""));

    public async Task<IActionResult> OnGetAsync(int year, int number, CancellationToken cancellation)
    {
        if (await store.PublishedAtAsync(GazetteIssuePart.PathOf(year, number), cancellation) is not { } version
            || version.Part<GazetteIssuePart>() is not { } issue)
        {
            return await ElsewhereAsync(GazetteIssuePart.PathOf(year, number), cancellation);
        }

        (Version, Issue) = (version, issue);
        Contents = await IssueContents.OfAsync(issue, issues, cancellation);
        Validity = await marks.OfAsync(Contents.Documents, cancellation);
        (Before, After) = await issues.NeighboursAsync(year, number, cancellation);
        PublicCaching.Allow(HttpContext);
        return Page();
    }

    // As with every item: an issue that got another number leads there, a withdrawn one leaves its tombstone.
    private async Task<IActionResult> ElsewhereAsync(string path, CancellationToken cancellation)
    {
        if (await paths.SuccessorAsync(path, cancellation) is { } successor)
        {
            return RedirectPermanent(Request.PathBase + successor);
        }

        if (await paths.TombstoneAsync(path, cancellation) is not { } stone)
        {
            return NotFound();
        }

        Withdrawn = stone;
        Response.StatusCode = StatusCodes.Status410Gone;
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
        new("Url", addresses.Of(Version.Item.Path)),
    ];
}

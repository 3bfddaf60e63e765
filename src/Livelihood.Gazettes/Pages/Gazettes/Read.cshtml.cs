using Livelihood.Content.Items;
using Livelihood.Content.Pages;
using Livelihood.Gazettes.Issues;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Gazettes.Pages.Gazettes;

/// <summary>
/// An issue read document by document, its contents at the side. The document's one address stays its own page, to which
/// this page points as canonical.
/// </summary>
public sealed class ReadModel(
    IContentStore store, IssueQuery issues, ItemViews items, ItemSurroundingsQuery surroundings, PublicAddresses addresses) : PageModel
{
    public GazetteIssuePart Issue { get; private set; } = null!;

    public IssueContents Contents { get; private set; } = null!;

    /// <summary>The line that is read.</summary>
    public ContentsLine Line { get; private set; } = null!;

    public ItemView View { get; private set; } = null!;

    public ItemSurroundings Around { get; private set; } = null!;

    /// <summary>The absolute address of the document's own page.</summary>
    public string Canonical => addresses.Of(View.Version.Item.Path);

    public async Task<IActionResult> OnGetAsync(int year, int number, int? place, CancellationToken cancellation)
    {
        if (await store.PublishedAtAsync(GazetteIssuePart.PathOf(year, number), cancellation) is not { } version
            || version.Part<GazetteIssuePart>() is not { } issue)
        {
            return NotFound();
        }

        Contents = await IssueContents.OfAsync(issue, issues, cancellation);
        if ((place is { } order ? Contents.At(order) : Contents.First) is not { } line
            || await store.PublishedAsync(line.Document!.ItemId, cancellation) is not { } document)
        {
            return NotFound();
        }

        (Issue, Line) = (issue, line);
        Around = await surroundings.OfAsync(document, cancellation);
        View = await items.OfAsync(PageContext, document, around: Around, cancellation: cancellation);
        PublicCaching.Allow(HttpContext);
        return Page();
    }

    /// <summary>The documents before and after this one in the issue.</summary>
    public ((string Path, string Title)? Before, (string Path, string Title)? After) Neighbours
    {
        get
        {
            var (before, after) = Contents.Around(Line.Order);
            return (before is null ? null : (PathOf(before), before.Entry.Title), after is null ? null : (PathOf(after), after.Entry.Title));
        }
    }

    /// <summary>The address of a line in the reader, below the portal's root.</summary>
    public string PathOf(ContentsLine line) => $"{GazetteIssuePart.PathOf(Issue.Year, Issue.Number)}/read/{line.Order}";
}

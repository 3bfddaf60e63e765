using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Issues;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Gazettes.Pages.Components;

/// <summary>On a document's page: the way into the issue that printed it first, and the documents before and after it there.</summary>
public sealed class PrintedInViewComponent(IContentStore store, IssueQuery issues) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(ContentVersion version, bool isPrintView)
    {
        if (isPrintView || version.Part<PrintedInPart>() is not { } printedIn
            || await store.PublishedAsync(printedIn.IssueId, HttpContext.RequestAborted) is not { } issueVersion
            || issueVersion.Part<GazetteIssuePart>() is not { } issue)
        {
            return Content("");
        }

        var contents = await IssueContents.OfAsync(issue, issues, HttpContext.RequestAborted);
        if (contents.Find(version.ItemId) is not { } line)
        {
            return Content("");
        }

        var (before, after) = contents.Around(line.Order);
        return View(new PrintedInView(
            $"《{issue.Gazette}》{issue.Citation()}", issueVersion.Item.Path, line.Order,
            before is null ? null : (before.Document!.Path, before.Document.Title),
            after is null ? null : (after.Document!.Path, after.Document.Title)));
    }
}

/// <summary>What the view shows.</summary>
/// <param name="Issue">The issue as cited.</param>
/// <param name="IssuePath">Its address below the portal's root.</param>
/// <param name="Order">The document's place in the contents, from 1.</param>
/// <param name="Before">The document before it, or null.</param>
/// <param name="After">The document after it, or null.</param>
public sealed record PrintedInView(string Issue, string IssuePath, int Order, (string Path, string Title)? Before, (string Path, string Title)? After);

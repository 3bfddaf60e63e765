using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Gazettes.Issues;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Gazettes.Pages.Components;

/// <summary>Where a document was printed, how to cite it, and the documents before and after it in the issue.</summary>
public sealed class PrintedInViewComponent(IContentStore store, IssueQuery issues) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(ContentVersion version, bool isPrintView)
    {
        if (version.Part<PrintedInPart>() is not { } printedIn
            || await store.PublishedAsync(printedIn.IssueId, HttpContext.RequestAborted) is not { } issueVersion
            || issueVersion.Part<GazetteIssuePart>() is not { } issue)
        {
            return Content("");
        }

        var ids = issue.Sections.SelectMany(s => s.Entries).Select(e => e.ItemId).OfType<string>().ToList();
        var published = await issues.PublishedAsync(ids, HttpContext.RequestAborted);
        var documents = ids.Where(published.ContainsKey).Select(id => published[id]).ToList();
        var at = documents.FindIndex(d => d.ItemId == version.ItemId);
        return View(new PrintedInView(
            issue, issueVersion.Item.Path, printedIn, isPrintView,
            at > 0 ? documents[at - 1] : null,
            at >= 0 && at + 1 < documents.Count ? documents[at + 1] : null));
    }
}

/// <summary>What the view shows.</summary>
public sealed record PrintedInView(
    GazetteIssuePart Issue, string IssuePath, PrintedInPart Place, bool IsPrintView, CatalogueEntry? Before, CatalogueEntry? After)
{
    /// <summary>As one cites: 《云岭市人民政府公报》2019年第6号，第32页.</summary>
    public string Citation => $"《{Issue.Gazette}》{Issue.Citation()}{(Place.Page is { } page ? $"，第{page}页" : "")}";
}

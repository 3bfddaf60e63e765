using Livelihood.Content.Items;
using Livelihood.Gazettes.Edition;
using Livelihood.Gazettes.Issues;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Gazettes.Pages.Components;

/// <summary>The files of an issue for readers to take away: PDF, Word, archive.</summary>
public sealed class IssueEditionViewComponent(EditionQuery editions) : ViewComponent
{
    /// <param name="version">The issue's published version.</param>
    public async Task<IViewComponentResult> InvokeAsync(ContentVersion version)
    {
        if (version.Part<GazetteIssuePart>() is not { } issue)
        {
            return Content("");
        }

        var edition = await editions.CurrentAsync(version, HttpContext.RequestAborted);
        var isUnderWay = edition?.PdfHash is null && await editions.IsUnderWayAsync(version.ItemId, HttpContext.RequestAborted);
        return edition is null && !isUnderWay ? Content("") : View(new IssueEditionView(issue, edition, isUnderWay));
    }
}

/// <summary>What the view shows.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Edition">Its edition; null while there is none.</param>
/// <param name="IsUnderWay">Whether one is being made.</param>
public sealed record IssueEditionView(GazetteIssuePart Issue, GazetteEdition? Edition, bool IsUnderWay);

using Livelihood.Gazettes.Issues;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Gazettes.Pages.Components;

/// <summary>The newest issues on the home page.</summary>
public sealed class LatestIssuesViewComponent(IssueQuery issues) : ViewComponent
{
    private const int Shown = 4;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var newest = await issues.NewestAsync(Shown, HttpContext.RequestAborted);
        return newest.Count == 0 ? Content("") : View(newest);
    }
}

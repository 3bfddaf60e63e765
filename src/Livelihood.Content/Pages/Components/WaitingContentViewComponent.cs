using Livelihood.Content.Editing;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Content.Pages.Components;

/// <summary>What waits for the person who opens the console: to be reviewed, to be approved, to be finished.</summary>
public sealed class WaitingContentViewComponent(WaitingContent waiting) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => View(await waiting.OfAsync(UserClaimsPrincipal, HttpContext.RequestAborted));
}

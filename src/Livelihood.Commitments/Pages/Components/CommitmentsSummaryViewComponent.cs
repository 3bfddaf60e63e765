using Livelihood.Commitments.Data;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Commitments.Pages.Components;

/// <summary>The commitments of the newest year, for the home page.</summary>
public sealed class CommitmentsSummaryViewComponent(Programmes programmes) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
        => await programmes.NewestAsync(HttpContext.RequestAborted) is { } programme ? View(programme) : Content("");
}

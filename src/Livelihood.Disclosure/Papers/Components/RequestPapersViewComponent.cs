using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Register;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Papers.Components;

/// <summary>On the office's page of a request: its papers.</summary>
public sealed class RequestPapersViewComponent(PaperDesk papers) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(DeskRequest desk)
    {
        var all = await papers.ListAsync(desk.Details.Request.Id, HttpContext.RequestAborted);
        return View(new RequestPapers(
            desk.Details.Request.Number, all, PaperDesk.MayRead(desk.Sources), desk.Sources.Contains(EventSource.Handler) && desk.Details.ErasedOn is null));
    }
}

/// <summary>What the view shows.</summary>
/// <param name="Number">The request.</param>
/// <param name="Papers">Its papers.</param>
/// <param name="MayRead">Whether the reader may open them.</param>
/// <param name="MayAdd">Whether the reader may add some.</param>
public sealed record RequestPapers(string Number, IReadOnlyList<KeptPaper> Papers, bool MayRead, bool MayAdd);

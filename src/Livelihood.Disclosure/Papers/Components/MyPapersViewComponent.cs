using Livelihood.Disclosure.Data;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Papers.Components;

/// <summary>On the requester's page: the papers that the requester sent, and scans of letters.</summary>
public sealed class MyPapersViewComponent(PaperDesk papers) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(DisclosureRequest request)
    {
        IReadOnlyList<KeptPaper> own = [.. (await papers.ListAsync(request.Id, HttpContext.RequestAborted)).Where(paper => paper.Of == PaperOf.Requester)];
        return own.Count == 0 ? Content("") : View(own);
    }
}

using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Pages.Components;

/// <summary>On the office's page of a request: the files for its reply.</summary>
public sealed class ReplyFilesViewComponent(RedactionDesk files, RequestAccess access) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(DisclosureRequest request)
    {
        var cancellation = HttpContext.RequestAborted;
        var sources = await access.SourcesAsync(UserClaimsPrincipal, request.AgencyId, cancellation);
        if (!sources.Contains(EventSource.Handler) && !sources.Contains(EventSource.Head))
        {
            return Content("");
        }

        var all = await files.ListAsync(request.Id, cancellation);
        return all.Count == 0 && !Workflow.IsRunning(request.State) ? Content("") : View((request.Number, all));
    }
}

using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Pages.Components;

/// <summary>On the office's page of a request: the files for its reply.</summary>
public sealed class ReplyFilesViewComponent(RedactionDesk files, OriginalDesk originals, RequestAccess access) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(DisclosureRequest request)
    {
        var cancellation = HttpContext.RequestAborted;
        var sources = await access.SourcesAsync(UserClaimsPrincipal, request.AgencyId, cancellation);
        if (!sources.Contains(EventSource.Handler) && !sources.Contains(EventSource.Head))
        {
            return Content("");
        }

        var shown = new ReplyFilesShown(request.Number, await files.ListAsync(request.Id, cancellation), await originals.ListAsync(request.Id, cancellation));
        return shown.IsEmpty && !Workflow.IsRunning(request.State) ? Content("") : View(shown);
    }
}

/// <summary>The files for a reply, for those of the office who may open them.</summary>
/// <param name="Number">The request.</param>
/// <param name="Files">Those that are made with passages blacked out, given or not.</param>
/// <param name="Originals">Those that are given as they are.</param>
public sealed record ReplyFilesShown(string Number, IReadOnlyList<OpenedFile> Files, IReadOnlyList<KeptPaper> Originals)
{
    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Files.Count == 0 && Originals.Count == 0;
}

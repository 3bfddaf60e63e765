using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Redaction;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Pages.Components;

/// <summary>On the requester's page: the files that came with the reply, once it was served.</summary>
public sealed class GivenFilesViewComponent(ReplyFileList files) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(DisclosureRequest request)
    {
        var given = request.ServedOn is null ? [] : await files.GivenAsync(request.Id, HttpContext.RequestAborted);
        return given.Count == 0 ? Content("") : View(given);
    }
}

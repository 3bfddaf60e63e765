using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.Redaction;
using Livelihood.Disclosure.Redaction;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Pages.Components;

/// <summary>On the requester's page: the files that came with the reply, once it was served.</summary>
public sealed class GivenFilesViewComponent(RedactionDesk files) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(DisclosureRequest request)
    {
        IReadOnlyList<(Guid Id, string Name)> given = request.ServedOn is null
            ? []
            : [.. (await files.ListAsync(request.Id, HttpContext.RequestAborted)).Where(file => file.File.IsGiven).Select(file => (file.File.Id, Redactor.Redact(file.Sheet).Name))];
        return given.Count == 0 ? Content("") : View(given);
    }
}

using System.Security.Cryptography;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>A file that came with the reply, for the requester who holds the pass: made with passages blacked out, or as it is.</summary>
public sealed class GivenFileModel(RequesterDesk desk, RedactionDesk redacted, OriginalDesk originals, ILogger<GivenFileModel> log) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(HttpContext, cancellation) is not { } found)
        {
            return RedirectToPage("/Disclosure/Status");
        }

        try
        {
            return await GivenAsync(found.Details.Request, id, cancellation) ?? NotFound();
        }
        catch (CryptographicException unreadable)
        {
            log.LogError(unreadable, "File {File} cannot be read", id);
            Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Page();
        }
    }

    private async Task<IActionResult?> GivenAsync(DisclosureRequest request, Guid id, CancellationToken cancellation) =>
        await redacted.GivenAsync(request, id, cancellation) is { } made ? File(made.Pdf, "application/pdf", made.Name + ".pdf")
        : await originals.GivenAsync(request, id, cancellation) is { } original ? PaperAnswer.Of(Response, original)
        : null;
}

using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>A file that came with the reply, for the requester who holds the pass.</summary>
public sealed class GivenFileModel(RequesterDesk desk, RedactionDesk files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(HttpContext, cancellation) is not { } found)
        {
            return RedirectToPage("/Disclosure/Status");
        }

        return await files.GivenAsync(found.Details.Request, id, cancellation) is { } given ? File(given.Pdf, "application/pdf", given.Name + ".pdf") : NotFound();
    }
}

using System.Security.Cryptography;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Register;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>A paper that the requester sent, for the requester who holds the pass.</summary>
public sealed class PaperModel(RequesterDesk desk, PaperDesk papers, ILogger<PaperModel> log) : PageModel
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
            return await papers.OpenAsync(found.Details.Request.Id, id, cancellation) is { } paper ? PaperAnswer.Of(Response, paper) : NotFound();
        }
        catch (CryptographicException unreadable)
        {
            log.LogError(unreadable, "Paper {Paper} cannot be read", id);
            Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Page();
        }
    }
}

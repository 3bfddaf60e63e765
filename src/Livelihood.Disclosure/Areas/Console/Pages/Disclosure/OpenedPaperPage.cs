using System.Security.Cryptography;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Pages;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>A file of a request that staff open; the reading is audited. Where it cannot be decrypted, the page says what to do.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public abstract class OpenedPaperPage(RequestDesk desk, ILogger log) : PageModel
{
    /// <summary>The request's number.</summary>
    public string Number { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string number, Guid id, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(User, number, cancellation) is not { } found)
        {
            return NotFound();
        }

        if (!PaperDesk.MayRead(found.Sources))
        {
            return Forbid();
        }

        Number = found.Details.Request.Number;
        try
        {
            return await ReadAsync(found.Details.Request, id, cancellation) is { } paper ? PaperAnswer.Of(Response, paper) : NotFound();
        }
        catch (CryptographicException unreadable)
        {
            log.LogError(unreadable, "Paper {Paper} cannot be read", id);
            Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Page();
        }
    }

    /// <summary>The file, with the reading on record; null where the request has none of this kind.</summary>
    protected abstract Task<OpenedPaper?> ReadAsync(DisclosureRequest request, Guid id, CancellationToken cancellation);
}

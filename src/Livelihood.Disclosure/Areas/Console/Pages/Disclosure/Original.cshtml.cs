using System.Security.Cryptography;
using Livelihood.Disclosure.Pages;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Redaction;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;

namespace Livelihood.Disclosure.Areas.Console.Pages.Disclosure;

/// <summary>A file that is given with the reply as it is, opened by staff; the reading is audited.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class OriginalModel(RequestDesk desk, OriginalDesk originals, ILogger<OriginalModel> log) : PageModel
{
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
            return await originals.ReadByStaffAsync(found.Details.Request, id, cancellation) is { } paper ? PaperAnswer.Of(Response, paper) : NotFound();
        }
        catch (CryptographicException unreadable)
        {
            log.LogError(unreadable, "Original {Original} cannot be read", id);
            Response.StatusCode = StatusCodes.Status500InternalServerError;
            return Page();
        }
    }
}

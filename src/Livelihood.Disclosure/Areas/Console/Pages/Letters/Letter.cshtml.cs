using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Pages;
using Livelihood.Disclosure.Register;
using Livelihood.Formats.Pdf;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Areas.Console.Pages.Letters;

/// <summary>A letter, read by staff; the reading is audited.</summary>
[Authorize(Policy = Permissions.OpenConsole)]
public sealed class LetterModel(RequestDesk desk, LetterReading reading, LetterFiles files) : PageModel
{
    public string Number { get; private set; } = "";

    public Guid Id { get; private set; }

    public LetterKind Kind { get; private set; } = null!;

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    public LetterText? Text { get; private set; }

    public PdfAvailability Pdf => files.Pdf;

    public async Task<IActionResult> OnGetAsync(string number, Guid id, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(User, number, cancellation) is not { } found
            || await reading.FindAsync(found.Details.Request.Id, id, cancellation) is not { } letter)
        {
            return NotFound();
        }

        (Number, Id, Kind) = (number, id, LetterKinds.Get(letter.Kind));
        Name = Kind.NameIn(found.Details.Request.Matter);
        if (!LetterReading.MayRead(found.Sources, Kind))
        {
            return Forbid();
        }

        Text = await reading.ReadByStaffAsync(number, letter, cancellation);
        return Page();
    }
}

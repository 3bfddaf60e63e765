using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Register;
using Livelihood.Formats.Pdf;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>A letter, read by the requester to whom it is addressed.</summary>
public sealed class MyLetterModel(RequesterDesk desk, LetterReading reading, LetterFiles files) : PageModel
{
    public string Number { get; private set; } = "";

    public Guid Id { get; private set; }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    public LetterText? Text { get; private set; }

    public PdfAvailability Pdf => files.Pdf;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        Response.ForbidStoring();
        if (await desk.FindAsync(HttpContext, cancellation) is not { } found)
        {
            return RedirectToPage("/Disclosure/Status");
        }

        if (await reading.FindAsync(found.Details.Request.Id, id, cancellation) is not { } letter || LetterKinds.Get(letter.Kind).To != LetterTo.Requester)
        {
            return NotFound();
        }

        (Number, Id, Name) = (found.Details.Request.Number, id, LetterKinds.Get(letter.Kind).NameIn(found.Details.Request.Matter));
        Text = await reading.ReadAsync(letter, cancellation);
        return Page();
    }
}

using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Register;
using Livelihood.Formats.Pdf;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Letters.Components;

/// <summary>The letters that a requester was sent.</summary>
public sealed class MyLettersViewComponent(LetterReading reading, LetterFiles files) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(DeskRequest desk)
    {
        var letters = await reading.ListAsync(desk.Details.Request.Id, HttpContext.RequestAborted);
        return View(new MyLetters(
            desk.Details.Request.Number, desk.Details.Request.Matter, [.. letters.Where(letter => letter.Kind.To == LetterTo.Requester)],
            LetterReading.Missing(desk.Occasion.History.Events, letters).Count > 0, files.Pdf));
    }
}

/// <summary>What the view shows.</summary>
/// <param name="Number">The request.</param>
/// <param name="Matter">What kind of case it is.</param>
/// <param name="Letters">The letters to the requester.</param>
/// <param name="IsIncomplete">Whether some were sent before letters were kept here.</param>
/// <param name="Pdf">Whether PDF can be printed.</param>
public sealed record MyLetters(string Number, RequestMatter Matter, IReadOnlyList<ListedLetter> Letters, bool IsIncomplete, PdfAvailability Pdf);

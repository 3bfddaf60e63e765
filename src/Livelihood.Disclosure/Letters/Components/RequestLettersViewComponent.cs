using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Register;
using Livelihood.Formats.Pdf;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Disclosure.Letters.Components;

/// <summary>The letters of a request, for the office: what was made, what was not kept, and what can be written by hand.</summary>
public sealed class RequestLettersViewComponent(LetterReading reading, LetterFiles files) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(DeskRequest desk)
    {
        var letters = await reading.ListAsync(desk.Details.Request.Id, HttpContext.RequestAborted);
        bool Fits(HandLetter letter) => letter.Objection(desk.Occasion.History) is null && (!letter.IsProof || LetterReading.SentOf(letters, desk.Details.Request.Matter).Count > 0);
        return View(new RequestLetters(
            desk.Details.Request.Number, desk.Details.Request.Matter, [.. letters.Select(letter => (letter, LetterReading.MayRead(desk.Sources, letter.Kind)))],
            LetterReading.Missing(desk.Occasion.History.Events, letters), files.Pdf,
            desk.Sources.Contains(EventSource.Handler) && desk.Details.ErasedOn is null ? [.. HandLetter.All.Where(Fits)] : []));
    }
}

/// <summary>What the view shows.</summary>
/// <param name="Number">The request.</param>
/// <param name="Matter">What kind of case it is.</param>
/// <param name="Letters">Its letters, and whether the reader may read each.</param>
/// <param name="Missing">Entries whose letters were not kept.</param>
/// <param name="Pdf">Whether PDF can be printed.</param>
/// <param name="ByHand">What the reader can write by hand.</param>
public sealed record RequestLetters(
    string Number, RequestMatter Matter, IReadOnlyList<(ListedLetter Letter, bool MayRead)> Letters, IReadOnlyList<(int Sequence, RequestEvent Event)> Missing, PdfAvailability Pdf,
    IReadOnlyList<HandLetter> ByHand);

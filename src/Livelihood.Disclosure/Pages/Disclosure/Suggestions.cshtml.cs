using Livelihood.Content.Publication;
using Livelihood.Disclosure.Filing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>
/// The suggestion list as a piece of a page, fetched while somebody types. A POST, because what people type here is
/// nobody's business and addresses end up in logs.
/// </summary>
[EnableRateLimiting(DisclosureLimits.Suggestions)]
public sealed class SuggestionsModel(IPublishedSearch published, PublishedAnswers answers) : PageModel
{
    [BindProperty]
    public RequestForm Input { get; set; } = new();

    public IReadOnlyList<PublishedHit> Hits { get; private set; } = [];

    public IActionResult OnGet() => RedirectToPage("/Disclosure/New");

    public async Task OnPostAsync(CancellationToken cancellation) =>
        Hits = Input.SearchText.Length < 2 ? [] : await published.SuggestAsync(Input.SearchText, NewModel.Suggestions, cancellation);

    /// <summary>Counts whether a suggestion was what the person wanted.</summary>
    public async Task<IActionResult> OnPostAnsweredAsync(string? item, bool isAnswer, CancellationToken cancellation)
    {
        await answers.CountAsync(item, isAnswer, cancellation);
        return StatusCode(StatusCodes.Status204NoContent);
    }
}

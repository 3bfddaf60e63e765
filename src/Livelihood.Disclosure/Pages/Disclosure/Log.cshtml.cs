using Livelihood.Content.Feeds;
using Livelihood.Content.Pages;
using Livelihood.Disclosure.Domain.Outcomes;
using Livelihood.Disclosure.PublicLog;
using Livelihood.Platform.Agencies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>Answers that were published, without who asked: by words, outcome, agency and year.</summary>
public sealed class LogModel(PublicLogQuery log, IAgencyDirectory agencies) : PageModel
{
    private const int LastPage = 500;
    private const int LongestText = 200;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Outcome { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public string? PageNumber { get; set; }

    public int Number { get; private set; }

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public IReadOnlyList<int> Years { get; private set; } = [];

    public LogPage Result { get; private set; } = null!;

    /// <summary>Whether anything was looked for.</summary>
    public bool IsFiltered => Text is not null || Outcome is not null || Agency is not null || Year is not null;

    /// <summary>The outcomes that can be chosen.</summary>
    public static IEnumerable<Outcome> Outcomes => OutcomeTable.All.Where(outcome => outcome.IsReply);

    /// <summary>The feed of the log.</summary>
    public static KeyValuePair<string, string> Feed => new("公开的答复", "~" + FeedEndpoints.PathOfType(AnswerContent.Type));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        PublicCaching.Allow(HttpContext);
        var all = await agencies.AllAsync(cancellation);
        (Agencies, Years) = ([.. all.Where(agency => agency.AcceptsRequests)], await log.YearsAsync(cancellation));
        // What a link cannot mean is left out rather than complained of: old links keep working.
        Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim()[..Math.Min(Text.Trim().Length, LongestText)];
        Agency = all.Any(agency => agency.Id == Agency) ? Agency : null;
        Outcome = Outcomes.Any(outcome => outcome.Key == Outcome) ? Outcome : null;
        var year = int.TryParse(Year, out var chosen) && Years.Contains(chosen) ? chosen : (int?)null;
        Year = year?.ToString();
        Number = int.TryParse(PageNumber, out var number) ? Math.Clamp(number, 1, LastPage) : 1;
        Result = await log.PageAsync(new(Text, Agency, year, Outcome), Number, cancellation);
        return Number > Result.PageCount ? NotFound() : Page();
    }

    /// <summary>The agency's name, for a line of the list.</summary>
    public string NameOf(string agencyId) => Agencies.FirstOrDefault(agency => agency.Id == agencyId)?.Name ?? agencyId;

    /// <summary>The address of another page of the same list.</summary>
    public string UrlOfPage(int number) => Url.Page("/Disclosure/Log", new { q = Text, Outcome, Agency, Year, p = number }) ?? "";
}

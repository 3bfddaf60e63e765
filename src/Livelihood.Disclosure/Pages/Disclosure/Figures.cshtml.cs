using Livelihood.Content.Pages;
using Livelihood.Disclosure.Domain.Figures;
using Livelihood.Disclosure.Figures;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Disclosure.Pages.Disclosure;

/// <summary>How many ask, how many are answered in time, and how; for a year, an agency, and the last years.</summary>
public sealed class FiguresModel(FiguresQuery query, ChinaClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    public IReadOnlyList<int> AllYears { get; private set; } = [];

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public PublicFigures Figures { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    /// <summary>Whose figures they are.</summary>
    public string Whose => Agencies.FirstOrDefault(agency => agency.Id == Agency)?.Name ?? "全部机关";

    /// <summary>The address of the same figures for programs.</summary>
    public string DataUrl(string format) => $"~{FiguresEndpoint.Path}?year={Figures.Year}{(Agency is null ? "" : "&agency=" + Uri.EscapeDataString(Agency))}&format={format}";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        PublicCaching.Allow(HttpContext);
        AllYears = await query.YearsAsync(cancellation);
        Agencies = await query.AgenciesAsync(cancellation);
        // What a link cannot mean is left out rather than complained of: old links keep working.
        Agency = Agencies.Any(agency => agency.Id == Agency) ? Agency : null;
        var year = int.TryParse(Year, out var number) && AllYears.Contains(number) ? number : AllYears[0];
        Year = year.ToString();
        Figures = await query.ReadAsync(year, Agency, cancellation);
    }
}

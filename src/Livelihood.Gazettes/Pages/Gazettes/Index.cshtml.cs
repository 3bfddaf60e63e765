using Livelihood.Gazettes.Issues;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Gazettes.Pages.Gazettes;

/// <summary>All published issues, a year at a time.</summary>
public sealed class IndexModel(IssueQuery issues) : PageModel
{
    public IReadOnlyList<(int Year, int Count)> Years { get; private set; } = [];

    public int? Shown { get; private set; }

    public IReadOnlyList<PublishedIssue> Issues { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int? year, CancellationToken cancellation)
    {
        Years = await issues.YearsAsync(cancellation);
        if (year is not null && Years.All(y => y.Year != year))
        {
            return NotFound();
        }

        Shown = year ?? (Years.Count > 0 ? Years[0].Year : null);
        Issues = Shown is null ? [] : await issues.OfYearAsync(Shown.Value, cancellation);
        return Page();
    }
}

using Livelihood.Commitments.Data;
using Livelihood.Commitments.Domain;
using Livelihood.Commitments.Presentation;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Commitments.Pages.Commitments;

/// <summary>A year's commitments with their newest figures.</summary>
public sealed class YearModel(Programmes programmes, ChinaClock clock) : PageModel
{
    public Programme Programme { get; private set; } = null!;

    public StandingChart Chart { get; private set; } = null!;

    public int TargetCount { get; private set; }

    /// <summary>Where the newest figures do not fit, with the commitment they belong to.</summary>
    public IReadOnlyList<(Commitment Commitment, ProgressFinding Finding)> Findings { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, CancellationToken cancellation)
    {
        if (await programmes.OfAsync(year, cancellation) is not { } programme)
        {
            return NotFound();
        }

        Programme = programme;
        var standing = ProgrammeStanding.Of(programme);
        Chart = StandingChart.Of(standing);
        TargetCount = standing.Total;
        Findings = [.. programme.Commitments.SelectMany(c => c.Tasks.SelectMany(FindingsOf).Select(f => (c, f)))];
        return Page();
    }

    private IEnumerable<ProgressFinding> FindingsOf(CommitmentTask task)
        => task.StandingReports.SelectMany(r => ProgressCheck.Of(task, r, clock.Today)).Concat(ProgressCheck.OfBreakdown(task))
            .Where(f => f.Kind != FindingKind.UnitIsConverted);
}

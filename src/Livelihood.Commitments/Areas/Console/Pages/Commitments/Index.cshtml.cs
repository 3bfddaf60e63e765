using Livelihood.Commitments.Data;
using Livelihood.Commitments.Domain;
using Livelihood.Platform.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Livelihood.Commitments.Areas.Console.Pages.Commitments;

/// <summary>The tasks on which the person signed in may report: those that an agency in their reach leads.</summary>
[Authorize(Policy = Permissions.ReportProgress)]
public sealed class IndexModel(Programmes programmes, StaffAccess access) : PageModel
{
    public IReadOnlyList<int> Years { get; private set; } = [];

    public int Shown { get; private set; }

    public IReadOnlyList<(Commitment Commitment, CommitmentTask Task)> Tasks { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var years = await programmes.YearsAsync(cancellation);
        Years = [.. years.Select(p => p.Year)];
        if (years.FirstOrDefault(p => p.Year == Year) is not { } programme)
        {
            if (years.Count == 0)
            {
                return;
            }

            programme = years[0];
        }

        Shown = programme.Year;
        var reach = await access.AgenciesAsync(User, Permissions.ReportProgress, cancellation);
        Tasks = [.. programme.Commitments.SelectMany(c => c.Tasks.Where(t => MayReport(t, reach)).Select(t => (c, t)))];
    }

    /// <summary>A task that only bodies outside the portal lead is reported by whoever may do it for all agencies of the city.</summary>
    internal static bool MayReport(CommitmentTask task, AgencyReach reach)
    {
        var leads = task.LeadAgencies.Select(a => a.AgencyId).OfType<string>().ToList();
        return reach.Everything || leads.Exists(reach.Covers) || (leads.Count == 0 && reach.Ids.Count > 1);
    }
}

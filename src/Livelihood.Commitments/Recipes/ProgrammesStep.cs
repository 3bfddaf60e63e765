using Livelihood.Commitments.Domain;
using Livelihood.Content.Recipes;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Commitments.Recipes;

/// <summary>
/// Enters years of livelihood commitments. A year that is there is left as it is, except that reports it does not
/// have yet are added: what the plan says is entered once, what is done grows.
/// </summary>
internal sealed class ProgrammesStep(PortalDbContext db, IAgencyDirectory agencies, IAuditTrail audit, ChinaClock clock) : IRecipeStep
{
    public string Name => "Programmes";

    public async Task ExecuteAsync(RecipeElement step, RecipeContext context, CancellationToken cancellation)
    {
        step.Only("name", "Programmes");
        var reader = new ProgrammeReader(await agencies.AllAsync(cancellation), clock.UtcNow, clock.Today);
        var years = new HashSet<int>();
        foreach (var item in step.Items("Programmes"))
        {
            var given = reader.Read(item);
            if (!years.Add(given.Year))
            {
                throw item.WrongAt("Year", $"{given.Year}年在这一步里出现了两次。");
            }

            var there = await ThereAsync(given.Year, cancellation);
            if (there is null)
            {
                db.Add(given);
                audit.Record("programme.entered", nameof(Programme), given.Year.ToString(), new { given.Title, Commitments = given.Commitments.Count });
            }
            else
            {
                AddReports(item, there, given);
            }

            await db.SaveChangesAsync(cancellation);
        }
    }

    // A query a year; a recipe has one year or a few.
    private Task<Programme?> ThereAsync(int year, CancellationToken cancellation) => db.Set<Programme>().AsSplitQuery()
        .Include(p => p.Commitments).ThenInclude(c => c.Tasks).ThenInclude(t => t.Targets)
        .Include(p => p.Commitments).ThenInclude(c => c.Tasks).ThenInclude(t => t.Reports).ThenInclude(r => r.Figures)
        .FirstOrDefaultAsync(p => p.Year == year, cancellation);

    private void AddReports(RecipeElement item, Programme there, Programme given)
    {
        foreach (var (task, stated) in given.Commitments.SelectMany(c => c.Tasks.Select(t => (t, c.Number))))
        {
            var old = there.Commitments.Find(c => c.Number == stated)?.Tasks.Find(t => t.Number == task.Number);
            foreach (var report in task.Reports.Where(r => old is null || !old.Reports.Exists(o => o.AsOf == r.AsOf && o.Note == r.Note)))
            {
                if (old is null)
                {
                    throw item.Wrong(null, $"{there.Year}年没有第 {stated} 件实事的第 {task.Number} 项任务，不能登记它的进展。已登记的年度，任务和目标不能用配方改变。");
                }

                Add(item, old, task, report);
            }
        }
    }

    private void Add(RecipeElement item, CommitmentTask old, CommitmentTask task, ProgressReport report)
    {
        var added = new ProgressReport
        {
            TaskId = old.Id,
            AsOf = report.AsOf,
            IsDayStated = report.IsDayStated,
            Note = report.Note,
            AgencyId = report.AgencyId,
            RecordedUtc = report.RecordedUtc,
        };
        foreach (var figure in report.Figures)
        {
            var name = task.Targets.First(t => t.Id == figure.TargetId).Name;
            var target = old.Targets.Find(t => t.Name == name)
                ?? throw item.Wrong(null, $"任务“{old.Summary}”没有目标“{name}”。");
            added.Figures.Add(new ProgressFigure { ReportId = added.Id, TargetId = target.Id, Quantity = figure.Quantity, Unit = figure.Unit, StatedShare = figure.StatedShare });
        }

        db.Add(added);
        audit.Record("progress.reported", nameof(CommitmentTask), old.Id.ToString(), new { added.AsOf, Figures = added.Figures.Count });
    }
}

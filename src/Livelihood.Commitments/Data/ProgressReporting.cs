using Livelihood.Commitments.Domain;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Commitments.Data;

/// <summary>Enters progress reports. They are only ever added, so that an earlier figure stays in view.</summary>
public sealed class ProgressReporting(PortalDbContext db, IAuditTrail audit)
{
    /// <summary>The task with everything reported on it, and the programme it belongs to; null where there is none.</summary>
    public async Task<(Programme Programme, Commitment Commitment, CommitmentTask Task)?> TaskAsync(Guid taskId, CancellationToken cancellation = default)
    {
        var task = await db.Set<CommitmentTask>().AsNoTracking().AsSplitQuery()
            .Include(t => t.Agencies)
            .Include(t => t.Targets.OrderBy(x => x.Number))
            .Include(t => t.Reports).ThenInclude(r => r.Figures)
            .FirstOrDefaultAsync(t => t.Id == taskId, cancellation);
        if (task is null)
        {
            return null;
        }

        var commitment = await db.Set<Commitment>().AsNoTracking().FirstAsync(c => c.Id == task.CommitmentId, cancellation);
        var programme = await db.Set<Programme>().AsNoTracking().FirstAsync(p => p.Id == commitment.ProgrammeId, cancellation);
        return (programme, commitment, task);
    }

    /// <summary>Adds a report. The same report sent twice is entered once.</summary>
    /// <returns>False where it was there already.</returns>
    /// <exception cref="AlreadyCorrectedException">The report that this one corrects has been corrected meanwhile.</exception>
    public async Task<bool> AddAsync(ProgressReport report, CancellationToken cancellation = default)
    {
        if (await db.Set<ProgressReport>().AnyAsync(r => r.Id == report.Id, cancellation))
        {
            return false;
        }

        if (report.CorrectsId is { } corrected && await db.Set<ProgressReport>().AnyAsync(r => r.CorrectsId == corrected, cancellation))
        {
            throw new AlreadyCorrectedException();
        }

        db.Add(report);
        audit.Record(
            report.CorrectsId is null ? "progress.reported" : "progress.corrected",
            nameof(CommitmentTask),
            report.TaskId.ToString(),
            new { Report = report.Id, report.AsOf, Figures = report.Figures.Select(f => $"{f.Quantity} {f.Unit}"), report.CorrectsId, report.Reason });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (report.CorrectsId is not null)
        {
            throw new AlreadyCorrectedException();
        }

        return true;
    }
}

/// <summary>Somebody else has corrected the report meanwhile.</summary>
public sealed class AlreadyCorrectedException() : Exception("这份进展已经有人更正。请重新打开，核对更正后的数字。");

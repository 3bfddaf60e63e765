using Livelihood.Commitments.Domain;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Commitments.Data;

/// <summary>Reads programmes with everything that belongs to them, in a fixed number of queries.</summary>
public sealed class Programmes(PortalDbContext db)
{
    /// <summary>The years there are, newest first. One a year, so the list stays short.</summary>
    public async Task<IReadOnlyList<Programme>> YearsAsync(CancellationToken cancellation = default)
        => await Whole().OrderByDescending(p => p.Year).ToListAsync(cancellation);

    /// <summary>The newest year; null where there is none.</summary>
    public async Task<Programme?> NewestAsync(CancellationToken cancellation = default)
        => await Whole().OrderByDescending(p => p.Year).FirstOrDefaultAsync(cancellation);

    /// <summary>A year; null where there is none.</summary>
    public async Task<Programme?> OfAsync(int year, CancellationToken cancellation = default)
        => await Whole().FirstOrDefaultAsync(p => p.Year == year, cancellation);

    private IQueryable<Programme> Whole() => db.Set<Programme>().AsNoTracking().AsSplitQuery()
        .Include(p => p.Commitments.OrderBy(c => c.Number)).ThenInclude(c => c.Tasks.OrderBy(t => t.Number)).ThenInclude(t => t.Agencies)
        .Include(p => p.Commitments).ThenInclude(c => c.Tasks).ThenInclude(t => t.Targets.OrderBy(x => x.Number)).ThenInclude(t => t.Parts)
        .Include(p => p.Commitments).ThenInclude(c => c.Tasks).ThenInclude(t => t.Reports.OrderBy(r => r.AsOf)).ThenInclude(r => r.Figures);
}

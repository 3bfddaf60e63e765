using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Gazettes.Edition;

/// <summary>Takes up editions that wait, each for one node alone, and puts off what did not work.</summary>
internal sealed class EditionWork(PortalDbContext db, ChinaClock clock)
{
    /// <summary>How often an edition is begun before it is given up.</summary>
    public const int MostAttempts = 5;

    // Longer than the printer's patience for all passes.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(12);

    /// <summary>Takes up the next edition that is due; null where none is.</summary>
    /// <param name="canPrint">Whether there is a Chromium: then those that lack only the PDF are due too.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<GazetteEdition?> TakeAsync(bool canPrint, CancellationToken cancellation)
    {
        var now = clock.UtcNow;
        var next = await db.Set<GazetteEdition>().AsNoTracking()
            .Where(e => (e.State == EditionState.Waiting && e.DueUtc <= now) || (e.State == EditionState.Making && e.LeaseUtc < now)
                || (canPrint && e.State == EditionState.WithoutPdf && e.DueUtc <= now))
            .OrderBy(e => e.DueUtc).Select(e => new { e.Id, e.Attempts }).FirstOrDefaultAsync(cancellation);
        if (next is null)
        {
            return null;
        }

        // Of two nodes that see it, one counts the attempt up first.
        var taken = await db.Set<GazetteEdition>().Where(e => e.Id == next.Id && e.Attempts == next.Attempts && e.State != EditionState.Done).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.State, EditionState.Making).SetProperty(e => e.Attempts, next.Attempts + 1)
                .SetProperty(e => e.LeaseUtc, now + Lease).SetProperty(e => e.Message, "正在排版"),
            cancellation);
        return taken == 1 ? await db.Set<GazetteEdition>().Include(e => e.Entries).FirstAsync(e => e.Id == next.Id, cancellation) : null;
    }

    /// <summary>An edition by its id, or null.</summary>
    public Task<GazetteEdition?> FindAsync(Guid id, CancellationToken cancellation) => db.Set<GazetteEdition>().FirstOrDefaultAsync(e => e.Id == id, cancellation);

    /// <summary>Puts an edition off, or gives it up after the last attempt.</summary>
    public async Task PutOffAsync(GazetteEdition edition, string reason, CancellationToken cancellation)
    {
        var isLast = edition.Attempts >= MostAttempts;
        // One that lacks only its PDF keeps what it has.
        edition.State = isLast ? (edition.IsMade ? EditionState.Done : EditionState.Failed) : edition.IsMade ? EditionState.WithoutPdf : EditionState.Waiting;
        edition.Message = isLast ? $"{reason}（试了{edition.Attempts}次，已停止；处理后请点“重新制作”。）" : $"{reason}（稍后自动再试）";
        edition.LeaseUtc = null;
        edition.DueUtc = clock.UtcNow + TimeSpan.FromSeconds(30 * Math.Pow(2, edition.Attempts - 1));
        await db.SaveChangesAsync(cancellation);
    }
}

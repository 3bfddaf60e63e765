using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Figures;

/// <summary>Fills <see cref="DisclosureRequest.ServedOn"/> and <see cref="DisclosureRequest.TookWorkingDays"/> of requests that ended before they were kept.</summary>
internal sealed class FiguresBackfill(PortalDbContext db, RequestLog log, IWorkingDayCalendars calendars, IAuditTrail audit)
{
    private const int BatchSize = 200;

    /// <summary>Fills what is missing; it can be stopped and run again at any time.</summary>
    /// <returns>How many requests were filled.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var done = 0;
        while (true)
        {
            db.ChangeTracker.Clear();
            var calendar = await calendars.CurrentAsync(cancellation);
            var batch = await db.Set<DisclosureRequest>()
                .Where(r => r.EndedOn != null && r.ReceivedOn != null && r.TookWorkingDays == null)
                .OrderBy(r => r.Id).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return done;
            }

            var histories = await log.ReadAsync([.. batch.Select(r => r.Id)], cancellation);
            foreach (var request in batch)
            {
                var history = histories[request.Id];
                (request.ServedOn, request.TookWorkingDays) = (history.ServedOn, history.WorkingDaysTaken(calendar));
            }

            audit.Record("request.figures-filled", nameof(DisclosureRequest), $"{batch[0].Number} … {batch[^1].Number}", new { batch.Count });
            await db.SaveChangesAsync(cancellation);
            done += batch.Count;
        }
    }
}

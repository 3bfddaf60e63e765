using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Office;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>
/// Brings every request that is not served yet onto the calendar in force, and says so in its history (R-C3). It looks for requests that
/// were computed with another version, so it can be stopped and run again at any time, also after an upgrade that
/// brought a newer calendar.
/// </summary>
public sealed class DeadlineRecomputation(
    PortalDbContext db, IWorkingDayCalendars calendars, IAuditTrail audit, ChinaClock clock, RequestLog log, LimitKeeping limits, RequesterNotices notices) : ICalendarHandler
{
    private const int BatchSize = 200;

    /// <inheritdoc />
    public Task ChangedAsync(CancellationToken cancellation) => RunAsync(cancellation);

    /// <summary>Recomputes what is not on the calendar in force.</summary>
    /// <returns>How many requests were recomputed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var (done, recomputed) = (0, Workflow.RecomputedStates);
        while (true)
        {
            var calendar = await calendars.CurrentAsync(cancellation);
            db.ChangeTracker.Clear();
            await using var unit = await db.BeginUnitAsync(cancellation);
            var batch = await db.Set<DisclosureRequest>().Include(r => r.Limits)
                .Where(r => recomputed.Contains(r.State) && r.CalendarVersion != calendar.Version)
                .OrderBy(r => r.Id).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                await unit.CommitAsync(cancellation);
                await limits.MoveConfirmationsAsync(calendar, cancellation);
                return done;
            }

            var histories = await log.ReadAsync([.. batch.Select(r => r.Id)], cancellation);
            var moved = new List<MovedDeadline>();
            foreach (var request in batch)
            {
                var before = request.DueOn!.Value;
                Move(request, histories[request.Id], calendar);
                if (request.DueOn != before)
                {
                    moved.Add(new(request, before));
                }
            }

            await notices.MovedAsync(moved, cancellation);

            await db.SaveChangesAsync(cancellation);
            await unit.CommitAsync(cancellation);
            done += batch.Count;
        }
    }

    private void Move(DisclosureRequest request, RequestHistory history, WorkingDayCalendar calendar)
    {
        var (from, before) = (request.CalendarVersion!, request.DueOn!.Value);
        var after = history.ReplyDeadline(calendar)!.Due;
        log.Append(request, history, new CalendarChanged(clock.Today, from, calendar.Version, before, after), calendar);
        audit.Record("request.recomputed", nameof(DisclosureRequest), request.Number, new { From = from, To = calendar.Version, Before = before, After = after });
    }
}

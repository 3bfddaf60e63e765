using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Office;

/// <summary>Keeps the rows of what is due in step with the events of requests and with the calendar.</summary>
public sealed class LimitKeeping(PortalDbContext db, RequestLog log, IWorkingDayCalendars calendars)
{
    private const int BatchSize = 200;

    /// <summary>Brings a request's rows, which are loaded, to what its events say.</summary>
    internal static void Keep(DisclosureRequest request, RequestHistory history, WorkingDayCalendar calendar)
    {
        var open = OpenLimits.Of(history, calendar).ToDictionary(limit => (limit.Kind, limit.Reference));
        request.Limits.RemoveAll(row => !open.ContainsKey((row.Kind, row.Reference)));
        foreach (var row in request.Limits)
        {
            open.Remove((row.Kind, row.Reference), out var limit);
            (row.DueOn, row.CalendarVersion) = (limit!.DueOn, calendar.Version);
        }

        request.Limits.AddRange(open.Values.Select(limit => new LimitRow
        {
            RequestId = request.Id, Kind = limit.Kind, Reference = limit.Reference, AgencyId = request.AgencyId, DueOn = limit.DueOn, CalendarVersion = calendar.Version,
        }));
    }

    /// <summary>Moves the days of what waits for its confirmation onto a calendar: no event of theirs says that it changed, as no clock runs yet.</summary>
    public async Task MoveConfirmationsAsync(WorkingDayCalendar calendar, CancellationToken cancellation = default)
    {
        while (true)
        {
            db.ChangeTracker.Clear();
            var batch = await db.Set<LimitRow>().Include(limit => limit.Request)
                .Where(limit => limit.Kind == LimitKind.Confirmation && limit.CalendarVersion != calendar.Version)
                .OrderBy(limit => limit.RequestId).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return;
            }

            foreach (var limit in batch)
            {
                (limit.DueOn, limit.CalendarVersion) = (Receipt.ConfirmationDue(limit.Request!.ArrivedOn, calendar), calendar.Version);
            }

            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Writes the rows of requests that are open since before rows were kept. It can be stopped and run again at any time.</summary>
    /// <returns>How many requests got rows.</returns>
    public async Task<int> FillAsync(CancellationToken cancellation = default)
    {
        var (done, after) = (0, Guid.Empty);
        while (true)
        {
            db.ChangeTracker.Clear();
            var calendar = await calendars.CurrentAsync(cancellation);
            var batch = await db.Set<DisclosureRequest>().Include(r => r.Limits).Where(r => r.Standing < WorkStanding.Ended && r.Id > after && !r.Limits.Any())
                .OrderBy(r => r.Id).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return done;
            }

            var histories = await log.ReadAsync([.. batch.Select(r => r.Id)], cancellation);
            batch.ForEach(request => Keep(request, histories[request.Id], calendar));
            done += batch.Count(request => request.Limits.Count > 0);
            after = batch[^1].Id;
            await db.SaveChangesAsync(cancellation);
        }
    }
}

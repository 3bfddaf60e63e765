using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Reminders;
using Livelihood.Disclosure.Office;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Mail;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Livelihood.Disclosure.Reminders;

/// <summary>
/// Reminds handlers, heads and supervisors of limits that come near or are past: replies, confirmations and corrections to ask
/// for, and what the requester or who is consulted has to do (R-33a, R-31c, R-30, R-32, R-34, R-35, R-FEE). What was sent, and
/// its mail, commit together; whoever comes second sends nothing.
/// </summary>
internal sealed class ReminderRun(
    PortalDbContext db, IAgencyDirectory agencies, IWorkingDayCalendars calendars, IAuditTrail audit, IOutbox outbox, ChinaClock clock, IOptions<DisclosureOptions> options)
{
    private const int BatchSize = 200;

    /// <summary>Sends what is due. Returns how many mails.</summary>
    public async Task<int> SendAsync(CancellationToken cancellation)
    {
        var calendar = await calendars.CurrentAsync(cancellation);
        var receivers = await ReminderReceivers.ReadAsync(db, agencies, cancellation);
        var plan = options.Value.Reminders!;
        var farthest = calendar.AddWorkingDays(clock.Today, plan.Farthest);
        var (sent, after) = (0, Guid.Empty);
        while (true)
        {
            db.ChangeTracker.Clear();
            await using var unit = await db.BeginUnitAsync(cancellation);
            var ids = await db.Set<LimitRow>().Where(limit => limit.RequestId > after && limit.DueOn <= farthest)
                .Select(limit => limit.RequestId).Distinct().OrderBy(id => id).Take(BatchSize).ToListAsync(cancellation);
            if (ids.Count == 0)
            {
                return sent;
            }

            after = ids[^1];
            var written = await StageAsync(ids, receivers, plan, calendar, cancellation);
            if (!db.ChangeTracker.HasChanges())
            {
                continue;
            }

            try
            {
                await db.SaveChangesAsync(cancellation);
                await unit.CommitAsync(cancellation);
                sent += written;
            }
            catch (DbUpdateException)
            {
                // Another node sent some of them at the same moment; the next run sends what it left.
            }
        }
    }

    private async Task<int> StageAsync(List<Guid> ids, ReminderReceivers receivers, ReminderPlan plan, WorkingDayCalendar calendar, CancellationToken cancellation)
    {
        var batch = await db.Set<DisclosureRequest>().AsNoTracking().Include(r => r.Limits).Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(cancellation);
        var earlier = (await db.Set<SentReminder>().AsNoTracking().Where(s => ids.Contains(s.RequestId)).ToListAsync(cancellation))
            .Select(s => (s.RequestId, s.Kind, s.Reference, s.DueOn, s.Mark, s.AccountId)).ToHashSet();
        var count = 0;
        foreach (var (request, limit) in batch.SelectMany(request => request.Limits.Select(row => (request, new OpenLimit(row.Kind, row.Reference, row.DueOn)))))
        {
            var (left, told, mails) = (DaysUntil.Of(limit.DueOn, clock.Today, calendar), new HashSet<int>(), 0);
            foreach (var (who, mark, receiver) in Wanted(request, limit, receivers, plan, calendar))
            {
                if (!earlier.Add((request.Id, limit.Kind, limit.Reference, limit.DueOn, mark, receiver.AccountId)))
                {
                    continue;
                }

                Guid? mail = receiver.Email is { } address ? outbox.Send(ReminderMail.Of(address, request, limit, left, clock.Today > limit.DueOn)) : null;
                db.Add(new SentReminder
                {
                    RequestId = request.Id, Kind = limit.Kind, Reference = limit.Reference, DueOn = limit.DueOn, Mark = mark, AccountId = receiver.AccountId,
                    Who = who, MailId = mail, SentUtc = clock.UtcNow,
                });
                told.Add(mark);
                mails += mail is null ? 0 : 1;
            }

            if (told.Count > 0)
            {
                audit.Record("request.reminded", nameof(DisclosureRequest), request.Number, new { Limit = limit.Kind.ToString(), limit.Reference, Due = limit.DueOn, Marks = told, Mails = mails });
                count += mails;
            }
        }

        return count;
    }

    private IEnumerable<(Reminded Who, int Mark, Receiver Receiver)> Wanted(
        DisclosureRequest request, OpenLimit limit, ReminderReceivers receivers, ReminderPlan plan, WorkingDayCalendar calendar) =>
        from who in Enum.GetValues<Reminded>()
        let mark = plan.Reached(limit.Kind, who, limit.DueOn, clock.Today, calendar)
        where mark is not null
        from receiver in receivers.Of(who, request.AgencyId, request.AssignedTo)
        select (who, mark.Value, receiver);
}

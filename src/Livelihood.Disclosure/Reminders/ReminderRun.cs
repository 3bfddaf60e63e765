using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Disclosure.Domain.Reminders;
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
/// Reminds handlers, heads and supervisors of deadlines that come near or are past (R-33a), and handlers of what waits for its
/// confirmation (R-31c); not where the clock waits for the requester to correct or to pay. What was sent, and its mail, commit together; whoever comes second sends nothing.
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
        var farthest = calendar.AddWorkingDays(clock.Today, Math.Max(1, Enum.GetValues<Reminded>().SelectMany(MarksOf).Append(0).Max()));
        var (sent, after) = (0, Guid.Empty);
        while (true)
        {
            db.ChangeTracker.Clear();
            await using var unit = await db.BeginUnitAsync(cancellation);
            var batch = await db.Set<DisclosureRequest>().AsNoTracking()
                .Where(r => r.Id > after && (r.State == RequestState.Unconfirmed || (Workflow.DueStates.Contains(r.State) && r.DueOn <= farthest)))
                .OrderBy(r => r.Id).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
            {
                return sent;
            }

            after = batch[^1].Id;
            var written = await StageAsync(batch, receivers, calendar, cancellation);
            if (written == 0)
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

    private async Task<int> StageAsync(List<DisclosureRequest> batch, ReminderReceivers receivers, WorkingDayCalendar calendar, CancellationToken cancellation)
    {
        var ids = batch.Select(r => r.Id).ToList();
        var earlier = (await db.Set<SentReminder>().AsNoTracking().Where(s => ids.Contains(s.RequestId)).ToListAsync(cancellation))
            .Select(s => (s.RequestId, s.DueOn, s.Mark, s.AccountId)).ToHashSet();
        var count = 0;
        foreach (var request in batch)
        {
            var due = request.DueOn ?? Receipt.ConfirmationDue(request.ArrivedOn, calendar);
            var told = new List<int>();
            foreach (var (mark, receiver) in Wanted(request, due, receivers, calendar))
            {
                if (!earlier.Add((request.Id, due, mark, receiver.AccountId)))
                {
                    continue;
                }

                db.Add(new SentReminder { RequestId = request.Id, DueOn = due, Mark = mark, AccountId = receiver.AccountId, SentUtc = clock.UtcNow });
                outbox.Send(ReminderMail.Of(receiver.Email, request, due, DaysUntil.Of(due, clock.Today, calendar)));
                told.Add(mark);
            }

            if (told.Count > 0)
            {
                audit.Record("request.reminded", nameof(DisclosureRequest), request.Number, new { Due = due, Marks = told.Distinct(), Mails = told.Count });
                count += told.Count;
            }
        }

        return count;
    }

    private IEnumerable<(int Mark, Receiver Receiver)> Wanted(DisclosureRequest request, DateOnly due, ReminderReceivers receivers, WorkingDayCalendar calendar)
    {
        foreach (var who in Enum.GetValues<Reminded>())
        {
            // What is to be confirmed is the handlers' affair on its day, and everybody's when the day has passed.
            var marks = request.State == RequestState.Unconfirmed ? MarksOf(who).Where(mark => mark < 0 || (mark == 0 && who == Reminded.Handler)) : MarksOf(who);
            if (ReminderMarks.Reached(marks, due, clock.Today, calendar) is { } mark)
            {
                foreach (var receiver in receivers.Of(who, request.AgencyId, request.AssignedTo))
                {
                    yield return (mark, receiver);
                }
            }
        }
    }

    private IReadOnlyList<int> MarksOf(Reminded who) => options.Value.MarksOf(who) ?? [];
}

using System.Text.Json;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Keeping;
using Livelihood.Disclosure.Office;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>The one place that appends events to requests and keeps what is computed from them in step.</summary>
public sealed class RequestLog(PortalDbContext db, ICurrentActor actor, ChinaClock clock)
{
    /// <summary>The events of a request.</summary>
    public async Task<RequestHistory> ReadAsync(Guid requestId, CancellationToken cancellation) =>
        (await ReadAsync([requestId], cancellation))[requestId];

    /// <summary>The events of several requests, in one query.</summary>
    public async Task<IReadOnlyDictionary<Guid, RequestHistory>> ReadAsync(IReadOnlyCollection<Guid> requestIds, CancellationToken cancellation)
    {
        var rows = await db.Set<RequestEventRow>().AsNoTracking()
            .Where(row => requestIds.Contains(row.RequestId)).OrderBy(row => row.Sequence)
            .Select(row => new { row.RequestId, row.Event }).ToListAsync(cancellation);
        return rows.GroupBy(row => row.RequestId).ToDictionary(rows => rows.Key, rows => new RequestHistory([.. rows.Select(row => Read(row.Event))]));
    }

    /// <summary>Stages an event; the caller records the audit entry and saves.</summary>
    /// <exception cref="DisclosureRuleException">A rule forbids it.</exception>
    /// <param name="request">The request, with its limits.</param>
    /// <param name="before">Its events.</param>
    /// <param name="next">The event.</param>
    /// <param name="calendar">The calendar in force.</param>
    /// <param name="secret">What the event says of a person, encrypted already, or null.</param>
    public RequestHistory Append(DisclosureRequest request, RequestHistory before, RequestEvent next, WorkingDayCalendar calendar, string? secret = null)
    {
        var after = before.With(next, clock.Today, calendar);
        request.Revision++;
        db.Add(new RequestEventRow
        {
            RequestId = request.Id,
            Sequence = request.Revision,
            Event = JsonSerializer.Serialize(next, EventJson.Options),
            RecordedUtc = clock.UtcNow,
            Actor = actor.Current,
        });
        if (secret is not null)
        {
            db.Add(new EventPartyRow { RequestId = request.Id, Sequence = request.Revision, Protected = secret });
        }

        Compute(request, after, isSettled: before.State == RequestState.Closed && next is not RecordCorrected, calendar);
        return after;
    }

    /// <summary>An event as the row holds it.</summary>
    public static RequestEvent Read(string row) => JsonSerializer.Deserialize<RequestEvent>(row, EventJson.Options)!;

    /// <summary>Keeps the columns and rows that repeat what the events say.</summary>
    /// <param name="request">The request, with its limits.</param>
    /// <param name="history">Its events, the new one too.</param>
    /// <param name="isSettled">Whether it had ended, and the event corrects nothing: it keeps its deadline and its working days by the calendar of its end (R-C3).</param>
    /// <param name="calendar">The calendar in force.</param>
    private void Compute(DisclosureRequest request, RequestHistory history, bool isSettled, WorkingDayCalendar calendar)
    {
        request.State = history.State!.Value;
        request.ArrivedOn = history.Latest<Submitted>()!.On;
        request.ReceivedOn = history.ReceivedOn;
        request.AssignedTo = history.AssignedTo;
        request.Outcome = history.Outcome?.Key;
        request.EndedOn = history.EndedOn;
        request.ServedOn = history.ServedOn;
        request.WaitsUntil = history.WaitsUntil(calendar);
        LimitKeeping.Keep(request, history, calendar);
        request.AwaitsDecision = history.AwaitsDecision;
        request.OpenComplaints = history.OpenComplaints.Count();
        var (noticed, paid) = (history.Latest<FeeNoticed>(), history.Latest<FeePaid>());
        (request.FeeNoticedOn, request.FeeYuan, request.FeePaidOn) = (noticed?.On, noticed?.Fee?.Yuan, paid?.On);
        if (isSettled)
        {
            return;
        }

        request.TookWorkingDays = history.WorkingDaysTaken(calendar);
        if (history.ReplyDeadline(calendar) is not { } deadline)
        {
            return;
        }

        (request.DueOn, request.IsProvisional, request.CalendarVersion) = (deadline.Due, deadline.IsProvisional, deadline.CalendarVersion);
        db.Add(new ReplyDeadlineRow
        {
            RequestId = request.Id,
            Sequence = request.Revision,
            DueOn = deadline.Due,
            IsProvisional = deadline.IsProvisional,
            CalendarVersion = deadline.CalendarVersion,
            Steps = JsonSerializer.Serialize(deadline.Steps, EventJson.Options),
        });
    }
}

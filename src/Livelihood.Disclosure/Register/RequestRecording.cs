using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Office;
using Livelihood.Disclosure.Keeping;
using Livelihood.Disclosure.Letters;
using Livelihood.Disclosure.Papers;
using Livelihood.Disclosure.Reminders;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Register;

/// <summary>An event that somebody wants to record.</summary>
/// <param name="Number">The request.</param>
/// <param name="BasedOn">How many events the person had seen; null where the event holds whatever happened meanwhile.</param>
/// <param name="Sources">As what the person acts.</param>
/// <param name="Event">The event.</param>
public sealed record Recording(string Number, int? BasedOn, IReadOnlySet<EventSource> Sources, RequestEvent Event)
{
    /// <summary>What the event says of a person, kept encrypted beside it; null where it says nothing.</summary>
    public string? Secret { get; init; }

    /// <summary>The form whose papers come with the event; null where it brings none.</summary>
    public SubmissionKey? Papers { get; init; }
}

/// <summary>The request changed after the person had opened the page; nothing was recorded.</summary>
public sealed class RequestChangedException() : Exception("您打开页面以后，这件申请又有新的登记，您填写的内容还没有登记。请看过最新情况，核对后再次提交。");

/// <summary>Records events of a request: event, deadline, letters, audit entry and mail commit together or not at all. The caller has asked <see cref="RequestAccess"/>.</summary>
public sealed class RequestRecording(
    PortalDbContext db, IAuditTrail audit, ChinaClock clock, IWorkingDayCalendars calendars,
    PersonalData personalData, RequestLog log, LetterMaking letters, WaitingPapers papers, RequesterNotices notices, StaffNews news)
{
    private static readonly HashSet<EventSource> s_office = [EventSource.Handler, EventSource.Head, EventSource.Supervisor];

    /// <summary>Records an event.</summary>
    /// <exception cref="DisclosureRuleException">A rule forbids it, or the person is not one who may.</exception>
    /// <exception cref="RequestChangedException">Somebody else was faster.</exception>
    public async Task RecordAsync(Recording wanted, CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        var request = await db.Set<DisclosureRequest>().Include(r => r.Limits).SingleAsync(r => r.Number == wanted.Number, cancellation);
        if (wanted.BasedOn is { } seen && seen != request.Revision)
        {
            throw new RequestChangedException();
        }

        await RefuseErasedAsync(request, cancellation);
        var (before, calendar) = (await log.ReadAsync(request.Id, cancellation), await calendars.CurrentAsync(cancellation));
        Authorise(before, wanted);
        before.With(wanted.Event, clock.Today, calendar); // refused before a number is taken
        var (next, made) = await letters.OfEventAsync(request, before, wanted.Event, calendar, wanted.Secret, cancellation);
        var dueBefore = request.DueOn;
        log.Append(request, before, next, calendar, wanted.Secret is null ? null : personalData.ProtectText(wanted.Secret));
        var attached = wanted.Papers is null ? [] : await papers.AttachAsync(wanted.Papers, request, request.Revision, cancellation);
        audit.Record($"request.{EventKinds.NameOf(next)}", nameof(DisclosureRequest), request.Number, new
        {
            next.On, Sequence = request.Revision, State = request.State.ToString(), DueBefore = dueBefore, DueAfter = request.DueOn, request.CalendarVersion, Letters = made, Papers = attached,
        });
        var isRequesters = wanted.Sources.SetEquals(RequesterDesk.Sources);
        if (isRequesters || wanted.Sources.Overlaps(s_office))
        {
            request.RequesterActedOn = isRequesters ? next.On : null;
        }

        await notices.HappenedAsync(request, next, cancellation);
        await news.TellAsync(request, next, isRequesters, cancellation);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            throw new RequestChangedException();
        }

        await unit.CommitAsync(cancellation);
    }

    /// <summary>A request without its requester is closed for good: no letter could be addressed, nobody could be told.</summary>
    private async Task RefuseErasedAsync(DisclosureRequest request, CancellationToken cancellation)
    {
        if (await db.Set<ErasureRow>().FirstOrDefaultAsync(row => row.RequestId == request.Id, cancellation) is { } erased)
        {
            throw new DisclosureRuleException(Rules.Register, $"这件申请的个人信息已于{Wording.Day(erased.On)}按规定删除，登记簿只供查阅，不能再登记事项。");
        }
    }

    private static void Authorise(RequestHistory before, Recording wanted)
    {
        var line = Workflow.Next(before.State, wanted.Event);
        if (!line.By.Any(wanted.Sources.Contains))
        {
            throw new DisclosureRuleException(Rules.Register, $"“{line.Name}”只能由{string.Join("、", line.By.Select(EventSources.NameOf))}登记（《条例》第四十五条）。");
        }
    }
}

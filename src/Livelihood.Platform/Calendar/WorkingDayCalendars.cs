using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Livelihood.Platform.Calendar;

/// <summary>The working-day calendar in force, and its changes (R-C3).</summary>
public interface IWorkingDayCalendars
{
    /// <summary>The calendar in force.</summary>
    Task<WorkingDayCalendar> CurrentAsync(CancellationToken cancellation = default);

    /// <summary>Puts a calendar with one year changed or added into force, and tells the <see cref="ICalendarHandler"/>s.</summary>
    /// <param name="year">The year as it shall be.</param>
    /// <param name="basedOn">The version that the administrator looked at.</param>
    /// <param name="reason">Why, for the record.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The calendar in force afterwards; the same as before where nothing is different.</returns>
    /// <exception cref="CalendarDocumentException">The year contradicts itself or the others, or somebody else was faster.</exception>
    Task<WorkingDayCalendar> AmendAsync(CalendarYear year, string basedOn, string reason, CancellationToken cancellation = default);
}

/// <summary>Told, after the commit, that another calendar is in force; what it does must bear being done twice.</summary>
public interface ICalendarHandler
{
    /// <summary>Brings what depends on the calendar up to date.</summary>
    Task ChangedAsync(CancellationToken cancellation);
}

/// <summary>Keeps the tables of the calendar that was read last; a version never changes, so they stay right.</summary>
internal sealed class CalendarCache
{
    private Kept? _last;

    public WorkingDayCalendar Delivered { get; } = new(CalendarDocument.Delivered());

    public WorkingDayCalendar? Find(int number) => _last is { } last && last.Number == number ? last.Calendar : null;

    public WorkingDayCalendar Keep(int number, WorkingDayCalendar calendar)
    {
        _last = new(number, calendar);
        return calendar;
    }

    private sealed record Kept(int Number, WorkingDayCalendar Calendar);
}

internal sealed class WorkingDayCalendars(
    PortalDbContext db, IAuditTrail audit, ChinaClock clock, CalendarCache cache, IServiceProvider services) : IWorkingDayCalendars
{
    public const int LongestReason = 200;

    public async Task<WorkingDayCalendar> CurrentAsync(CancellationToken cancellation = default)
    {
        var number = await NumberAsync(cancellation);
        if (number == 0)
        {
            return cache.Delivered;
        }

        if (cache.Find(number) is { } known)
        {
            return known;
        }

        var document = await db.Set<CalendarVersion>().Where(v => v.Number == number).Select(v => v.Document).SingleAsync(cancellation);
        return cache.Keep(number, new WorkingDayCalendar(CalendarDocument.Parse(document)));
    }

    public async Task<WorkingDayCalendar> AmendAsync(CalendarYear year, string basedOn, string reason, CancellationToken cancellation = default)
    {
        Require(reason.Trim().Length is > 0 and <= LongestReason, $"请写明修改的原因，不超过{LongestReason}个字。");
        var current = await CurrentAsync(cancellation);
        Require(current.Version == basedOn, "工作日历刚刚被别人修改过，请刷新页面后再改。");
        var amended = new WorkingDayCalendar(current.Document.With(year));
        if (amended.Version == current.Version)
        {
            return current;
        }

        var number = await NumberAsync(cancellation);
        if (number == 0)
        {
            db.Add(Row(++number, current, "随程序提供"));
        }

        db.Add(Row(number + 1, amended, reason.Trim()));
        audit.Record("calendar.amended", nameof(WorkingDayCalendar), amended.Version, new
        {
            From = current.Version,
            Reason = reason.Trim(),
            Before = current.Document.Years.FirstOrDefault(y => y.Year == year.Year),
            After = year,
        });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            throw new CalendarDocumentException("工作日历刚刚被别人修改过，请刷新页面后再改。");
        }

        // Fetched now, not injected: what depends on the calendar asks for the calendar itself.
        foreach (var handler in services.GetServices<ICalendarHandler>())
        {
            await handler.ChangedAsync(cancellation);
        }

        return amended;
    }

    private CalendarVersion Row(int number, WorkingDayCalendar calendar, string reason) => new()
    {
        Number = number,
        Version = calendar.Version,
        CreatedUtc = clock.UtcNow,
        Reason = reason,
        Document = calendar.Document.ToJson(),
    };

    private async Task<int> NumberAsync(CancellationToken cancellation) =>
        await db.Set<CalendarVersion>().MaxAsync(v => (int?)v.Number, cancellation) ?? 0;

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new CalendarDocumentException(otherwise);
        }
    }
}

using System.Security.Claims;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Calendar;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Publication;

/// <summary>A document that became public too late.</summary>
/// <param name="Entry">Its line in the catalogue.</param>
/// <param name="FormedOn">成文日期.</param>
/// <param name="PublicOn">The day on which it became public.</param>
public sealed record LatePublication(CatalogueEntry Entry, DateOnly FormedOn, DateOnly PublicOn);

/// <summary>Finds what was published later than 20 working days after it was formed (R-26, 第二十六条), of late.</summary>
public sealed class LatePublications(PortalDbContext db, StaffAccess access, IWorkingDayCalendars calendars, ChinaClock clock)
{
    /// <summary>The working days that 第二十六条 allows.</summary>
    public const int WorkingDays = 20;

    /// <summary>How many days back is looked.</summary>
    public const int Days = 90;

    private const int MostLooked = 200;

    /// <summary>The late publications of the agencies for which the person publishes, newest first.</summary>
    public async Task<IReadOnlyList<LatePublication>> OfAsync(ClaimsPrincipal person, CancellationToken cancellation = default)
    {
        var reach = await access.AgenciesAsync(person, Permissions.PublishContent, cancellation);
        var since = clock.UtcNow.AddDays(-Days);
        var ids = reach.Ids.ToList();
        var published = db.Set<ContentVersion>().AsNoTracking().Where(v => v.Published);
        var found = await (
            from entry in db.Set<CatalogueEntry>().AsNoTracking()
            where entry.PublishedUtc >= since && (reach.Everything || ids.Contains(entry.AgencyId))
            orderby entry.PublishedUtc descending
            join version in published on entry.ItemId equals version.ItemId
            select new { Entry = entry, Version = version }).Take(MostLooked).ToListAsync(cancellation);
        var calendar = await calendars.CurrentAsync(cancellation);
        return
        [
            .. from line in found
               let document = line.Version.Part<OfficialDocumentPart>()
               where document?.FormedOn is not null
               let here = ChinaClock.DateOf(line.Entry.FirstPublishedUtc)
               let day = document.PublishedOn is { } printed && printed < here ? printed : here
               where IsLate(calendar, document.FormedOn!.Value, day)
               select new LatePublication(line.Entry, document.FormedOn!.Value, day),
        ];
    }

    /// <summary>Whether more than 20 working days lie between the days; where the calendar does not reach, natural days tell.</summary>
    public static bool IsLate(WorkingDayCalendar calendar, DateOnly formedOn, DateOnly publicOn) =>
        formedOn < publicOn && (formedOn < calendar.First || publicOn > calendar.Last
            ? publicOn.DayNumber - formedOn.DayNumber > 2 * WorkingDays
            : calendar.CountWorkingDays(formedOn, publicOn) > WorkingDays);
}

using System.Globalization;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Definitions;
using Livelihood.Content.Rendering;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Livelihood.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Livelihood.Content.Feeds;

/// <summary>The calendar of consultations that close: what published items' closing dates say.</summary>
public sealed class CalendarFeed(
    PortalDbContext db, ContentDefinitions definitions, PublicAddresses addresses, ChinaClock clock, IConfiguration configuration)
{
    /// <summary>The address, below the portal's root.</summary>
    public const string Path = "/feeds/consultations.ics";

    /// <summary>What has closed stays for so many days, so that nobody's calendar forgets it at once.</summary>
    private const int DaysKept = 90;

    /// <summary>A calendar with more events than this would be of no use to anybody; those that close first are kept.</summary>
    private const int MostEvents = 1000;

    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(30);

    /// <summary>The calendar as an answer; a valid one, too, where nothing closes.</summary>
    public async Task<IResult> AnswerAsync(CancellationToken cancellation = default)
    {
        var events = await EventsAsync(cancellation);
        return new CacheableBody(
            CalendarText.Write($"{configuration["Portal:Name"]}：意见征集", events), "text/calendar; charset=utf-8", MaxAge);
    }

    private async Task<IReadOnlyList<CalendarEvent>> EventsAsync(CancellationToken cancellation)
    {
        var fields = new Dictionary<(string Type, string Field), CalendarField>();
        foreach (var type in (await definitions.TypesAsync(cancellation)).Values)
        {
            foreach (var field in CalendarFields.Of(type, await definitions.FieldPartsAsync(type.Name, cancellation)))
            {
                fields.Add((field.Type, field.Field), field);
            }
        }

        var (names, first) = (fields.Keys.Select(k => k.Field).Distinct(StringComparer.Ordinal).ToList(), clock.Today.AddDays(-DaysKept).Iso());
        var found = await db.Set<FieldValue>()
            .Where(v => v.Scope == FieldScope.Published && names.Contains(v.Field) && string.Compare(v.Value, first) >= 0)
            .OrderBy(v => v.Value).ThenBy(v => v.ItemId).Take(MostEvents)
            .Join(db.Set<CatalogueEntry>(), v => v.ItemId, e => e.ItemId, (v, e) => new { v.Field, v.Value, Entry = e })
            .AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. from line in found
               where fields.ContainsKey((line.Entry.Type, line.Field))
               let day = DateOnly.ParseExact(line.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture)
               orderby day, line.Entry.ItemId
               select EventOf(line.Entry, fields[(line.Entry.Type, line.Field)], day),
        ];
    }

    private CalendarEvent EventOf(CatalogueEntry entry, CalendarField field, DateOnly day) => new(
        $"{entry.ItemId}.{field.Field}@{addresses.Domain}",
        day,
        entry.PublishedUtc,
        $"{field.Label}：{entry.Title}",
        string.Join('\n', new[] { entry.Abstract, $"{field.Label}：{day.Text()}", addresses.Of(entry.Path) }.Where(t => !string.IsNullOrWhiteSpace(t))),
        addresses.Of(entry.Path),
        field.TypeName);
}

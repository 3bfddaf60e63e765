using Livelihood.Disclosure.Domain.Clock;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Office;

/// <summary>How many limits of a kind end on a day.</summary>
public sealed record DueCount(DateOnly On, LimitKind Kind, int Count);

/// <summary>What is due on which day.</summary>
public sealed class DueDays(PortalDbContext db, ChinaClock clock)
{
    /// <summary>What is due between two days, by day and kind, in one query by its index.</summary>
    /// <param name="reach">The agencies that the reader may see.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="agency">One of the agencies; null: all.</param>
    /// <param name="handler">Of one person responsible; null: of all.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<ILookup<DateOnly, DueCount>> BetweenAsync(
        AgencyReach reach, DateOnly first, DateOnly last, string? agency = null, string? handler = null, CancellationToken cancellation = default)
    {
        var due = db.Set<LimitRow>().AsNoTracking().Where(limit => limit.DueOn >= first && limit.DueOn <= last).Where(StillMatters(clock.Today));
        due = reach.Everything ? due : reach.Ids is { Count: 1 } one ? Of(due, one.Single()) : due.Where(limit => reach.Ids.Contains(limit.AgencyId));
        due = agency is null ? due : Of(due, agency);
        due = handler is null ? due : due.Where(limit => limit.Request!.AssignedTo == handler);
        var counts = await due.GroupBy(limit => new { limit.DueOn, limit.Kind }).Select(group => new { group.Key.DueOn, group.Key.Kind, Count = group.Count() }).ToListAsync(cancellation);
        return counts.Select(count => new DueCount(count.DueOn, count.Kind, count.Count)).OrderBy(count => count.Kind).ToLookup(count => count.On);
    }

    /// <summary>A correction that was not asked for in time is no longer to be done; everything else stays due until it is.</summary>
    internal static System.Linq.Expressions.Expression<Func<LimitRow, bool>> StillMatters(DateOnly today) =>
        limit => limit.Kind != LimitKind.CorrectionNotice || limit.DueOn >= today;

    private static IQueryable<LimitRow> Of(IQueryable<LimitRow> limits, string agency) => limits.Where(limit => limit.AgencyId == agency);
}

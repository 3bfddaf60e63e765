using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Search.QueryLog;

/// <summary>A query over a time.</summary>
/// <param name="Text">The query.</param>
/// <param name="Times">How often it was asked, by different askers of each day.</param>
/// <param name="Missed">How often nothing has all of it.</param>
/// <param name="Found">The most documents that it found.</param>
/// <param name="Clicks">How often a result was opened.</param>
public sealed record QueryLine(string Text, int Times, int Missed, int Found, int Clicks);

/// <summary>All queries of a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Times">How often something was asked.</param>
/// <param name="Missed">How often nothing has all of it.</param>
public sealed record QueryDay(DateOnly Day, int Times, int Missed);

/// <summary>Reads the query log. What fewer than <see cref="LeastTimes"/> asked is counted and never shown.</summary>
public sealed class QueryLogReport(PortalDbContext db, ChinaClock clock)
{
    /// <summary>A query that was asked less often may be about one person.</summary>
    public const int LeastTimes = 3;

    /// <summary>Lines of a list.</summary>
    public const int MostLines = 200;

    /// <summary>What readers seek, the most frequent first.</summary>
    public async Task<IReadOnlyList<QueryLine>> SoughtAsync(int days, CancellationToken cancellation = default) =>
        await Lines(days).OrderByDescending(q => q.Times).ThenBy(q => q.Text).Take(MostLines)
            .Select(q => new QueryLine(q.Text, q.Times, q.Missed, q.Found, q.Clicks)).ToListAsync(cancellation);

    /// <summary>What they seek and do not find, the most frequent first.</summary>
    public async Task<IReadOnlyList<QueryLine>> MissedAsync(int days, CancellationToken cancellation = default) =>
        await Lines(days).Where(q => q.Missed > 0).OrderByDescending(q => q.Missed).ThenBy(q => q.Text).Take(MostLines)
            .Select(q => new QueryLine(q.Text, q.Times, q.Missed, q.Found, q.Clicks)).ToListAsync(cancellation);

    /// <summary>Queries whose results were opened, the most frequent first: worth suggesting to others.</summary>
    public async Task<IReadOnlyList<QueryLine>> UsefulAsync(int days, int most, CancellationToken cancellation = default) =>
        await Lines(days).Where(q => q.Clicks > 0 && q.Found > 0).OrderByDescending(q => q.Times).ThenBy(q => q.Text).Take(most)
            .Select(q => new QueryLine(q.Text, q.Times, q.Missed, q.Found, q.Clicks)).ToListAsync(cancellation);

    /// <summary>Each day of the time, those without a query too.</summary>
    public async Task<IReadOnlyList<QueryDay>> DaysAsync(int days, CancellationToken cancellation = default)
    {
        var since = clock.Today.AddDays(1 - days);
        var counted = await db.Set<AskedQuery>().Where(a => a.Day >= since).GroupBy(a => a.Day)
            .Select(g => new { Day = g.Key, Times = g.Sum(a => a.Times), Missed = g.Sum(a => a.Missed) }).ToDictionaryAsync(g => g.Day, cancellation);
        return [.. Enumerable.Range(0, days).Select(since.AddDays).Select(d => counted.TryGetValue(d, out var c) ? new QueryDay(d, c.Times, c.Missed) : new(d, 0, 0))];
    }

    private IQueryable<Sums> Lines(int days)
    {
        var since = clock.Today.AddDays(1 - days);
        return db.Set<AskedQuery>().Where(a => a.Day >= since).GroupBy(a => a.Text)
            .Select(g => new Sums { Text = g.Key, Times = g.Sum(a => a.Times), Missed = g.Sum(a => a.Missed), Found = g.Max(a => a.Found), Clicks = g.Sum(a => a.Clicks) })
            .Where(q => q.Times >= LeastTimes);
    }

    private sealed class Sums
    {
        public required string Text { get; init; }

        public int Times { get; init; }

        public int Missed { get; init; }

        public int Found { get; init; }

        public int Clicks { get; init; }
    }
}

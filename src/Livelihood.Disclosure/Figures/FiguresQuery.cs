using System.Globalization;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Figures;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Figures;

/// <summary>Counts the register for the public.</summary>
public sealed class FiguresQuery(PortalDbContext db, IAgencyDirectory agencies, ChinaClock clock)
{
    /// <summary>How many years stand side by side.</summary>
    public const int LastYears = 5;

    /// <summary>The years with requests, the newest first; this year at least.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellation = default)
    {
        var first = (await db.Set<DisclosureRequest>().MinAsync(r => r.ReceivedOn, cancellation))?.Year ?? clock.Today.Year;
        return [.. Enumerable.Range(first, clock.Today.Year - first + 1).Reverse()];
    }

    /// <summary>The figures of a year.</summary>
    /// <param name="year">One of <see cref="YearsAsync"/>.</param>
    /// <param name="agencyId">Of this agency; null: of all.</param>
    /// <param name="cancellation">Ends the query early.</param>
    public async Task<PublicFigures> ReadAsync(int year, string? agencyId, CancellationToken cancellation = default)
    {
        var years = (await YearsAsync(cancellation)).Where(y => y <= year).Take(LastYears).ToList();
        var (from, first, last) = (new DateOnly(years[^1], 1, 1), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var all = db.Set<DisclosureRequest>().Where(r => r.Matter == RequestMatter.Information && (agencyId == null || r.AgencyId == agencyId));
        var (today, due) = (clock.Today, Workflow.DueStates);
        var received = await all.Where(r => r.ReceivedOn >= from && r.ReceivedOn <= last)
            .GroupBy(r => new { r.ReceivedOn!.Value.Year, r.AgencyId })
            .Select(g => new ReceivedGroup(g.Key.Year, g.Key.AgencyId, g.Count(), g.Count(r => due.Contains(r.State) && r.DueOn < today)))
            .ToListAsync(cancellation);
        var ended = all.Where(r => r.EndedOn >= first && r.EndedOn <= last);
        var tally = new FiguresTally(
            year,
            received,
            await CountAsync(
                all.Where(r => r.EndedOn >= from && r.EndedOn <= last),
                r => r.GroupBy(one => new Alike<int> { Key = one.EndedOn!.Value.Year, IsServed = one.ServedOn != null, IsLate = one.ServedOn > one.DueOn, Days = one.TookWorkingDays }),
                key => key.ToString(CultureInfo.InvariantCulture), cancellation),
            agencyId is not null ? [] : await CountAsync(
                ended,
                r => r.GroupBy(one => new Alike<string> { Key = one.AgencyId, IsServed = one.ServedOn != null, IsLate = one.ServedOn > one.DueOn, Days = one.TookWorkingDays }),
                key => key, cancellation),
            await CountAsync(
                ended.Where(r => r.Outcome != null),
                r => r.GroupBy(one => new Alike<string> { Key = one.Outcome!, IsServed = one.ServedOn != null, IsLate = one.ServedOn > one.DueOn, Days = one.TookWorkingDays }),
                key => key, cancellation));
        return tally.Figures(years, agencyId is not null ? [] : await LinesAsync(tally, cancellation));
    }

    /// <summary>The agencies that can be chosen: those that receive requests here.</summary>
    public async Task<IReadOnlyList<Agency>> AgenciesAsync(CancellationToken cancellation = default) =>
        [.. (await agencies.AllAsync(cancellation)).Where(agency => agency.AcceptsRequests)];

    private async Task<IReadOnlyList<(string Id, string Name)>> LinesAsync(FiguresTally tally, CancellationToken cancellation)
    {
        var counted = tally.Received.Where(g => g.Year == tally.Year).Select(g => g.AgencyId).Concat(tally.ByAgency.Select(g => g.Key)).ToHashSet(StringComparer.Ordinal);
        return [.. (await agencies.AllAsync(cancellation)).Where(agency => counted.Contains(agency.Id)).Select(agency => (agency.Id, agency.Name))];
    }

    private static async Task<List<EndedGroup>> CountAsync<TKey>(
        IQueryable<DisclosureRequest> ended, Func<IQueryable<DisclosureRequest>, IQueryable<IGrouping<Alike<TKey>, DisclosureRequest>>> group,
        Func<TKey, string> name, CancellationToken cancellation)
    {
        var groups = await group(ended).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        return [.. groups.Select(g => new EndedGroup(name(g.Key.Key), g.Key.IsServed, g.Key.IsLate, g.Key.Days, g.Count))];
    }

    /// <summary>What requests that are counted together have in common.</summary>
    private sealed class Alike<TKey>
    {
        public required TKey Key { get; init; }

        public bool IsServed { get; init; }

        public bool IsLate { get; init; }

        public int? Days { get; init; }
    }
}

using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Figures;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Figures;

/// <summary>Counts the register for the public.</summary>
public sealed class FiguresQuery(PortalDbContext db, IAgencyDirectory agencies, ChinaClock clock, FiguresMemory memory)
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
        var (today, lastEntry) = (clock.Today, await db.Set<AuditEntry>().MaxAsync(entry => (long?)entry.Sequence, cancellation) ?? 0);
        if (memory.Find(year, agencyId, lastEntry, today) is { } kept)
        {
            return kept;
        }

        var figures = await CountAsync(year, agencyId, today, cancellation);
        memory.Keep(figures, agencyId, lastEntry, today);
        return figures;
    }

    private async Task<PublicFigures> CountAsync(int year, string? agencyId, DateOnly today, CancellationToken cancellation)
    {
        var years = (await YearsAsync(cancellation)).Where(y => y <= year).Take(LastYears).ToList();
        var (from, first, last) = (new DateOnly(years[^1], 1, 1), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var known = (await agencies.AllAsync(cancellation)).Select(agency => (agency.Id, agency.Name)).ToList();
        var ids = known.ConvertAll(agency => agency.Id); // each agency's years lie together in the index
        var all = db.Set<DisclosureRequest>().Where(r => r.Matter == RequestMatter.Information && ids.Contains(r.AgencyId));
        var due = Workflow.DueStates;
        var received = await all.Where(r => r.ReceivedOn >= from && r.ReceivedOn <= last)
            .GroupBy(r => new { r.ReceivedOn!.Value.Year, r.AgencyId })
            .Select(g => new ReceivedGroup(g.Key.Year, g.Key.AgencyId, g.Count(), g.Count(r => due.Contains(r.State) && r.DueOn < today)))
            .ToListAsync(cancellation);
        var ended = await all.Where(r => r.EndedOn >= from && r.EndedOn <= last)
            .GroupBy(r => new { r.EndedOn!.Value.Year, r.AgencyId, IsServed = r.ServedOn != null, IsLate = r.ServedOn > r.DueOn, r.TookWorkingDays })
            .Select(g => new EndedGroup(g.Key.Year, g.Key.AgencyId, g.Key.IsServed, g.Key.IsLate, g.Key.TookWorkingDays, g.Count()))
            .ToListAsync(cancellation);
        if (agencyId is not null)
        {
            return new FiguresTally(received, ended, []).OfAgency(year, years, known, agencyId);
        }

        var outcomes = await all.Where(r => r.EndedOn >= first && r.EndedOn <= last && r.Outcome != null)
            .GroupBy(r => new { r.Outcome, IsServed = r.ServedOn != null, IsLate = r.ServedOn > r.DueOn, r.TookWorkingDays })
            .Select(g => new EndedGroup(year, g.Key.Outcome!, g.Key.IsServed, g.Key.IsLate, g.Key.TookWorkingDays, g.Count()))
            .ToListAsync(cancellation);
        return new FiguresTally(received, ended, outcomes).OfAll(year, years, known);
    }

    /// <summary>The agencies that can be chosen: those that receive requests here.</summary>
    public async Task<IReadOnlyList<Agency>> AgenciesAsync(CancellationToken cancellation = default) =>
        [.. (await agencies.AllAsync(cancellation)).Where(agency => agency.AcceptsRequests)];
}

using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Keeping;
using Livelihood.Disclosure.Versions;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Keeping;

/// <summary>The keeping times, in versions with the day from which each holds.</summary>
public sealed class KeepingRules(PortalDbContext db, IAuditTrail audit, ICurrentActor actor, ChinaClock clock)
{
    /// <summary>The most versions that a page lists.</summary>
    public const int MostVersions = 50;

    /// <summary>The rule in force on a day.</summary>
    public async Task<KeepingRule> InForceAsync(DateOnly on, CancellationToken cancellation = default) =>
        await db.Set<KeepingRuleRow>().AsNoTracking().Where(r => r.EffectiveOn <= on).OrderByDescending(r => r.EffectiveOn).ThenByDescending(r => r.Version)
            .FirstOrDefaultAsync(cancellation) is { } row
            ? new(row.Version, row.Years)
            : KeepingRule.Delivered;

    /// <summary>The versions, the last saved first.</summary>
    public async Task<IReadOnlyList<KeepingRuleRow>> VersionsAsync(CancellationToken cancellation = default) =>
        await db.Set<KeepingRuleRow>().AsNoTracking().OrderByDescending(r => r.Version).Take(MostVersions).ToListAsync(cancellation);

    /// <summary>How many requests would lose their personal data on a day under a rule.</summary>
    public Task<int> CountDueAsync(KeepingRule rule, DateOnly on, CancellationToken cancellation = default) =>
        rule.EndedBefore(on) is { } before ? DueRequests.Of(db, before).CountAsync(cancellation) : Task.FromResult(0);

    /// <summary>Saves a rule. It holds from tomorrow at the earliest: what it deletes does not come back, so a slip can be mended before it acts.</summary>
    /// <param name="basedOn">The last version that the person had seen.</param>
    /// <param name="years">Years after the end; 0: for ever.</param>
    /// <param name="effectiveOn">The first day on which it holds.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="DisclosureRuleException">The years or the day cannot be.</exception>
    /// <exception cref="VersionChangedException">Somebody else was faster.</exception>
    public async Task SaveAsync(int basedOn, int years, DateOnly effectiveOn, CancellationToken cancellation = default)
    {
        if (years is < 0 or > KeepingRule.MostYears || effectiveOn <= clock.Today)
        {
            throw new DisclosureRuleException(Rules.Register, "保存期限应当在0至100年之间，并且从明天或者以后起用。");
        }

        await db.AddVersionAsync(db.Set<KeepingRuleRow>().Select(rule => rule.Version), basedOn, version =>
        {
            db.Add(new KeepingRuleRow { Version = version, Years = years, EffectiveOn = effectiveOn, SavedUtc = clock.UtcNow, Actor = actor.Current });
            audit.Record("request-keeping.saved", nameof(KeepingRuleRow), $"{version}", new { Years = years, EffectiveOn = effectiveOn });
        }, cancellation);
    }
}

/// <summary>The requests whose personal data are past their time.</summary>
internal static class DueRequests
{
    /// <summary>Ended before a day, nothing undecided, and not deleted yet.</summary>
    public static IQueryable<DisclosureRequest> Of(PortalDbContext db, DateOnly before) => db.Set<DisclosureRequest>()
        .Where(r => r.State == RequestState.Closed && r.EndedOn < before && r.OpenComplaints == 0 && db.Set<RequesterRow>().Any(who => who.RequestId == r.Id));
}

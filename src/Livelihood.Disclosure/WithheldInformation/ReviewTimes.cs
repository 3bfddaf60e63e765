using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.WithheldInformation;
using Livelihood.Disclosure.Versions;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.WithheldInformation;

/// <summary>The times between reviews, in versions with the day from which each holds.</summary>
public sealed class ReviewTimes(PortalDbContext db, IAuditTrail audit, ICurrentActor actor, ChinaClock clock)
{
    /// <summary>The most versions that a page lists.</summary>
    public const int MostVersions = 50;

    /// <summary>The time in force on a day, that of a decision or of a review.</summary>
    public async Task<ReviewTime> InForceAsync(DateOnly on, CancellationToken cancellation = default) =>
        await db.Set<ReviewTimeRow>().AsNoTracking().Where(time => time.EffectiveOn <= on).OrderByDescending(time => time.EffectiveOn).ThenByDescending(time => time.Version)
            .FirstOrDefaultAsync(cancellation) is { } row
            ? new(row.Version, row.Months)
            : ReviewTime.Delivered;

    /// <summary>The versions, the last saved first.</summary>
    public async Task<IReadOnlyList<ReviewTimeRow>> VersionsAsync(CancellationToken cancellation = default) =>
        await db.Set<ReviewTimeRow>().AsNoTracking().OrderByDescending(time => time.Version).Take(MostVersions).ToListAsync(cancellation);

    /// <summary>Saves a new version; days of review that are set already stay. The caller has asked who may.</summary>
    /// <param name="basedOn">The last version that the person had seen; 0: none but the delivered one.</param>
    /// <param name="months">Months between reviews.</param>
    /// <param name="effectiveOn">The first day of a decision or review from which it counts, from today on.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="VersionRefusedException">The months or the day cannot be.</exception>
    /// <exception cref="VersionChangedException">Somebody else was faster.</exception>
    public async Task SaveAsync(int basedOn, int months, DateOnly effectiveOn, CancellationToken cancellation = default)
    {
        var objections = new List<(string, string)>();
        if (months is < 1 or > ReviewTime.MostMonths)
        {
            objections.Add((nameof(ReviewTimeRow.Months), $"请填写1至{ReviewTime.MostMonths}的整数，例如12"));
        }

        if (effectiveOn < clock.Today)
        {
            objections.Add((nameof(ReviewTimeRow.EffectiveOn), $"生效日期不能早于今天（{Wording.Day(clock.Today)}），已经排定的评估日期不会改变。"));
        }

        if (objections.Count > 0)
        {
            throw new VersionRefusedException(objections);
        }

        await db.AddVersionAsync(db.Set<ReviewTimeRow>().Select(time => time.Version), basedOn, version =>
        {
            db.Add(new ReviewTimeRow { Version = version, Months = months, EffectiveOn = effectiveOn, SavedUtc = clock.UtcNow, Actor = actor.Current });
            audit.Record("review-time.saved", nameof(ReviewTimeRow), $"{version}", new { Months = months, EffectiveOn = effectiveOn });
        }, cancellation);
    }
}

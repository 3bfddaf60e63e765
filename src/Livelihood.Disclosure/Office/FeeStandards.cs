using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Fees;
using Livelihood.Disclosure.Versions;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;
using System.Text.Json;

namespace Livelihood.Disclosure.Office;

/// <summary>The tables of the processing fee (R-FEE), in versions with the day from which each holds.</summary>
public sealed class FeeStandards(PortalDbContext db, IAuditTrail audit, ICurrentActor actor, ChinaClock clock)
{
    /// <summary>The most versions there can be: they are read together.</summary>
    public const int MostVersions = 200;

    /// <summary>All versions, the last saved first.</summary>
    public async Task<IReadOnlyList<FeeStandardRow>> VersionsAsync(CancellationToken cancellation = default) =>
        await db.Set<FeeStandardRow>().AsNoTracking().OrderByDescending(row => row.Version).Take(MostVersions).ToListAsync(cancellation);

    /// <summary>All versions, to compute by.</summary>
    public async Task<FeeBook> BookAsync(CancellationToken cancellation = default) => BookOf(await VersionsAsync(cancellation));

    /// <summary>The versions given, to compute by.</summary>
    public static FeeBook BookOf(IEnumerable<FeeStandardRow> versions) =>
        new([.. versions.Select(row => new FeeVersion(row.Version, row.EffectiveOn, Read(row.Standard)))]);

    /// <summary>The tables of a row.</summary>
    public static FeeStandard Read(string standard) => JsonSerializer.Deserialize<FeeStandard>(standard, EventJson.Options)!;

    /// <summary>Saves a new version; notices that went out stay as they are.</summary>
    /// <param name="basedOn">The last version that the person had seen; 0: none but the delivered one.</param>
    /// <param name="standard">The tables.</param>
    /// <param name="effectiveOn">The first day of a notice that is computed by them, from today on.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="VersionRefusedException">The tables or the day cannot be.</exception>
    /// <exception cref="VersionChangedException">Somebody else was faster.</exception>
    public async Task SaveAsync(int basedOn, FeeStandard standard, DateOnly effectiveOn, CancellationToken cancellation = default)
    {
        var objections = FeeStandardCheck.Objections(standard).ToList();
        if (effectiveOn < clock.Today)
        {
            objections.Add((nameof(FeeStandardRow.EffectiveOn), $"生效日期不能早于今天（{Wording.Day(clock.Today)}），已经发出的收费通知不会改变。"));
        }

        if (basedOn >= MostVersions)
        {
            objections.Add(("", $"已经有{MostVersions}版，不能再保存。"));
        }

        if (objections.Count > 0)
        {
            throw new VersionRefusedException(objections);
        }

        await db.AddVersionAsync(db.Set<FeeStandardRow>().Select(row => row.Version), basedOn, version =>
        {
            db.Add(new FeeStandardRow
            {
                Version = version, EffectiveOn = effectiveOn, Standard = JsonSerializer.Serialize(standard, EventJson.Options), SavedUtc = clock.UtcNow, Actor = actor.Current,
            });
            audit.Record("fee-standard.saved", nameof(FeeStandardRow), $"{version}", new { EffectiveOn = effectiveOn, Standard = standard });
        }, cancellation);
    }
}

using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Versions;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Office;

/// <summary>By which channels agencies take requests (R-CH), in versions with the day from which each holds. Nothing declared: what the agency's own entry says of the portal, and no fax.</summary>
public sealed class ChannelGuide(PortalDbContext db, IAgencyDirectory agencies, IAuditTrail audit, ICurrentActor actor, ChinaClock clock)
{
    /// <summary>The most versions that a page lists.</summary>
    public const int MostVersions = 100;

    /// <summary>What each agency declares today, by its code; in one query.</summary>
    public async Task<IReadOnlyDictionary<string, GuideChannels>> AllAsync(CancellationToken cancellation = default)
    {
        var today = clock.Today;
        var rows = await db.Set<ChannelsRow>().AsNoTracking().Where(row => row.EffectiveOn <= today)
            .GroupBy(row => row.AgencyId).Select(rows => rows.OrderByDescending(row => row.EffectiveOn).ThenByDescending(row => row.Version).First())
            .ToDictionaryAsync(row => row.AgencyId, Of, cancellation);
        return (await agencies.AllAsync(cancellation)).ToDictionary(agency => agency.Id, agency => rows.GetValueOrDefault(agency.Id) ?? Delivered(agency), StringComparer.Ordinal);
    }

    /// <summary>The agencies to which a request can be filed on this portal today.</summary>
    public async Task<IReadOnlyList<Agency>> OnlineAsync(CancellationToken cancellation = default)
    {
        var declared = await AllAsync(cancellation);
        return [.. (await agencies.AllAsync(cancellation)).Where(agency => agency.AcceptsRequests && declared[agency.Id].TakesInternet)];
    }

    /// <summary>The versions of an agency, the last saved first.</summary>
    public async Task<IReadOnlyList<ChannelsRow>> VersionsAsync(string agencyId, CancellationToken cancellation = default) =>
        await db.Set<ChannelsRow>().AsNoTracking().Where(row => row.AgencyId == agencyId).OrderByDescending(row => row.Version).Take(MostVersions).ToListAsync(cancellation);

    /// <summary>What a row declares.</summary>
    public static GuideChannels Of(ChannelsRow row) => new(row.TakesInternet, row.TakesFax, row.FaxNumber, row.Hours);

    /// <summary>Saves a new version. The caller has asked who may.</summary>
    /// <exception cref="VersionRefusedException">It or its day cannot be.</exception>
    /// <exception cref="VersionChangedException">Somebody else was faster.</exception>
    public async Task SaveAsync(string agencyId, int basedOn, GuideChannels channels, DateOnly effectiveOn, CancellationToken cancellation = default)
    {
        var objections = channels.Objections().ToList();
        if (effectiveOn < clock.Today)
        {
            objections.Add((nameof(ChannelsRow.EffectiveOn), $"生效日期不能早于今天（{Wording.Day(clock.Today)}）。"));
        }

        if (objections.Count > 0)
        {
            throw new VersionRefusedException(objections);
        }

        var versions = db.Set<ChannelsRow>().Where(row => row.AgencyId == agencyId).Select(row => row.Version);
        await db.AddVersionAsync(versions, basedOn, version =>
        {
            db.Add(new ChannelsRow
            {
                AgencyId = agencyId, Version = version, EffectiveOn = effectiveOn, TakesInternet = channels.TakesInternet, TakesFax = channels.TakesFax,
                FaxNumber = channels.TakesFax ? channels.FaxNumber : null, Hours = channels.Hours, SavedUtc = clock.UtcNow, Actor = actor.Current,
            });
            audit.Record("channels.declared", nameof(ChannelsRow), agencyId, new { Version = version, EffectiveOn = effectiveOn, channels.TakesInternet, channels.TakesFax });
        }, cancellation);
    }

    private static GuideChannels Delivered(Agency agency) => new(agency.AcceptsRequests, TakesFax: false);
}

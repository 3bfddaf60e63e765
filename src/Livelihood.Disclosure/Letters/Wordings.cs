using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Versions;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Letters;

/// <summary>A text in force on a day.</summary>
/// <param name="Text">The text.</param>
/// <param name="Version">Its version; 0 is the delivered one.</param>
public sealed record WordingInForce(string Text, int Version);

/// <summary>The texts of letters, in versions with the day from which each holds.</summary>
public sealed class Wordings(PortalDbContext db, IAuditTrail audit, ICurrentActor actor, ChinaClock clock)
{
    /// <summary>The most versions that a page lists.</summary>
    public const int MostVersions = 100;

    /// <summary>The texts in force on a day, in one query.</summary>
    /// <param name="keys">Which.</param>
    /// <param name="on">The day.</param>
    /// <param name="savedUntil">Leaves out what was saved later; null: nothing.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<IReadOnlyDictionary<string, WordingInForce>> InForceAsync(
        IReadOnlyCollection<WordingKey> keys, DateOnly on, DateTimeOffset? savedUntil = null, CancellationToken cancellation = default)
    {
        var names = keys.Select(key => key.Key).ToList();
        var rows = await db.Set<WordingRow>().AsNoTracking().Where(row => names.Contains(row.Key) && row.EffectiveOn <= on && (savedUntil == null || row.SavedUtc <= savedUntil))
            .GroupBy(row => row.Key).Select(rows => rows.OrderByDescending(row => row.EffectiveOn).ThenByDescending(row => row.Version).First())
            .ToDictionaryAsync(row => row.Key, row => new WordingInForce(row.Text, row.Version), cancellation);
        return keys.ToDictionary(key => key.Key, key => rows.GetValueOrDefault(key.Key) ?? new(key.Default, 0), StringComparer.Ordinal);
    }

    /// <summary>The versions of a text, the last saved first.</summary>
    public async Task<IReadOnlyList<WordingRow>> VersionsAsync(string key, CancellationToken cancellation = default) =>
        await db.Set<WordingRow>().AsNoTracking().Where(row => row.Key == key).OrderByDescending(row => row.Version).Take(MostVersions).ToListAsync(cancellation);

    /// <summary>A version of a text, or null.</summary>
    public async Task<WordingRow?> FindAsync(string key, int version, CancellationToken cancellation = default) =>
        await db.Set<WordingRow>().AsNoTracking().FirstOrDefaultAsync(row => row.Key == key && row.Version == version, cancellation);

    /// <summary>Saves a new version; letters that were made stay as they are.</summary>
    /// <param name="key">Which text.</param>
    /// <param name="basedOn">The last version that the person had seen.</param>
    /// <param name="text">The text.</param>
    /// <param name="effectiveOn">The first day on which it holds, from today on.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="VersionRefusedException">The text or the day cannot be.</exception>
    /// <exception cref="VersionChangedException">Somebody else was faster.</exception>
    public async Task SaveAsync(WordingKey key, int basedOn, string text, DateOnly effectiveOn, CancellationToken cancellation = default)
    {
        var written = text.ReplaceLineEndings("\n").Trim();
        if (key.Objections(written) is { Count: > 0 } objections)
        {
            throw new VersionRefusedException([.. objections.Select(message => ("Text", message))]);
        }

        if (effectiveOn < clock.Today)
        {
            throw new VersionRefusedException([("EffectiveOn", $"生效日期不能早于今天（{Wording.Day(clock.Today)}），已经作出的文书不会改变。")]);
        }

        var versions = db.Set<WordingRow>().Where(row => row.Key == key.Key).Select(row => row.Version);
        await db.AddVersionAsync(versions, basedOn, version =>
        {
            db.Add(new WordingRow { Key = key.Key, Version = version, EffectiveOn = effectiveOn, Text = written, SavedUtc = clock.UtcNow, Actor = actor.Current });
            audit.Record("letter-wording.saved", nameof(WordingRow), key.Key, new { Version = version, EffectiveOn = effectiveOn });
        }, cancellation);
    }
}

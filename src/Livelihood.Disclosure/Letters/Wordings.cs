using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Disclosure.Letters;

/// <summary>A text in force on a day.</summary>
/// <param name="Text">The text.</param>
/// <param name="Version">Its version; 0 is the delivered one.</param>
public sealed record WordingInForce(string Text, int Version);

/// <summary>Somebody else saved a version after the page was opened; nothing was saved.</summary>
public sealed class WordingChangedException() : Exception("您打开页面以后，别人保存了新的一版，您写的还没有保存。请看下面的各版，核对以后再保存。");

/// <summary>A text cannot be saved.</summary>
/// <param name="field">The field of the form that is wrong.</param>
/// <param name="messages">What is wrong, in Chinese sentences.</param>
public sealed class WordingRefusedException(string field, IReadOnlyList<string> messages) : Exception(string.Join(' ', messages))
{
    /// <summary>The field of the form that is wrong.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<string> Messages { get; } = messages;
}

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
    /// <exception cref="WordingRefusedException">The text or the day cannot be.</exception>
    /// <exception cref="WordingChangedException">Somebody else was faster.</exception>
    public async Task SaveAsync(WordingKey key, int basedOn, string text, DateOnly effectiveOn, CancellationToken cancellation = default)
    {
        var written = text.ReplaceLineEndings("\n").Trim();
        if (key.Objections(written) is { Count: > 0 } objections)
        {
            throw new WordingRefusedException("Text", objections);
        }

        if (effectiveOn < clock.Today)
        {
            throw new WordingRefusedException("EffectiveOn", [$"生效日期不能早于今天（{Wording.Day(clock.Today)}），已经作出的文书不会改变。"]);
        }

        await using var unit = await db.BeginUnitAsync(cancellation);
        var last = await db.Set<WordingRow>().Where(row => row.Key == key.Key).MaxAsync(row => (int?)row.Version, cancellation) ?? 0;
        if (last != basedOn)
        {
            throw new WordingChangedException();
        }

        db.Add(new WordingRow { Key = key.Key, Version = last + 1, EffectiveOn = effectiveOn, Text = written, SavedUtc = clock.UtcNow, Actor = actor.Current });
        audit.Record("letter-wording.saved", nameof(WordingRow), key.Key, new { Version = last + 1, EffectiveOn = effectiveOn });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Two at once had seen the same last version; the key lets one of them in.
            throw new WordingChangedException();
        }

        await unit.CommitAsync(cancellation);
    }
}

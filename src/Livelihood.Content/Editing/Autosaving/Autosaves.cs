using System.Security.Claims;
using Livelihood.Platform.Data;
using Livelihood.Platform.Forms;
using Livelihood.Platform.Time;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing.Autosaving;

/// <summary>An autosave that is offered.</summary>
/// <param name="Key">The form's key.</param>
/// <param name="SavedUtc">When it was kept.</param>
/// <param name="BaseRevision">The revision it was made of.</param>
public sealed record OfferedAutosave(string Key, DateTimeOffset SavedUtc, int BaseRevision);

/// <summary>
/// Keeps what people type before they save it, so that a closed window, a power cut or another browser costs nothing.
/// It belongs to the account, is cleared when the form is saved, and forgotten after thirty days.
/// </summary>
public sealed class Autosaves(PortalDbContext db, ChinaClock clock) : IFormSource
{
    /// <summary>How long an autosave is kept.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>The name of the hidden field that holds the form's key.</summary>
    public const string KeyField = "AutosaveKey";

    // More forms than anybody fills in at once; the oldest is forgotten.
    private const int MaxPerAccount = 50;

    /// <inheritdoc />
    public string Parameter => "autosaved";

    /// <summary>Keeps what was typed, in place of what was kept of this form before.</summary>
    /// <returns>When; null where it is too much, or nobody is signed in.</returns>
    public async Task<DateTimeOffset?> KeepAsync(ClaimsPrincipal person, string key, int baseRevision, IFormCollection form, CancellationToken cancellation = default)
    {
        if (AccountOf(person) is not { } account || TypedForm.Of(form) is not { } typed)
        {
            return null;
        }

        var (now, text) = (clock.UtcNow, typed.ToString());
        var updated = await Mine(account, key).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Typed, text).SetProperty(a => a.SavedUtc, now).SetProperty(a => a.BaseRevision, baseRevision), cancellation);
        if (updated == 0)
        {
            var oldest = await db.Set<Autosave>().Where(a => a.AccountId == account).OrderByDescending(a => a.SavedUtc).ThenByDescending(a => a.Id)
                .Skip(MaxPerAccount - 1).Select(a => a.Id).ToListAsync(cancellation);
            await db.Set<Autosave>().Where(a => oldest.Contains(a.Id)).ExecuteDeleteAsync(cancellation);
            db.Add(new Autosave { AccountId = account, FormKey = key, BaseRevision = baseRevision, Typed = text, SavedUtc = now });
            await db.SaveChangesAsync(cancellation);
        }

        return now;
    }

    /// <summary>What the person left unsaved in an item's form, or in forms of new items of a type, newest first.</summary>
    /// <param name="person">The person.</param>
    /// <param name="keyOrPrefix">A key, or what the keys of new items begin with.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<IReadOnlyList<OfferedAutosave>> OfferedAsync(ClaimsPrincipal person, string keyOrPrefix, CancellationToken cancellation = default)
    {
        var since = clock.UtcNow - Lifetime;
        return AccountOf(person) is { } account
            ? await db.Set<Autosave>().AsNoTracking().Where(a => a.AccountId == account && a.FormKey.StartsWith(keyOrPrefix) && a.SavedUtc >= since)
                .OrderByDescending(a => a.SavedUtc).Select(a => new OfferedAutosave(a.FormKey, a.SavedUtc, a.BaseRevision)).ToListAsync(cancellation)
            : [];
    }

    /// <summary>Forgets what was kept of a form, as it was saved or given up.</summary>
    public async Task ClearAsync(ClaimsPrincipal person, string? key, CancellationToken cancellation = default)
    {
        if (AccountOf(person) is { } account && AutosaveKey.IsKey(key))
        {
            await Mine(account, key!).ExecuteDeleteAsync(cancellation);
        }
    }

    /// <inheritdoc />
    public async Task<FormToRestore?> FindAsync(HttpContext http, string value, CancellationToken cancellation) =>
        AccountOf(http.User) is { } account && await Mine(account, value).AsNoTracking().FirstOrDefaultAsync(cancellation) is { } found
            ? new(TypedForm.Parse(found.Typed), null, $"下面是{ChinaClock.Text(found.SavedUtc)}自动保存的内容，还没有保存为草稿。请核对以后保存。")
            : null;

    /// <summary>Forgets what nobody came back for.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellation = default)
    {
        var before = clock.UtcNow - Lifetime;
        return db.Set<Autosave>().Where(a => a.SavedUtc < before).ExecuteDeleteAsync(cancellation);
    }

    private IQueryable<Autosave> Mine(Guid account, string key) => db.Set<Autosave>().Where(a => a.AccountId == account && a.FormKey == key);

    private static Guid? AccountOf(ClaimsPrincipal person) =>
        Guid.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), out var account) ? account : null;
}

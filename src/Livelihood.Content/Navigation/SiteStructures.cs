using System.Data.Common;
using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Livelihood.Content.Publication;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Livelihood.Content.Navigation;

/// <summary>The structure that was read last, for all requests.</summary>
public sealed class KnownStructure
{
    /// <summary>The structure, or null before the first reading.</summary>
    public SiteStructure? Value { get; set; }
}

/// <summary>
/// Gives the site's structure, which every page needs: a request asks for one number by its key, and reads columns and
/// menus anew only where that number has changed. The number changes within the transaction of each change, so that
/// every process sees it at once and none too early.
/// </summary>
public sealed class SiteStructures(PortalDbContext db, KnownStructure known, ILogger<SiteStructures> log)
{
    private const string StampName = "site-structure";

    private SiteStructure? _current;

    /// <summary>The structure now.</summary>
    public async Task<SiteStructure> CurrentAsync(CancellationToken cancellation = default)
    {
        if (_current is not null)
        {
            return _current;
        }

        var stamp = await db.Set<Sequence>().Where(s => s.Name == StampName).Select(s => s.Value).FirstOrDefaultAsync(cancellation);
        if (known.Value?.Stamp == stamp)
        {
            return _current = known.Value;
        }

        _current = await ReadAsync(stamp, cancellation);
        if (db.Database.CurrentTransaction is null)
        {
            known.Value = _current; // within a transaction it may be rolled back yet
        }

        return _current;
    }

    /// <summary>The structure now; while the database cannot be read, the one known last. For what surrounds every page, error pages too.</summary>
    public async Task<SiteStructure> CurrentOrKnownAsync()
    {
        try
        {
            return await CurrentAsync();
        }
        catch (Exception failure) when (failure is DbException or InvalidOperationException)
        {
            log.LogWarning(failure, "Columns and menus cannot be read; pages show those known last.");
            return known.Value ?? SiteStructure.Empty;
        }
    }

    /// <summary>Saves what changed in columns or menus, and lets everybody read them anew once it is committed.</summary>
    public async Task SaveChangesAsync(CancellationToken cancellation = default)
    {
        await using var unit = await db.BeginUnitAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        await db.NextNumberAsync(StampName, cancellation);
        await unit.CommitAsync(cancellation);
        _current = null;
    }

    internal async Task ForgetAsync(CancellationToken cancellation)
    {
        await db.NextNumberAsync(StampName, cancellation);
        _current = null;
    }

    private async Task<SiteStructure> ReadAsync(long stamp, CancellationToken cancellation)
    {
        var columns = await db.Set<Column>().AsNoTracking().ToListAsync(cancellation);
        var menus = await db.Set<NavigationMenu>().AsNoTracking().ToListAsync(cancellation);
        var ids = menus.SelectMany(m => m.Entries).Where(e => e.Kind == MenuTarget.Item).Select(e => e.Target).ToList();
        var paths = await db.Set<ContentVersion>().Where(v => v.Published && ids.Contains(v.ItemId))
            .Select(v => new { v.ItemId, v.Item.Path }).ToDictionaryAsync(v => v.ItemId, v => v.Path, cancellation);
        return new(stamp, new(columns), menus, paths);
    }
}

/// <summary>Reads the menus anew where an item that one leads to is published or withdrawn.</summary>
internal sealed class MenuItemWatch(SiteStructures structures) : IContentHandler
{
    public Task PublishedAsync(PublishedContent content, CancellationToken cancellation) => ChangedAsync(content.Id, cancellation);

    public Task WithdrawnAsync(string itemId, CancellationToken cancellation) => ChangedAsync(itemId, cancellation);

    private async Task ChangedAsync(string itemId, CancellationToken cancellation)
    {
        var structure = await structures.CurrentAsync(cancellation);
        if (structure.Menus.Exists(m => m.Entries.Exists(e => e.Kind == MenuTarget.Item && e.Target == itemId)))
        {
            await structures.ForgetAsync(cancellation);
        }
    }
}

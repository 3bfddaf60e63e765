using System.Collections.Immutable;
using Livelihood.Content.Columns;
using Livelihood.Content.Items;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Navigation;

/// <summary>Changes menus: checked, audited, never over another's change.</summary>
public sealed class MenuEditor(PortalDbContext db, SiteAddresses addresses, SiteStructures structures, IAuditTrail audit)
{
    /// <summary>A menu as it is now; without entries where nobody has made it yet.</summary>
    public async Task<NavigationMenu> FindAsync(string name, CancellationToken cancellation = default) =>
        await db.Set<NavigationMenu>().AsNoTracking().FirstOrDefaultAsync(m => m.Name == name, cancellation) ?? new() { Name = name };

    /// <summary>Adds an entry, or changes the one of the same id.</summary>
    /// <exception cref="ContentRefusedException">A rule is broken, the target is not there, or somebody else wrote meanwhile.</exception>
    public async Task PutAsync(string name, int revision, MenuEntry entry, CancellationToken cancellation = default)
    {
        var menu = await FindAsync(name, cancellation);
        var entries = MenuRules.With(menu.Entries, entry);
        await CheckTargetAsync(entry, cancellation);
        await SaveAsync(name, revision, entries, cancellation);
    }

    /// <summary>Moves an entry one place up or down among those beside it.</summary>
    /// <exception cref="ContentRefusedException">The entry is gone, or somebody else wrote meanwhile.</exception>
    public async Task MoveAsync(string name, int revision, string entryId, bool up, CancellationToken cancellation = default)
    {
        var entries = (await FindAsync(name, cancellation)).Entries;
        await SaveAsync(name, revision, SiblingOrder.Move(entries, Existing(entries, entryId), up, e => e.ParentId), cancellation);
    }

    /// <summary>Deletes an entry.</summary>
    /// <exception cref="ContentRefusedException">Entries stand below it, it is gone, or somebody else wrote meanwhile.</exception>
    public async Task DeleteAsync(string name, int revision, string entryId, CancellationToken cancellation = default)
    {
        var entries = (await FindAsync(name, cancellation)).Entries;
        await SaveAsync(name, revision, MenuRules.Without(entries, Existing(entries, entryId)), cancellation);
    }

    /// <summary>Sets all entries of a menu at once, as a recipe does; nothing where it has them already.</summary>
    /// <exception cref="ContentRefusedException">A rule is broken or a target is not there.</exception>
    public async Task SetAsync(string name, IReadOnlyList<MenuEntry> entries, CancellationToken cancellation = default)
    {
        var checkedEntries = ImmutableList<MenuEntry>.Empty;
        foreach (var entry in entries)
        {
            checkedEntries = MenuRules.With(checkedEntries, entry);
            await CheckTargetAsync(entry, cancellation);
        }

        await SaveAsync(name, (await FindAsync(name, cancellation)).Revision, checkedEntries, cancellation);
    }

    private async Task SaveAsync(string name, int revision, ImmutableList<MenuEntry> entries, CancellationToken cancellation)
    {
        var menu = await db.Set<NavigationMenu>().FirstOrDefaultAsync(m => m.Name == name, cancellation);
        if ((menu?.Revision ?? 0) != revision)
        {
            throw new ContentConflictException();
        }

        if (menu is null)
        {
            menu = new() { Name = name };
            db.Add(menu);
        }
        else if (menu.Entries.SequenceEqual(entries))
        {
            return;
        }

        menu.Entries = entries;
        menu.Revision++;
        audit.Record("navigation.changed", nameof(NavigationMenu), name, new { Entries = entries.Select(e => new { e.Text, e.Target }) });
        try
        {
            await structures.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ContentConflictException();
        }
    }

    private async Task CheckTargetAsync(MenuEntry entry, CancellationToken cancellation)
    {
        var (isThere, field, message) = entry.Kind switch
        {
            MenuTarget.Column => (await db.Set<Column>().AnyAsync(c => c.Id == entry.Target, cancellation), "ColumnId", "所选的栏目已经不在了，请重新选择。"),
            MenuTarget.Item => (
                await db.Set<ContentVersion>().AnyAsync(v => v.Published && v.ItemId == entry.Target, cancellation), "ItemId",
                "所选的页面没有发布，请重新选择。"),
            _ => (
                !MenuRules.Address(entry.Target).StartsWith('/') || await addresses.ExistsAsync(entry.Target, cancellation), "Address",
                $"本站没有“{entry.Target}”这个页面。请检查地址。"),
        };
        if (!isThere)
        {
            throw new FieldRefusedException(field, message);
        }
    }

    private static MenuEntry Existing(ImmutableList<MenuEntry> entries, string id) =>
        entries.Find(e => e.Id == id) ?? throw new ContentRefusedException("这一条导航已经不在了，可能被他人删除。");
}

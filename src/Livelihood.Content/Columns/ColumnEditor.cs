using System.Collections.Immutable;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Navigation;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Columns;

/// <summary>Changes columns: checked, audited, never over another's change.</summary>
public sealed class ColumnEditor(
    PortalDbContext db, IAgencyDirectory agencies, TaxonomyTerms taxonomies, FieldFilters filters, SiteAddresses addresses,
    SiteStructures structures, IAuditTrail audit)
{
    /// <summary>All columns, tracked, with those that another writer just made.</summary>
    public async Task<IReadOnlyList<Column>> AllAsync(CancellationToken cancellation = default) =>
        await db.Set<Column>().OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(cancellation);

    /// <summary>Adds a column as the last beside its siblings.</summary>
    /// <exception cref="ContentRefusedException">The edit breaks a rule.</exception>
    public async Task<Column> AddAsync(string? id, ColumnEdit edit, CancellationToken cancellation = default)
    {
        var all = await AllAsync(cancellation);
        var column = new Column { Id = id ?? ContentId.New(), Name = "", Slug = "", Revision = 1 };
        await CheckAsync(column, edit, all, cancellation);
        column.Order = all.Where(c => c.ParentId == edit.ParentId).Select(c => c.Order + 1).DefaultIfEmpty(0).Max();
        edit.WriteTo(column);
        db.Add(column);
        await SaveAsync(column, "column.added", cancellation);
        return column;
    }

    /// <summary>Changes a column; false where the edit says what it says already.</summary>
    /// <exception cref="ContentRefusedException">A rule is broken, the column is gone, or somebody else wrote meanwhile.</exception>
    public async Task<bool> ChangeAsync(string id, int revision, ColumnEdit edit, CancellationToken cancellation = default)
    {
        var all = await AllAsync(cancellation);
        var column = Existing(all, id, revision);
        await CheckAsync(column, edit, all, cancellation);
        if (edit.Equals(ColumnEdit.Of(column)))
        {
            return false;
        }

        if (column.ParentId != edit.ParentId)
        {
            column.Order = all.Where(c => c.ParentId == edit.ParentId).Select(c => c.Order + 1).DefaultIfEmpty(0).Max();
        }

        edit.WriteTo(column);
        column.Revision++;
        await SaveAsync(column, "column.changed", cancellation);
        return true;
    }

    /// <summary>Moves a column one place up or down among those beside it.</summary>
    /// <exception cref="ContentRefusedException">The column is gone.</exception>
    public async Task MoveAsync(string id, bool up, CancellationToken cancellation = default)
    {
        var all = (await AllAsync(cancellation)).ToImmutableList();
        var column = Existing(all, id, revision: null);
        var moved = SiblingOrder.Move(all, column, up, c => c.ParentId);
        if (ReferenceEquals(moved, all))
        {
            return;
        }

        foreach (var (at, beside) in moved.Where(c => c.ParentId == column.ParentId).Index())
        {
            beside.Order = at;
        }

        await SaveAsync(column, "column.moved", cancellation);
    }

    /// <summary>Deletes a column. What it showed stays published.</summary>
    /// <exception cref="ContentRefusedException">Columns stand below it, a menu leads to it, or somebody else wrote meanwhile.</exception>
    public async Task DeleteAsync(string id, int revision, CancellationToken cancellation = default)
    {
        var all = await AllAsync(cancellation);
        var column = Existing(all, id, revision);
        if (all.FirstOrDefault(c => c.ParentId == id) is { } below)
        {
            throw new ContentRefusedException($"下面还有栏目“{below.Name}”。请先移走或者删除它。");
        }

        if ((await structures.CurrentAsync(cancellation)).Menus.Exists(m => m.Entries.Exists(e => e.Kind == MenuTarget.Column && e.Target == id)))
        {
            throw new ContentRefusedException("导航里还有这个栏目。请先从导航中删除它。");
        }

        db.Remove(column);
        await SaveAsync(column, "column.deleted", cancellation);
    }

    private async Task SaveAsync(Column column, string action, CancellationToken cancellation)
    {
        audit.Record(action, nameof(Column), column.Id, new { column.Name, column.Slug, column.ParentId, Selection = column.Selection.ToString() });
        try
        {
            await structures.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ContentConflictException();
        }
    }

    private static Column Existing(IEnumerable<Column> all, string id, int? revision)
    {
        var column = all.FirstOrDefault(c => c.Id == id) ?? throw new ContentRefusedException("这个栏目已经不在了，可能被他人删除。");
        return revision is null || column.Revision == revision ? column : throw new ContentConflictException();
    }

    private async Task CheckAsync(Column column, ColumnEdit edit, IReadOnlyList<Column> all, CancellationToken cancellation)
    {
        ColumnRules.Check(column, edit, all);
        var selection = edit.Selection;
        var types = await db.Set<ContentTypeDefinition>().Select(t => t.Name).ToListAsync(cancellation);
        var known = (await agencies.AllAsync(cancellation)).Select(a => a.Id);
        var categories = (await taxonomies.TreeAsync(TaxonomyTerms.Categories, cancellation))?.Lines.Select(l => l.Term.Alias) ?? [];
        var topics = (await taxonomies.TreeAsync(TaxonomyTerms.Topics, cancellation))?.Lines.Select(l => l.Term.Alias) ?? [];
        var values = (await filters.AllAsync(cancellation)).SelectMany(f => f.Options.Select(o => $"{f.Field}={o}"));
        var placed = await db.Set<ContentItem>().Where(i => selection.Placed.Contains(i.Id)).Select(i => i.Id).ToListAsync(cancellation);
        Known(nameof(selection.Types), "内容类型", selection.Types, types);
        Known(nameof(selection.Agencies), "机关", selection.Agencies, known);
        Known(nameof(selection.Categories), "公开类别", selection.Categories, categories);
        Known(nameof(selection.Topics), "主题分类", selection.Topics, topics);
        Known(nameof(selection.Values), "字段的值", selection.Values, values);
        Known(nameof(selection.Placed), "编号的内容", selection.Placed, placed);
        if (edit.Address is { } address && !await addresses.ExistsAsync(address, cancellation))
        {
            throw new FieldRefusedException(nameof(edit.Address), $"本站没有“{address}”这个页面。请检查地址。");
        }
    }

    private static void Known(string field, string what, IReadOnlyList<string> given, IEnumerable<string?> known)
    {
        if (given.Except(known).FirstOrDefault() is { } other)
        {
            throw new FieldRefusedException(field, $"没有“{other}”这个{what}。请重新选择。");
        }
    }
}

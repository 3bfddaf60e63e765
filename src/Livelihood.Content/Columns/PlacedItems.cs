using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Columns;

/// <summary>Turns the addresses that editors write into the ids that a column keeps, and back.</summary>
public sealed class PlacedItems(PortalDbContext db)
{
    /// <summary>The ids of the published items at these addresses, one a line, in order and each once.</summary>
    /// <exception cref="FieldRefusedException">An address has no published item.</exception>
    public async Task<IReadOnlyList<string>> IdsAsync(string? addresses, CancellationToken cancellation = default)
    {
        var paths = (addresses ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (paths.Count > ColumnRules.MostPlaced)
        {
            throw new FieldRefusedException("Placed", $"手工放置的内容不能超过{ColumnRules.MostPlaced}条。");
        }

        var found = await db.Set<CatalogueEntry>().Where(e => paths.Contains(e.Path)).Select(e => new { e.Path, e.ItemId })
            .ToDictionaryAsync(e => e.Path, e => e.ItemId, cancellation);
        return paths.Find(p => !found.ContainsKey(p)) is { } missing
            ? throw new FieldRefusedException("Placed", $"“{missing}”没有已发布的内容。请从内容的页面复制地址，例如 /notices/how-to-request。")
            : [.. paths.Select(p => found[p])];
    }

    /// <summary>The addresses of these items, in order; of those no longer published, the id.</summary>
    public async Task<IReadOnlyList<string>> PathsAsync(IReadOnlyList<string> ids, CancellationToken cancellation = default)
    {
        var found = await db.Set<ContentItem>().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Path })
            .ToDictionaryAsync(i => i.Id, i => i.Path, cancellation);
        return [.. ids.Select(id => found.GetValueOrDefault(id, id))];
    }
}

using Livelihood.Content.Catalogue;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Relations;

/// <summary>A relation as one of its two items sees it.</summary>
/// <param name="Kind">What the item that states it does.</param>
/// <param name="IsStated">Whether the item looked at states it; otherwise the other one does.</param>
/// <param name="Other">The other item.</param>
public sealed record RelationLine(RelationKind Kind, bool IsStated, CatalogueEntry Other)
{
    /// <summary>The Chinese heading under which the other item is shown.</summary>
    public string Label => (Kind, IsStated) switch
    {
        (RelationKind.Amends, true) => "修改的文件",
        (RelationKind.Amends, false) => "被以下文件修改",
        (RelationKind.Repeals, true) => "废止的文件",
        (RelationKind.Repeals, false) => "被以下文件废止",
        (RelationKind.ReplacedBy, true) => "被以下文件取代",
        (RelationKind.ReplacedBy, false) => "取代的文件",
        (RelationKind.Interprets, true) => "解读的文件",
        _ => "相关解读",
    };

    /// <summary>Whether the item looked at no longer holds because of the other.</summary>
    public bool IsSuccessor => (Kind, IsStated) is (RelationKind.ReplacedBy, true) or (RelationKind.Repeals, false);
}

/// <summary>Reads the relations of an item, both ways, to items that are published.</summary>
public sealed class ItemRelations(PortalDbContext db)
{
    /// <summary>The relations, by kind; the newest other items first. One query over two indexes.</summary>
    public async Task<IReadOnlyList<RelationLine>> OfAsync(string itemId, CancellationToken cancellation = default)
    {
        var entries = db.Set<CatalogueEntry>().AsNoTracking();
        var stated = from relation in db.Set<ContentRelation>()
                     where relation.FromId == itemId
                     join other in entries on relation.ToId equals other.ItemId
                     select new { relation.Kind, IsStated = true, Other = other };
        var told = from relation in db.Set<ContentRelation>()
                   where relation.ToId == itemId
                   join other in entries on relation.FromId equals other.ItemId
                   select new { relation.Kind, IsStated = false, Other = other };
        var found = await stated.Concat(told).ToListAsync(cancellation);
        return
        [
            .. found.OrderBy(r => r.Kind).ThenByDescending(r => r.IsStated).ThenByDescending(r => r.Other.Date)
                .Select(r => new RelationLine(r.Kind, r.IsStated, r.Other)),
        ];
    }
}

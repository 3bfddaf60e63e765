using Livelihood.Content.Catalogue;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Relations;

/// <summary>The validity of documents today, for lists and pages alike.</summary>
public sealed class ValidityMarks(PortalDbContext db, ChinaClock clock)
{
    private const int MostRelations = 5000;

    private static readonly RelationKind[] Changes = [RelationKind.Amends, RelationKind.Repeals];

    /// <summary>The marks by item: one query for a whole list, of at most some hundred lines.</summary>
    public async Task<IReadOnlyDictionary<string, ValidityMark>> OfAsync(IEnumerable<CatalogueEntry> list, CancellationToken cancellation = default)
    {
        var lines = list.DistinctBy(e => e.ItemId).ToList();
        var ids = lines.ConvertAll(e => e.ItemId);
        if (ids.Count == 0)
        {
            return new Dictionary<string, ValidityMark>();
        }

        var entries = db.Set<CatalogueEntry>().AsNoTracking();
        var told = from relation in db.Set<ContentRelation>()
                   where ids.Contains(relation.ToId) && Changes.Contains(relation.Kind)
                   join other in entries on relation.FromId equals other.ItemId
                   select new { ItemId = relation.ToId, relation.Kind, IsStated = false, Other = other };
        var stated = from relation in db.Set<ContentRelation>()
                     where ids.Contains(relation.FromId) && relation.Kind == RelationKind.ReplacedBy
                     join other in entries on relation.ToId equals other.ItemId
                     select new { ItemId = relation.FromId, relation.Kind, IsStated = true, Other = other };
        var found = (await told.Concat(stated).OrderBy(r => r.ItemId).Take(MostRelations).ToListAsync(cancellation)).ToLookup(r => r.ItemId, StringComparer.Ordinal);
        return lines.ToDictionary(
            e => e.ItemId,
            e => ValidityMark.Of(e.Validity, e.EffectiveOn, e.RepealedOn, found[e.ItemId].Select(r => new RelationLine(r.Kind, r.IsStated, r.Other)), clock.Today),
            StringComparer.Ordinal);
    }
}

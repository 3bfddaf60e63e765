using Livelihood.Content.Catalogue;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Columns;

/// <summary>Finds the column that a published item belongs to.</summary>
public sealed class ItemColumns(PortalDbContext db, IAgencyDirectory agencies)
{
    /// <summary>The columns that lead to the item, the highest first; empty where no column shows it.</summary>
    public async Task<IReadOnlyList<Column>> WayToAsync(ContentVersion version, ColumnTree tree, CancellationToken cancellation = default)
    {
        var all = await agencies.AllAsync(cancellation);
        var line = all.FirstOrDefault(a => a.Id == version.Item.AgencyId)?.LineFrom(all).Select(a => a.Id) ?? [version.Item.AgencyId];
        var asksValues = tree.Lines.Exists(l => l.Column.Selection.Values.Count > 0);
        var values = asksValues
            ? await db.Set<FieldValue>().Where(f => f.ItemId == version.ItemId && f.Scope == FieldScope.Published)
                .Select(f => f.Field + "=" + f.Value).ToListAsync(cancellation)
            : [];
        var facts = new ItemFacts(
            version.ItemId, version.Item.Type, [.. line], version.Part<DisclosureRecordPart>()?.Category,
            version.Part<OfficialDocumentPart>()?.Topic, values);
        return tree.HomeOf(facts) is { } column ? tree.WayTo(column) : [];
    }
}

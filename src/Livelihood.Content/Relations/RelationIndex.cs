using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Relations;

/// <summary>Keeps the relations of published items, in the transaction of their publication.</summary>
internal sealed class RelationIndex(PortalDbContext db) : IContentHandler
{
    public async Task PublishedAsync(PublishedContent content, CancellationToken cancellation)
    {
        var stated = Of(content.Version.Parts).Where(r => r.ToId != content.Id).ToHashSet();
        var kept = await db.Set<ContentRelation>().Where(r => r.FromId == content.Id).ToListAsync(cancellation);
        db.RemoveRange(kept.Where(r => !stated.Contains((r.Kind, r.ToId))));
        db.AddRange(stated.Except(kept.Select(r => (r.Kind, r.ToId)))
            .Select(r => new ContentRelation { FromId = content.Id, Kind = r.Kind, ToId = r.ToId }));
        await db.SaveChangesAsync(cancellation);
    }

    public Task WithdrawnAsync(string itemId, CancellationToken cancellation) =>
        db.Set<ContentRelation>().Where(r => r.FromId == itemId).ExecuteDeleteAsync(cancellation);

    /// <summary>
    /// What a version states in its <see cref="RelationsPart"/>, and in fields that pick items and bear a relation's name,
    /// as an interpretation's <c>Interprets</c> does.
    /// </summary>
    public static IEnumerable<(RelationKind Kind, string ToId)> Of(ContentData data)
    {
        var part = data.Get<RelationsPart>() ?? new();
        var picked = from kind in Enum.GetValues<RelationKind>()
                     from name in data.PartNames
                     from id in data.Get(name)?[kind.ToString()] is JsonObject field && field["ContentItemIds"] is JsonArray ids ? ids : []
                     where id is not null
                     select (kind, id.ToString());
        return picked
            .Concat(part.Amends.Select(id => (RelationKind.Amends, id)))
            .Concat(part.Repeals.Select(id => (RelationKind.Repeals, id)))
            .Concat(part.ReplacedBy.Select(id => (RelationKind.ReplacedBy, id)))
            .Concat(part.Interprets.Select(id => (RelationKind.Interprets, id)));
    }
}

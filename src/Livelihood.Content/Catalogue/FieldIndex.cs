using System.Globalization;
using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Catalogue;

/// <summary>Keeps <see cref="FieldValue"/> in step with an item's versions, in the transaction of what changed them.</summary>
internal sealed class FieldIndex(PortalDbContext db, ContentDefinitions definitions)
{
    /// <summary>Replaces the item's values of one scope by those of the version; the caller saves.</summary>
    public async Task WriteAsync(ContentVersion version, FieldScope scope, DateOnly date, CancellationToken cancellation)
    {
        var old = await db.Set<FieldValue>().Where(f => f.ItemId == version.ItemId && f.Scope == scope).ToListAsync(cancellation);
        var type = version.Item.Type;
        var values = ValuesOf(version.Parts, await definitions.FieldPartsAsync(type, cancellation)).ToHashSet();
        foreach (var gone in old.Where(o => o.Date != date || !values.Contains((o.Field, o.Value))))
        {
            db.Remove(gone);
        }

        var kept = old.Where(o => db.Entry(o).State != EntityState.Deleted).Select(o => (o.Field, o.Value)).ToHashSet();
        var added = values.Except(kept).Select(v => new FieldValue
        {
            ItemId = version.ItemId, Scope = scope, Type = type, Field = v.Field, Value = v.Value, Date = date,
        });
        foreach (var value in added)
        {
            // A row that only changes its date is the same row: its key is what it says.
            if (old.Find(o => o.Field == value.Field && o.Value == value.Value) is { } same)
            {
                db.Entry(same).State = EntityState.Detached;
                db.Entry(value).State = EntityState.Modified;
            }
            else
            {
                db.Add(value);
            }
        }
    }

    /// <summary>Removes the item's values of the public's scope.</summary>
    public Task RemovePublishedAsync(string itemId, CancellationToken cancellation) =>
        db.Set<FieldValue>().Where(f => f.ItemId == itemId && f.Scope == FieldScope.Published).ExecuteDeleteAsync(cancellation);

    /// <summary>The values worth filtering by, without doubles.</summary>
    public static IEnumerable<(string Field, string Value)> ValuesOf(
        ContentData data, IReadOnlyList<(TypePart Use, ContentPartDefinition Part)> parts) =>
        from part in parts
        let content = data.Get(part.Use.Name)
        where content is not null
        from field in part.Part.Fields
        where ContentFields.IsFilter(field) && content[field.Name] is JsonObject
        from value in ValuesIn((JsonObject)content[field.Name]!)
        where value.Length > 0
        select ($"{part.Use.Name}.{field.Name}", value.Length > FieldValue.MaxLength ? value[..FieldValue.MaxLength] : value);

    /// <summary>The values in a field's data.</summary>
    public static IEnumerable<string> ValuesIn(JsonObject? field) =>
        (field?["Value"] ?? field?["Text"] ?? field?["ContentItemIds"] ?? field?["TermContentItemIds"]) switch
        {
            JsonArray many => many.OfType<JsonNode>().Select(Text),
            JsonNode one => [Text(one)],
            _ => [],
        };

    private static string Text(JsonNode node) => node is JsonValue value && value.TryGetValue(out string? text)
        ? DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text[..10] : text
        : node.ToJsonString();
}

using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Data;
using Livelihood.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Editing.Comparison;

/// <summary>A field's value as a person reads it.</summary>
/// <param name="Key">Part and member, such as <c>TitlePart.Title</c>.</param>
/// <param name="Label">What the form calls it.</param>
/// <param name="Text">The value; lines end with a line feed.</param>
public sealed record ReadableField(string Key, string Label, string Text);

/// <summary>Turns the data of versions into labelled text: enumerations, categories, terms and items by their names.</summary>
public sealed class ReadableFields(ContentDefinitions definitions, TaxonomyTerms taxonomies, PortalDbContext db)
{
    /// <summary>The fields that have a value, in the order of the type.</summary>
    public async Task<IReadOnlyList<ReadableField>> OfAsync(string type, ContentData data, CancellationToken cancellation = default)
    {
        var definition = await definitions.TypeAsync(type, cancellation);
        var labels = (await definitions.FieldPartsAsync(type, cancellation))
            .SelectMany(p => p.Part.Fields.Select((f, place) => (Key: $"{p.Use.Name}.{f.Name}", f.Label, Place: place)))
            .ToDictionary(f => f.Key, StringComparer.Ordinal);
        var parts = (definition?.Parts.Select(p => p.Name) ?? []).Union(data.PartNames, StringComparer.Ordinal).ToList();
        var titles = await TitlesAsync(parts.Select(data.Get).OfType<JsonObject>(), cancellation);
        var fields = new List<ReadableField>();
        foreach (var part in parts)
        {
            // Data is stored in order of name.
            foreach (var (member, value) in (data.Get(part) ?? []).OrderBy(m => PlaceOf($"{part}.{m.Key}")))
            {
                var key = $"{part}.{member}";
                var text = value is null ? "" : await TextOfAsync(key, value, titles, cancellation);
                if (text.Length > 0)
                {
                    fields.Add(new(key, labels.TryGetValue(key, out var field) ? field.Label : FieldNames.Of(part, member), text));
                }
            }
        }

        return fields;

        int PlaceOf(string key) => labels.TryGetValue(key, out var field) ? field.Place : FieldNames.PlaceOf(key);
    }

    private async Task<string> TextOfAsync(string key, JsonNode value, IReadOnlyDictionary<string, string> titles, CancellationToken cancellation) => key switch
    {
        "DisclosureRecordPart.Category" => await taxonomies.NameOfAsync(TaxonomyTerms.Categories, value.ToString(), cancellation) ?? "",
        "DisclosureRecordPart.Attribute" when Enum.TryParse<DisclosureAttribute>(value.ToString(), out var attribute) => attribute.Text(),
        "OfficialDocumentPart.Validity" when Enum.TryParse<Validity>(value.ToString(), out var validity) => validity.Text(),
        "PublishLaterPart.ScheduledPublishUtc" when DateTimeOffset.TryParse(value.ToString(), out var at) => ChinaClock.Text(at),
        _ => Plain(value, titles),
    };

    private static string Plain(JsonNode value, IReadOnlyDictionary<string, string> titles) => value switch
    {
        // Of a term the taxonomy's own id says nothing to a person.
        JsonObject field => string.Join('\n', field.Where(m => m.Value is not null && m.Key is not "TaxonomyContentItemId")
            .Select(m => Plain(m.Value!, titles)).Where(t => t.Length > 0)),
        JsonArray list => string.Join('\n', list.OfType<JsonNode>().Select(v => Plain(v, titles))),
        _ => titles.GetValueOrDefault(value.ToString()) ?? FieldText.Of(value),
    };

    // The names of all items and terms that are referred to, in two queries.
    private async Task<IReadOnlyDictionary<string, string>> TitlesAsync(IEnumerable<JsonObject> parts, CancellationToken cancellation)
    {
        var ids = parts.SelectMany(Texts).Where(t => t.Length == ContentId.Length && t.All(char.IsAsciiLetterOrDigit)).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return new Dictionary<string, string>();
        }

        var titles = await db.Set<ContentItem>().AsNoTracking().Where(i => ids.Contains(i.Id))
            .ToDictionaryAsync(i => i.Id, i => i.Title, cancellation);
        var trees = await db.Set<ContentVersion>().AsNoTracking().Where(v => v.Latest && ids.Contains(v.ItemId) && v.Item.Type == "Taxonomy").ToListAsync(cancellation);
        foreach (var line in trees.Select(v => v.Part<TaxonomyPart>()).OfType<TaxonomyPart>().SelectMany(p => TaxonomyTree.Of(p).Lines))
        {
            titles.TryAdd(line.Term.ContentItemId, line.Term.DisplayText);
        }

        return titles;
    }

    private static IEnumerable<string> Texts(JsonNode node) => node switch
    {
        JsonObject o => o.Select(m => m.Value).OfType<JsonNode>().SelectMany(Texts),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };
}

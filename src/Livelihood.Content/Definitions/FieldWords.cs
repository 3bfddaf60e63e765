using System.Text.Json.Nodes;
using Livelihood.Content.Catalogue;
using Livelihood.Content.Editing;
using Livelihood.Content.Items;
using Livelihood.Content.Rendering;
using Livelihood.Content.Taxonomies;
using Livelihood.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Livelihood.Content.Definitions;

/// <summary>Puts the values of fields into the words that people read: options, terms, titles of items, dates, 是 and 否.</summary>
public sealed class FieldWords(PortalDbContext db, TaxonomyTerms taxonomies)
{
    /// <summary>What can be chosen in the field, by value; empty where it is typed.</summary>
    public async Task<IReadOnlyList<Choice>> ChoicesAsync(PartField field, CancellationToken cancellation = default) => field.FieldName switch
    {
        "TextField" => [.. (Settings(field)?["TextFieldPredefinedListEditorSettings"]?["Options"] as JsonArray ?? [])
            .Select(o => new Choice((string?)o?["value"] ?? "", (string?)o?["name"] ?? (string?)o?["value"] ?? ""))],
        "BooleanField" => [new("true", "是"), new("false", "否")],
        "TaxonomyField" => [.. ((await TreeAsync(field, cancellation))?.Lines ?? []).Select(l => new Choice(l.Term.ContentItemId, l.Term.DisplayText, Depth: l.Depth))],
        _ => [],
    };

    /// <summary>Values of a field, as <see cref="FieldValue"/> keeps them, in words. Of items only published titles are told.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(
        PartField field, IReadOnlyCollection<string> values, CancellationToken cancellation = default)
    {
        if (field.FieldName == "ContentPickerField")
        {
            var titles = await db.Set<CatalogueEntry>().Where(e => values.Contains(e.ItemId)).ToDictionaryAsync(e => e.ItemId, e => e.Title, cancellation);
            return values.Where(titles.ContainsKey).ToDictionary(v => v, v => titles[v], StringComparer.Ordinal);
        }

        var names = (await ChoicesAsync(field, cancellation)).ToDictionary(c => c.Value, c => c.Text, StringComparer.Ordinal);
        return values.Distinct(StringComparer.Ordinal).ToDictionary(v => v, v => names.GetValueOrDefault(v) ?? FieldText.Of(JsonValue.Create(v)), StringComparer.Ordinal);
    }

    /// <summary>A field's data in words; null where it has none.</summary>
    public async Task<string?> TextOfAsync(PartField field, JsonObject? data, CancellationToken cancellation = default)
    {
        var values = FieldIndex.ValuesIn(data).Where(v => v.Length > 0).ToList();
        if (values.Count == 0)
        {
            return null;
        }

        var names = await NamesAsync(field, values, cancellation);
        var told = values.Where(names.ContainsKey).Select(v => names[v]).ToList();
        return told.Count == 0 ? null : string.Join("、", told);
    }

    private Task<TaxonomyTree?> TreeAsync(PartField field, CancellationToken cancellation) =>
        taxonomies.TreeOfAsync((string?)Settings(field)?["TaxonomyFieldSettings"]?["TaxonomyContentItemId"] ?? "", cancellation);

    private static JsonNode? Settings(PartField field) => JsonNode.Parse(field.Settings);
}

using System.Text.Json.Nodes;
using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Validation;
using Microsoft.AspNetCore.Http;

namespace Livelihood.Content.Editing;

/// <summary>
/// Makes the form of an item from its type's definition, and reads it. A part or field without an editor is not shown,
/// and keeps its data; so does one in which nobody typed.
/// </summary>
public sealed class ItemForms(ContentDefinitions definitions, ItemValidation validation, IEnumerable<IEditor> editors)
{
    private readonly Dictionary<string, IEditor> _editors = editors.ToDictionary(e => e.Name, StringComparer.Ordinal);

    /// <summary>The form of an item as it is stored; <paramref name="data"/> is null for a new one.</summary>
    public async Task<ItemForm> OpenAsync(EditorSubject subject, ContentData? data, CancellationToken cancellation = default)
    {
        var views = new List<EditorView>();
        foreach (var place in await PlacesAsync(subject.Type, cancellation))
        {
            // A new item shows what the definition proposes; one that is there shows what it says.
            var stored = StoredAt(place, data);
            var values = _editors[place.Editor].Write(place, data is null ? null : stored ?? (place.Field is null ? null : []));
            views.Add(await ViewAsync(place, subject, values, cancellation));
        }

        return new(subject, views);
    }

    /// <summary>Reads a form that came back.</summary>
    /// <param name="subject">The item.</param>
    /// <param name="posted">The form.</param>
    /// <param name="before">The data that the form was made of; null for a new item.</param>
    /// <param name="cancellation">Ends it early.</param>
    public async Task<ItemFormReading> ReadAsync(
        EditorSubject subject, IFormCollection posted, ContentData? before, CancellationToken cancellation = default)
    {
        var views = new List<EditorView>();
        var problems = new List<ItemProblem>();
        var data = before is null ? [] : JsonNode.Parse(before.ToString())!.AsObject();
        var isSearch = false;
        foreach (var place in await PlacesAsync(subject.Type, cancellation))
        {
            var (editor, reading) = (_editors[place.Editor], new EditorReading(place, subject, posted));
            var stored = StoredAt(place, before);
            var isUntouched = stored is not null && reading.Typed.Says(editor.Write(place, stored));
            var read = await editor.ReadAsync(reading, cancellation);
            Store(data, place, isUntouched ? stored!.DeepClone().AsObject() : read);
            problems.AddRange(reading.Problems);
            isSearch |= reading.IsSearch;
            views.Add(await ViewAsync(place, subject, reading.Typed, cancellation));
        }

        var form = new ItemForm(subject, views);
        var content = new ContentData(data);
        problems.AddRange(await validation.ProblemsAsync(new(subject.Type, content, subject.AgencyId, subject.ItemId), cancellation));
        return new(form, content, [.. problems.DistinctBy(form.InputOf)], isSearch);
    }

    private async Task<IReadOnlyList<EditorPlace>> PlacesAsync(ContentTypeDefinition type, CancellationToken cancellation)
    {
        var fieldParts = (await definitions.FieldPartsAsync(type.Name, cancellation)).ToDictionary(p => p.Use.Name, p => p.Part, StringComparer.Ordinal);
        return [.. type.Parts.SelectMany(part => PlacesOf(part, fieldParts.GetValueOrDefault(part.Name))).Where(p => _editors.ContainsKey(p.Editor))];
    }

    private static IEnumerable<EditorPlace> PlacesOf(TypePart part, ContentPartDefinition? fields) => fields is null
        ? [new(part.Name, part.PartName, part.Name, part)]
        : fields.Fields.Select(field => new EditorPlace($"{part.Name}.{field.Name}", field.FieldName, field.Label, part, field));

    private async Task<EditorView> ViewAsync(EditorPlace place, EditorSubject subject, FormValues values, CancellationToken cancellation)
    {
        var editor = _editors[place.Editor];
        return new(place, subject, editor.MainInput, values, await editor.ChoicesAsync(place, subject, values, cancellation));
    }

    private static JsonObject? StoredAt(EditorPlace place, ContentData? data)
    {
        var part = data?.Get(place.Part.Name);
        return place.Field is null ? part : part?[place.Field.Name] as JsonObject;
    }

    private static void Store(JsonObject data, EditorPlace place, JsonObject? value)
    {
        var name = place.Field?.Name ?? place.Part.Name;
        var owner = place.Field is null ? data : data[place.Part.Name] as JsonObject;
        if (value is null)
        {
            owner?.Remove(name);
            return;
        }

        if (owner is null)
        {
            data[place.Part.Name] = owner = [];
        }

        owner[name] = value;
    }
}

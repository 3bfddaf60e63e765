using System.Text.Json.Nodes;
using Livelihood.Content.Editing.Picking;

namespace Livelihood.Content.Editing.FieldEditors;

/// <summary>Links to other items.</summary>
internal sealed class ContentPickerFieldEditor(ItemPicker picker) : IEditor
{
    /// <summary>The input that holds the items chosen.</summary>
    public const string Ids = "Ids";

    public string Name => "ContentPickerField";

    public string MainInput => PickerInput.Query(Ids);

    /// <summary>The types that may be chosen; empty: all.</summary>
    public static IReadOnlyList<string> TypesOf(EditorPlace place) =>
        [.. (place.Setting("ContentPickerFieldSettings", "DisplayedContentTypes") as JsonArray ?? []).Select(t => (string?)t).OfType<string>()];

    /// <summary>Whether several may be chosen.</summary>
    public static bool IsMultiple(EditorPlace place) => place.Flag("ContentPickerFieldSettings", "Multiple");

    public FormValues Write(EditorPlace place, JsonObject? data) =>
        new((data?["ContentItemIds"] as JsonArray ?? []).Select(id => (Ids, (string?)id)));

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var chosen = PickerInput.Read(reading, Ids, IsMultiple(reading.Place));
        return new(chosen.Count == 0 ? null : new JsonObject { ["ContentItemIds"] = new JsonArray([.. chosen.Select(id => JsonValue.Create(id))]) });
    }

    public async ValueTask<ILookup<string, Choice>> ChoicesAsync(
        EditorPlace place, EditorSubject subject, FormValues values, CancellationToken cancellation) =>
        (await picker.ChoicesAsync(subject, values, Ids, TypesOf(place), cancellation)).ToLookup(_ => Ids);
}

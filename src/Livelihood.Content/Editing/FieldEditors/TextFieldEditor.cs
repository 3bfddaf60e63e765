using System.Text.Json.Nodes;

namespace Livelihood.Content.Editing.FieldEditors;

/// <summary>Text: on a line, on several, or one of a list.</summary>
internal sealed class TextFieldEditor : IEditor
{
    private const string Predefined = "TextFieldPredefinedListEditorSettings";

    public string Name => "TextField";

    public string MainInput => "Text";

    /// <summary>Whether the text has several lines.</summary>
    public static bool IsArea(EditorPlace place) => (string?)place.Setting("ContentPartFieldSettings", "Editor") == "TextArea";

    /// <summary>Whether the text is one of a list.</summary>
    public static bool IsList(EditorPlace place) => place.Setting(Predefined, "Options") is JsonArray;

    public FormValues Write(EditorPlace place, JsonObject? data) =>
        new([("Text", data is null ? (string?)place.Setting(Predefined, "DefaultValue") : (string?)data["Text"])]);

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var text = IsArea(reading.Place) ? reading.Typed.Text("Text") : reading.Typed.Line("Text");
        return new(text.Length == 0 ? null : new JsonObject { ["Text"] = text });
    }

    public ValueTask<ILookup<string, Choice>> ChoicesAsync(
        EditorPlace place, EditorSubject subject, FormValues values, CancellationToken cancellation)
    {
        var options = place.Setting(Predefined, "Options") as JsonArray ?? [];
        var choices = options.Select(o => new Choice((string?)o?["value"] ?? "", (string?)o?["name"] ?? (string?)o?["value"] ?? ""));
        return new(choices.ToLookup(_ => "Text"));
    }
}

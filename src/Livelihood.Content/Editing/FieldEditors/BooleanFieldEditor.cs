using System.Text.Json.Nodes;

namespace Livelihood.Content.Editing.FieldEditors;

/// <summary>Yes or no.</summary>
internal sealed class BooleanFieldEditor : IEditor
{
    public string Name => "BooleanField";

    public string MainInput => "Value";

    public FormValues Write(EditorPlace place, JsonObject? data) =>
        new([("Value", (data is null ? place.Flag("BooleanFieldSettings", "DefaultValue") : (bool?)data["Value"] == true) ? "true" : null)]);

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation) =>
        new(new JsonObject { ["Value"] = reading.Typed.Has("Value", "true") });
}

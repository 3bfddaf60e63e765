using System.Text.Json.Nodes;

namespace Livelihood.Content.Editing.FieldEditors;

/// <summary>A text in Markdown.</summary>
internal sealed class MarkdownFieldEditor : IEditor
{
    public string Name => "MarkdownField";

    public string MainInput => "Markdown";

    public FormValues Write(EditorPlace place, JsonObject? data) => new([("Markdown", (string?)data?["Markdown"])]);

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var text = reading.Typed.Text("Markdown");
        return new(string.IsNullOrWhiteSpace(text) ? null : new JsonObject { ["Markdown"] = text });
    }
}

using System.Text.Json.Nodes;

namespace Livelihood.Content.Editing.PartEditors;

/// <summary>The text.</summary>
internal sealed class MarkdownBodyPartEditor : IEditor
{
    public string Name => "MarkdownBodyPart";

    public string MainInput => "Markdown";

    public FormValues Write(EditorPlace place, JsonObject? data) => new([("Markdown", (string?)data?["Markdown"])]);

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var text = reading.Typed.Text("Markdown");
        return new(string.IsNullOrWhiteSpace(text) ? null : new JsonObject { ["Markdown"] = text });
    }
}

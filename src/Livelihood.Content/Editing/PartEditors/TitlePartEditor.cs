using System.Text.Json.Nodes;

namespace Livelihood.Content.Editing.PartEditors;

/// <summary>The title.</summary>
internal sealed class TitlePartEditor : IEditor
{
    public string Name => "TitlePart";

    public string MainInput => "Title";

    public FormValues Write(EditorPlace place, JsonObject? data) => new([("Title", (string?)data?["Title"])]);

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation) =>
        new(new JsonObject { ["Title"] = reading.Typed.Line("Title") });
}

using System.Text.Json.Nodes;

namespace Livelihood.Content.Editing.PartEditors;

/// <summary>An address of the item's own choice.</summary>
internal sealed class AutoroutePartEditor : IEditor
{
    public string Name => "AutoroutePart";

    public string MainInput => "Path";

    public FormValues Write(EditorPlace place, JsonObject? data) => new([("Path", (string?)data?["Path"])]);

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var path = reading.Typed.Line("Path").Trim('/').ToLowerInvariant();
        return new(path.Length == 0 ? null : new JsonObject { ["Path"] = path });
    }
}

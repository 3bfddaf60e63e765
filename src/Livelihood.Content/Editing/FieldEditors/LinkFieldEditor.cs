using System.Text.Json.Nodes;

namespace Livelihood.Content.Editing.FieldEditors;

/// <summary>A link: an address and the words to show for it.</summary>
internal sealed class LinkFieldEditor : IEditor
{
    public string Name => "LinkField";

    public string MainInput => "Url";

    public FormValues Write(EditorPlace place, JsonObject? data) => new([("Url", (string?)data?["Url"]), ("Text", (string?)data?["Text"])]);

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var (url, text) = (reading.Typed.Line("Url"), reading.Typed.Line("Text"));
        if (url.Length == 0 && text.Length > 0)
        {
            reading.Refuse("Url", $"“{reading.Place.Label}”有文字而没有网址。请填写网址，或者删去文字。");
        }

        return new(url.Length == 0 ? null : text.Length == 0 ? new JsonObject { ["Url"] = url } : new JsonObject { ["Url"] = url, ["Text"] = text });
    }
}

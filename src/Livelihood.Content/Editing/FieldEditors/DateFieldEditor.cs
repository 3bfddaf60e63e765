using System.Text.Json.Nodes;
using Livelihood.Content.Rendering;

namespace Livelihood.Content.Editing.FieldEditors;

/// <summary>A date.</summary>
internal sealed class DateFieldEditor : IEditor
{
    public string Name => "DateField";

    public string MainInput => "Value";

    public FormValues Write(EditorPlace place, JsonObject? data) =>
        new([("Value", (string?)data?["Value"] is { Length: >= 10 } text ? text[..10] : null)]);

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        var text = reading.Typed.Line("Value");
        if (text.Length == 0)
        {
            return new((JsonObject?)null);
        }

        if (DateText.TryRead(text, out var date))
        {
            return new(new JsonObject { ["Value"] = date.Iso() });
        }

        reading.Refuse("Value", $"“{reading.Place.Label}”不是日期。{DateText.Problem}");
        return new((JsonObject?)null);
    }
}

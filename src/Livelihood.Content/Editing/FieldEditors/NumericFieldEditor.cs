using System.Globalization;
using System.Text.Json.Nodes;

namespace Livelihood.Content.Editing.FieldEditors;

/// <summary>A number. Full-width digits and signs, and commas between thousands, are read as well.</summary>
internal sealed class NumericFieldEditor : IEditor
{
    public string Name => "NumericField";

    public string MainInput => "Value";

    public FormValues Write(EditorPlace place, JsonObject? data) =>
        new([("Value", data?["Value"]?.GetValue<decimal>().ToString(CultureInfo.InvariantCulture))]);

    public ValueTask<JsonObject?> ReadAsync(EditorReading reading, CancellationToken cancellation)
    {
        // The full-width forms of ASCII stand 0xFEE0 above it.
        var text = string.Concat(reading.Typed.Line("Value").Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c));
        if (text.Length == 0)
        {
            return new((JsonObject?)null);
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out var number))
        {
            return new(new JsonObject { ["Value"] = number });
        }

        reading.Refuse("Value", $"“{reading.Place.Label}”不是数。请只填数字，例如 1250 或者 43.5。");
        return new((JsonObject?)null);
    }
}

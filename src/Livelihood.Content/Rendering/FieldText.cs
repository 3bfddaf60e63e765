using System.Text.Json;
using System.Text.Json.Nodes;

namespace Livelihood.Content.Rendering;

/// <summary>The value of a field as a reader sees it.</summary>
public static class FieldText
{
    /// <summary>Text as it is, yes and no as 是 and 否, dates as dates, lists joined with 、.</summary>
    public static string Of(JsonNode value) => value switch
    {
        JsonArray list => string.Join("、", list.OfType<JsonNode>().Select(Of)),
        _ when value.GetValueKind() == JsonValueKind.True => "是",
        _ when value.GetValueKind() == JsonValueKind.False => "否",
        _ when DateOnly.TryParseExact(value.ToString(), "yyyy-MM-dd", out var date) => date.Text(),
        _ => value.ToString(),
    };
}

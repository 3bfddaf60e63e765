using System.Globalization;
using System.Text.Json.Nodes;

namespace Livelihood.Content.Definitions;

/// <summary>
/// The kinds of fields that a part can be made of, and what the data of each looks like: Orchard Core's names and shapes,
/// so that content moves to and from a real Orchard site.
/// </summary>
public static class ContentFields
{
    private static readonly Dictionary<string, Func<JsonObject, PartField, string?>> Checks = new(StringComparer.Ordinal)
    {
        ["TextField"] = (data, field) => Members(data, "Text") ?? OneText(data["Text"]) ?? OneOf(data["Text"], field),
        ["MarkdownField"] = (data, _) => Members(data, "Markdown") ?? OneText(data["Markdown"]),
        ["DateField"] = (data, _) => Members(data, "Value") ?? Date(data["Value"]),
        ["NumericField"] = (data, field) => Members(data, "Value") ?? Number(data["Value"], field),
        ["BooleanField"] = (data, _) => Members(data, "Value") ?? (data["Value"] is null || Is<bool>(data["Value"]) ? null : "应当是 true 或 false"),
        ["ContentPickerField"] = (data, _) => Members(data, "ContentItemIds") ?? Texts(data["ContentItemIds"]),
        ["TaxonomyField"] = (data, _) => Members(data, "TaxonomyContentItemId", "TermContentItemIds", "TagNames")
            ?? OneText(data["TaxonomyContentItemId"]) ?? Texts(data["TermContentItemIds"]),
        ["MediaField"] = (data, _) => Members(data, "Paths", "MediaTexts") ?? Texts(data["Paths"]) ?? Texts(data["MediaTexts"]) ?? MediaHasText(data),
        ["LinkField"] = (data, _) => Members(data, "Url", "Text") ?? OneText(data["Url"]) ?? OneText(data["Text"]) ?? SafeUrl(data["Url"]),
    };

    /// <summary>All kinds.</summary>
    public static IReadOnlyCollection<string> Kinds => Checks.Keys;

    /// <summary>What is wrong with the data of a field, in Chinese; null where it is right.</summary>
    public static string? Problem(PartField field, JsonObject data)
        => Checks.TryGetValue(field.FieldName, out var check)
            ? check(data, field) ?? (Required(field) && IsEmpty(data) ? "必须填写" : null)
            : $"没有“{field.FieldName}”这种字段";

    /// <summary>Whether the field must be filled in.</summary>
    public static bool Required(PartField field) => Setting(field, field.FieldName + "Settings", "Required") is JsonValue value && value.TryGetValue(out bool required) && required;

    /// <summary>
    /// Whether lists may be filtered by the field: what is chosen rather than written may, unless
    /// <c>ContentPartFieldSettings.Filter</c> says otherwise.
    /// </summary>
    public static bool IsFilter(PartField field) =>
        Setting(field, "ContentPartFieldSettings", "Filter") is JsonValue said && said.TryGetValue(out bool filter)
            ? filter
            : field.FieldName is "BooleanField" or "DateField" or "NumericField" or "ContentPickerField" or "TaxonomyField"
                || (field.FieldName == "TextField" && Setting(field, "TextFieldPredefinedListEditorSettings", "Options") is JsonArray);

    /// <summary>Whether the console's list of the type shows the field (<c>ContentPartFieldSettings.Column</c>).</summary>
    public static bool IsColumn(PartField field) =>
        Setting(field, "ContentPartFieldSettings", "Column") is JsonValue said && said.TryGetValue(out bool column) && column;

    /// <summary>Whether nothing was filled in.</summary>
    public static bool IsEmpty(JsonObject data) => data.All(m => m.Value switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonValue value => value.TryGetValue(out string? text) && string.IsNullOrWhiteSpace(text),
        _ => false,
    });

    private static string? Members(JsonObject data, params string[] known)
        => data.Select(m => m.Key).FirstOrDefault(k => !known.Contains(k, StringComparer.OrdinalIgnoreCase)) is { } other
            ? $"不认识“{other}”；这里可以有：{string.Join("、", known)}"
            : null;

    private static string? OneText(JsonNode? node) => node is null || Is<string>(node) ? null : "应当是文本";

    private static string? Texts(JsonNode? node)
        => node is null || (node is JsonArray list && list.All(Is<string>)) ? null : "应当是文本的数组";

    private static string? Date(JsonNode? node)
    {
        if (node is null)
        {
            return null;
        }

        return node is JsonValue value && value.TryGetValue(out string? text) && text.Length >= 10
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? null
                : "日期应当写作 2019-04-28 的形式，并且是存在的日期";
    }

    private static string? Number(JsonNode? node, PartField field)
    {
        if (node is null)
        {
            return null;
        }

        if (node is not JsonValue value || !value.TryGetValue(out decimal number))
        {
            return "应当是数";
        }

        if (Limit(field, "Minimum") is { } least && number < least)
        {
            return $"不能小于 {least}";
        }

        if (Limit(field, "Scale") is { } scale && decimal.Round(number, (int)scale) != number)
        {
            return scale == 0 ? "应当是整数" : $"最多有 {scale} 位小数";
        }

        return Limit(field, "Maximum") is { } most && number > most ? $"不能大于 {most}" : null;
    }

    private static decimal? Limit(PartField field, string name)
        => Setting(field, "NumericFieldSettings", name) is JsonValue value && value.TryGetValue(out decimal limit) ? limit : null;

    private static string? OneOf(JsonNode? node, PartField field)
    {
        if (Setting(field, "TextFieldPredefinedListEditorSettings", "Options") is not JsonArray options
            || node is not JsonValue value || !value.TryGetValue(out string? text) || text.Length == 0)
        {
            return null;
        }

        var values = options.Select(o => (string?)o?["value"]).ToList();
        return values.Contains(text, StringComparer.Ordinal) ? null : $"应当是其中之一：{string.Join("、", values)}；现为“{text}”";
    }

    private static string? MediaHasText(JsonObject data)
        => (data["Paths"] as JsonArray)?.Count is > 0 and var paths && (data["MediaTexts"] as JsonArray)?.Count != paths
            ? "每个文件都要在 MediaTexts 里有一段替代文字，看不见图的人靠它"
            : null;

    private static string? SafeUrl(JsonNode? node)
    {
        if (node is not JsonValue value || !value.TryGetValue(out string? text) || text.Length == 0)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is not ("http" or "https" or "mailto" or "tel" or "file")
            ? "网址应当以 http://、https:// 开头，或者是本站的地址"
            : null;
    }

    private static JsonNode? Setting(PartField field, string group, string name) => JsonNode.Parse(field.Settings)?[group]?[name];

    private static bool Is<T>(JsonNode? node) => node is JsonValue value && value.TryGetValue<T>(out _);
}

using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Livelihood.Content.Recipes;

/// <summary>What a JSON path of a recipe says about step and item.</summary>
internal static partial class RecipePath
{
    /// <summary>0-based step, and the list and 0-based index within it, of a path such as <c>$.steps[2].data[0].X</c>.</summary>
    public static (int? Step, (string List, int Index)? Item) StepAndItem(string path)
    {
        var match = StepPattern().Match(path);
        if (!match.Success)
        {
            return (null, null);
        }

        var step = Number(match.Groups["step"]);
        return match.Groups["list"].Success
            ? (step, (match.Groups["list"].Value, Number(match.Groups["item"])))
            : (step, null);
    }

    /// <summary>The path of what contains the given path; empty above the root.</summary>
    public static string Parent(string path)
    {
        var cut = path.EndsWith(']') ? path.LastIndexOf('[') : path.LastIndexOf('.');
        return cut <= 0 ? "" : path[..cut];
    }

    /// <summary>What an entry calls itself: its display text, title, name or id.</summary>
    public static string? NameOf(JsonNode? entry)
    {
        if (entry is not JsonObject item)
        {
            return TextOf(entry);
        }

        return TextOf(item["DisplayText"])
            ?? TextOf((item["TitlePart"] as JsonObject)?["Title"])
            ?? TextOf(item["Title"])
            ?? TextOf(item["Name"])
            ?? TextOf(item["ContentItemId"])
            ?? TextOf(item["Id"]);
    }

    public static string? TextOf(JsonNode? node)
        => node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\$\.steps\[(?<step>\d+)\](?:\.(?<list>\w+)\[(?<item>\d+)\])?", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex StepPattern();
}

using System.Text.Json.Nodes;

namespace Livelihood.Content.Media.Library;

/// <summary>The data of a field of files: paths, and the words beside each.</summary>
public static class MediaFieldFiles
{
    /// <summary>The files in the field's data; empty where there is none.</summary>
    public static IReadOnlyList<ChosenFile> In(JsonObject? data)
    {
        var texts = data?["MediaTexts"] as JsonArray;
        return data?["Paths"] is JsonArray paths
            ? [.. paths.Select((path, i) => new ChosenFile(path?.ToString() ?? "", texts is not null && i < texts.Count ? texts[i]?.ToString() : null)).Where(f => f.Path.Length > 0)]
            : [];
    }

    /// <summary>The field's data with these files.</summary>
    public static JsonObject DataOf(IEnumerable<ChosenFile> files)
    {
        var all = files.ToList();
        return new JsonObject
        {
            ["Paths"] = new JsonArray([.. all.Select(f => JsonValue.Create(f.Path))]),
            ["MediaTexts"] = new JsonArray([.. all.Select(f => JsonValue.Create(f.Text ?? ""))]),
        };
    }
}

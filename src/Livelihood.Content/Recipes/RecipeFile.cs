using System.Text.Json.Nodes;
using Microsoft.Extensions.FileProviders;

namespace Livelihood.Content.Recipes;

/// <summary>A recipe as read from its file, in Orchard Core's JSON shape; nothing is evaluated yet.</summary>
public sealed class RecipeFile
{
    private readonly IReadOnlyDictionary<string, int> _lines;

    internal RecipeFile(string fileName, JsonObject root, IReadOnlyDictionary<string, int> lines, IFileProvider folder)
    {
        FileName = fileName;
        Root = root;
        _lines = lines;
        Folder = folder;
    }

    /// <summary>File name without its folder.</summary>
    public string FileName { get; }

    /// <summary>The whole document. Property names are found whatever their case, as Orchard Core's recipes vary in it.</summary>
    public JsonObject Root { get; }

    /// <summary>The folder beside the recipe; <c>[file:text('…')]</c> and the media step read from it and from nowhere else.</summary>
    public IFileProvider Folder { get; }

    /// <summary>The name by which a recipe is known: a second run, or a newer edition, of the same name updates what the first made.</summary>
    public string Name => Head("name") ?? "";

    /// <summary>The name shown to people.</summary>
    public string DisplayName => Head("displayName") ?? Name;

    /// <summary>What the recipe does, in a sentence.</summary>
    public string Description => Head("description") ?? "";

    /// <summary>True where the recipe sets up an empty portal.</summary>
    public bool IsSetupRecipe => Root["issetuprecipe"] is JsonValue value && value.TryGetValue(out bool set) && set;

    /// <summary>The declared variables; empty where there are none.</summary>
    public JsonObject Variables => Root["variables"] as JsonObject ?? [];

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<JsonObject> Steps => [.. ((JsonArray)Root["steps"]!).Select(step => (JsonObject)step!)];

    /// <summary>The place of a node of <see cref="Root"/> or of a copy of it that has kept its shape.</summary>
    public RecipePlace PlaceOf(JsonNode node) => PlaceOf(node.GetPath(), node.Root);

    internal RecipePlace PlaceOf(string path, JsonNode? root = null)
    {
        var (step, list) = RecipePath.StepAndItem(path);
        var stepNode = step is { } s && (root ?? Root)["steps"] is JsonArray steps && s < steps.Count ? steps[s] as JsonObject : null;
        string? item = null;
        if (list is { } l && stepNode?[l.List] is JsonArray entries && l.Index < entries.Count)
        {
            item = RecipePath.NameOf(entries[l.Index]) is { } name ? $"第 {l.Index + 1} 项（{name}）" : $"第 {l.Index + 1} 项";
        }

        return new RecipePlace(FileName, path, LineOf(path), step + 1, RecipePath.TextOf(stepNode?["name"]), item);
    }

    /// <summary>The line of the path, or of the nearest thing around it: what a step adds has no line of its own.</summary>
    private int LineOf(string path)
    {
        for (var at = path; at.Length > 0; at = RecipePath.Parent(at))
        {
            if (_lines.TryGetValue(at, out var line))
            {
                return line;
            }
        }

        return 0;
    }

    private string? Head(string property) => RecipePath.TextOf(Root[property]);
}

using System.Text;
using System.Text.Json.Nodes;

namespace Livelihood.Content.Recipes.Export;

/// <summary>Writes text so that running the recipe gives the same text back: what looks like an expression is wrapped.</summary>
internal static class RecipeLiteral
{
    /// <summary>The same JSON, safe to stand in a recipe.</summary>
    public static JsonNode? Of(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(m => KeyValuePair.Create(m.Key, Of(m.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Of)]),
        JsonValue v when v.TryGetValue(out string? text) && RecipeExpression.IsExpression(text) =>
            $"[js: base64('{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}')]",
        _ => node?.DeepClone(),
    };
}

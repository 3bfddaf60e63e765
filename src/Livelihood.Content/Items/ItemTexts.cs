using System.Text.Json;
using System.Text.Json.Nodes;

namespace Livelihood.Content.Items;

/// <summary>The Markdown texts that an item's page shows: the body, and fields of the type's own.</summary>
internal static class ItemTexts
{
    /// <summary>Every value that is called Markdown in the parts, in order.</summary>
    public static IEnumerable<string> Of(ContentData data)
    {
        foreach (var name in data.PartNames)
        {
            foreach (var (key, value) in data.Get(name) ?? [])
            {
                var text = key == "Markdown" ? value : (value as JsonObject)?["Markdown"];
                if (text?.GetValueKind() == JsonValueKind.String)
                {
                    yield return text.GetValue<string>();
                }
            }
        }
    }
}

using System.Text.Json.Nodes;
using Livelihood.Content.Items;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Livelihood.Content.Media;

/// <summary>A place in an item where a file is used.</summary>
/// <param name="Path">The file.</param>
/// <param name="Text">The title of an attachment, the alternative text of a picture; null where none is given.</param>
/// <param name="IsShown">Whether a picture is shown there, not only linked.</param>
public sealed record MediaReference(string Path, string? Text, bool IsShown);

/// <summary>
/// Finds the files that an item uses: in fields of files and in the part of attachments, both of which hold paths, and
/// behind the links and pictures of Markdown, wherever it stands.
/// </summary>
public static class MediaReferences
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseFootnotes().Build();

    /// <summary>All of them, each path once, in the order in which they stand.</summary>
    public static IReadOnlyList<MediaReference> In(ContentData data) =>
        [.. data.PartNames.SelectMany(name => data.Get(name) is { } part ? In(part) : []).DistinctBy(r => (r.Path, r.IsShown))];

    private static IEnumerable<MediaReference> In(JsonNode? node)
    {
        switch (node)
        {
            // A MediaField: { "Paths": […], "MediaTexts": […] }.
            case JsonObject field when field["Paths"] is JsonArray paths:
                var texts = field["MediaTexts"] as JsonArray;
                return paths.Select((path, i) => Of(path, texts is not null && i < texts.Count ? texts[i] : null, isShown: true)).OfType<MediaReference>();
            // An attached file: { "Path": …, "Title": … }.
            case JsonObject attached when attached["Path"] is JsonValue && attached["Title"] is JsonValue:
                return Of(attached["Path"], attached["Title"], isShown: false) is { } reference ? [reference] : [];
            case JsonObject members:
                return members.SelectMany(m => m.Key == "Markdown" && m.Value is JsonValue text ? InMarkdown(text.ToString()) : In(m.Value));
            case JsonArray items:
                return items.SelectMany(In);
            default:
                return [];
        }
    }

    private static MediaReference? Of(JsonNode? path, JsonNode? text, bool isShown) =>
        path is JsonValue value && value.TryGetValue(out string? file) && file.Length > 0 ? new(file, text?.ToString(), isShown) : null;

    private static IEnumerable<MediaReference> InMarkdown(string markdown) =>
        markdown.Contains("media/", StringComparison.Ordinal)
            ? Markdown.Parse(markdown, Pipeline).Descendants<LinkInline>()
                .Select(link => MediaAddress.PathIn(link.Url) is { } path ? new MediaReference(path, TextOf(link), link.IsImage) : null)
                .OfType<MediaReference>()
            : [];

    private static string TextOf(LinkInline link) => string.Concat(link.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
}

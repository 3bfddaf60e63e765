using Livelihood.Formats.Markdown;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Livelihood.Content.Rendering;

/// <summary>Marks the paragraphs that official documents set apart; the text stays, the theme gives the look.</summary>
internal static class OfficialForm
{
    /// <summary>Adds the classes <c>addressees</c> and <c>signature</c>.</summary>
    public static void Apply(MarkdownDocument document)
    {
        foreach (var (block, kind) in OfficialParagraphs.Of(document))
        {
            block.GetAttributes().AddClass(kind == OfficialParagraph.Addressees ? "addressees" : "signature");
        }
    }
}

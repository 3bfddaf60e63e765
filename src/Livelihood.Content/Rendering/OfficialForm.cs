using Livelihood.Formats.Markdown;
using Livelihood.Formats.Plain;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Livelihood.Content.Rendering;

/// <summary>Marks the paragraphs and headings that official documents set apart; the text stays, the theme gives the look.</summary>
internal static class OfficialForm
{
    /// <summary>Adds the classes <c>addressees</c> and <c>signature</c>, and <c>annex</c> to the headings of annexes.</summary>
    public static void Apply(MarkdownDocument document)
    {
        foreach (var (block, kind) in OfficialParagraphs.Of(document))
        {
            block.GetAttributes().AddClass(kind == OfficialParagraph.Addressees ? "addressees" : "signature");
        }

        foreach (var annex in document.OfType<HeadingBlock>().Where(h => OfficialNumbering.AnnexMarkOf(MarkdownDialect.PlainText(h)).Length > 0))
        {
            annex.GetAttributes().AddClass("annex");
        }
    }
}

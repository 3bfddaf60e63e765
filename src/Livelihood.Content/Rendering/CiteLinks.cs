using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Livelihood.Content.Rendering;

/// <summary>
/// Gives every place that can be cited a link to how it is cited. The link has no text of its own, so that the text of the
/// page stays the document's; the theme writes 引用 where a pointer or the keyboard is.
/// </summary>
internal static class CiteLinks
{
    /// <summary>Adds the links.</summary>
    /// <param name="document">The text, its places marked.</param>
    /// <param name="address">See <see cref="TextSurroundings.CiteAddress"/>; null: none.</param>
    public static void Apply(MarkdownDocument document, string? address)
    {
        if (address is null)
        {
            return;
        }

        foreach (var block in document.OfType<LeafBlock>().Where(b => b.Inline is not null))
        {
            if (block.TryGetAttributes()?.Id is { Length: > 0 } anchor)
            {
                var link = new LinkInline { Url = address + Uri.EscapeDataString(anchor) };
                var attributes = link.GetAttributes();
                attributes.AddClass("cite-link");
                attributes.AddProperty("aria-label", $"引用{anchor.Split('-')[0]}");
                attributes.AddProperty("rel", "nofollow");
                block.Inline!.AppendChild(link);
            }
        }
    }
}

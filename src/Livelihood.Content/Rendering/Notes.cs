using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Livelihood.Content.Rendering;

/// <summary>The mark of a footnote in the text: a link that says where it leads.</summary>
internal sealed class NoteLinkRenderer : HtmlObjectRenderer<FootnoteLink>
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
    {
        if (!obj.IsBackLink)
        {
            var note = obj.Footnote.Order;
            renderer.Write($"<sup class=\"note-mark\" id=\"注释标记{obj.Index}\"><a href=\"#注释{note}\" aria-label=\"注释{note}\">[{note}]</a></sup>");
        }
    }
}

/// <summary>The footnotes under the text, each with a way back to its mark.</summary>
internal sealed class NoteGroupRenderer : HtmlObjectRenderer<FootnoteGroup>
{
    protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
    {
        renderer.Write("<section class=\"notes\" aria-label=\"注释\"><ol class=\"notes__list\">");
        foreach (var note in obj.OfType<Footnote>())
        {
            renderer.Write($"<li id=\"注释{note.Order}\">");
            renderer.WriteChildren(note);
            foreach (var link in note.Links.Where(l => !l.IsBackLink))
            {
                renderer.Write($"<a class=\"notes__back\" href=\"#注释标记{link.Index}\" aria-label=\"回到正文中注释{note.Order}处\">↩</a>");
            }

            renderer.Write("</li>");
        }

        renderer.Write("</ol></section>");
    }
}

using System.Text;
using Livelihood.Content.Parts;
using Livelihood.Content.References;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace Livelihood.Content.Rendering;

/// <summary>
/// Writes texts with links where they name documents the portal has. It works while the text is written and changes nothing
/// of it: signs that Markdown wants escaped part a text into pieces (云政\[2017\]3号), which are read together.
/// </summary>
internal sealed class ReferenceLinks(IReadOnlyDictionary<string, ReferenceTarget> targets) : HtmlObjectRenderer<LiteralInline>
{
    private readonly HashSet<LiteralInline> _written = new(ReferenceEqualityComparer.Instance);
    private int _links;

    /// <summary>Lets a renderer write links to the targets, outside links that are there already, and outside code.</summary>
    public static void Use(HtmlRenderer renderer, IReadOnlyDictionary<string, ReferenceTarget> targets)
    {
        if (targets.Count > 0)
        {
            var references = new ReferenceLinks(targets);
            renderer.ObjectRenderers.Replace<LiteralInlineRenderer>(references);
            renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new InsideLinks(references));
        }
    }

    protected override void Write(HtmlRenderer renderer, LiteralInline obj)
    {
        if (_written.Contains(obj))
        {
            return;
        }

        var text = new StringBuilder();
        for (Inline? next = obj; next is LiteralInline piece && _written.Add(piece); next = piece.NextSibling)
        {
            text.Append(piece.Content.AsSpan());
        }

        Write(renderer, text.ToString());
    }

    private void Write(HtmlRenderer renderer, string text)
    {
        var done = 0;
        foreach (var reference in renderer.EnableHtmlForInline && _links == 0 ? TextReferences.In(text) : [])
        {
            if (!targets.TryGetValue(reference.Key, out var target))
            {
                continue;
            }

            Plain(renderer, text[done..reference.Start]);
            renderer.Write("<a href=\"").WriteEscapeUrl(target.Path).Write("\" class=\"reference\" title=\"").WriteEscape(target.Title);
            if (target.Validity is { } validity and not Validity.InForce)
            {
                renderer.WriteEscape($"（{validity.Text()}）");
            }

            renderer.Write("\">");
            Plain(renderer, text.Substring(reference.Start, reference.Length));
            renderer.Write("</a>");
            done = reference.Start + reference.Length;
        }

        Plain(renderer, text[done..]);
    }

    private static void Plain(HtmlRenderer renderer, string text)
    {
        if (renderer.EnableHtmlEscape)
        {
            renderer.WriteEscape(text);
        }
        else
        {
            renderer.Write(text);
        }
    }

    /// <summary>A link inside a link is none.</summary>
    private sealed class InsideLinks(ReferenceLinks references) : LinkInlineRenderer
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            references._links++;
            base.Write(renderer, link);
            references._links--;
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Content.Publication;
using Livelihood.Formats.Markdown;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Livelihood.Content.Rendering;

/// <summary>
/// Markdown to safe HTML: raw HTML is shown as text, so that nothing an editor pastes can run. Headings, articles
/// (第…条) and annexes (附件1) carry anchors, which the plain-text sections for search share.
/// </summary>
public static partial class MarkdownRenderer
{
    /// <summary>The text as HTML.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="pathBase">The path under which the portal runs, put before addresses on this site; empty at the root.</param>
    public static string ToHtml(string markdown, string pathBase = "") => ToHtml(markdown, new TextSurroundings { PathBase = pathBase });

    /// <summary>The text as HTML, with links to what it refers to and to how its places are cited. The text is the same with and without them.</summary>
    public static string ToHtml(string markdown, TextSurroundings around)
    {
        var document = Anchored(markdown);
        CiteLinks.Apply(document, around.CiteAddress);
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        MarkdownDialect.Pipeline.Setup(renderer);
        renderer.LinkRewriter = url => url is ['/', not '/', ..] or "/" ? around.PathBase + url : url;
        ReferenceLinks.Use(renderer, around.References);
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollableTableRenderer());
        renderer.ObjectRenderers.Replace<HtmlFootnoteLinkRenderer>(new NoteLinkRenderer());
        renderer.ObjectRenderers.Replace<HtmlFootnoteGroupRenderer>(new NoteGroupRenderer());
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>The headings of the first two levels, for a table of contents.</summary>
    public static IReadOnlyList<(int Level, string Anchor, string Text)> Outline(string markdown) =>
        [.. Anchored(markdown).OfType<HeadingBlock>().Where(h => h.Level <= 3)
            .Select(h => (h.Level, h.GetAttributes().Id ?? "", MarkdownDialect.PlainText(h)))];

    /// <summary>The anchors of the articles that stand in the text as paragraphs (第一条 …), in order.</summary>
    public static IReadOnlyList<string> Articles(string markdown) =>
        [.. Anchored(markdown).OfType<ParagraphBlock>().Select(p => p.TryGetAttributes()).Where(a => a?.Classes?.Contains("article") == true).Select(a => a!.Id!)];

    /// <summary>The plain text by headings and articles, with their anchors.</summary>
    public static IReadOnlyList<TextSection> Sections(string markdown)
    {
        var sections = new List<TextSection>();
        var (anchor, heading, text) = ("", "", new StringBuilder());
        void Close()
        {
            if (text.Length > 0 || heading.Length > 0)
            {
                sections.Add(new(anchor, heading, text.ToString()));
            }

            text.Clear();
        }

        foreach (var block in Anchored(markdown))
        {
            if (block is HeadingBlock title)
            {
                Close();
                (anchor, heading) = (title.GetAttributes().Id ?? "", MarkdownDialect.PlainText(title));
            }
            else
            {
                if (block.TryGetAttributes()?.Id is { } article)
                {
                    Close();
                    (anchor, heading) = (article, article.Split('-')[0]);
                }

                text.Append(MarkdownDialect.PlainText(block)).Append('\n');
            }
        }

        Close();
        return sections;
    }

    private static MarkdownDocument Anchored(string markdown)
    {
        var document = MarkdownDialect.Parse(markdown);
        SafeLinks.Apply(document);
        OfficialForm.Apply(document);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in document)
        {
            if (block is HeadingBlock heading)
            {
                heading.GetAttributes().Id = Unique(AnchorOf(MarkdownDialect.PlainText(heading)), taken);
            }
            else if (block is ParagraphBlock { Inline.FirstChild: LiteralInline first } paragraph
                && ArticleNumber().Match(first.Content.ToString()) is { Success: true } article)
            {
                MarkArticle(paragraph, first, article.Value, Unique(article.Value, taken));
            }
            else if (block is ParagraphBlock { Inline.FirstChild: LiteralInline } line && AnnexOf(MarkdownDialect.PlainText(line)) is { } annex)
            {
                line.GetAttributes().Id = Unique(annex, taken);
            }
        }

        return document;
    }

    private static void MarkArticle(ParagraphBlock paragraph, LiteralInline first, string number, string anchor)
    {
        var attributes = paragraph.GetAttributes();
        attributes.Id = anchor;
        attributes.AddClass("article");
        var link = new LinkInline { Url = "#" + anchor };
        link.GetAttributes().AddClass("article-number");
        link.AppendChild(new LiteralInline(number));
        first.InsertBefore(link);
        first.Content = new(first.Content.ToString()[number.Length..]);
    }

    private static string AnchorOf(string heading)
    {
        var squeezed = string.Concat(heading.Where(c => !char.IsWhiteSpace(c)));
        var name = ArticleOrChapter().Match(heading) is { Success: true } numbered ? numbered.Value
            : Annex().Match(squeezed) is { Success: true } annex ? AnnexOf(annex.Value)! : heading;
        var anchor = string.Concat(name.Where(c => !char.IsWhiteSpace(c) && c is not ('#' or '%' or '"' or '<' or '>')));
        return anchor.Length switch { 0 => "部分", > 40 => anchor[..40], _ => anchor };
    }

    /// <summary>The anchor of a line that is nothing but an annex's number: 附 件 １： is 附件1; null for any other line.</summary>
    private static string? AnnexOf(string line)
    {
        if (line.Length > 16 || line.Contains('\n') || AnnexAlone().Match(string.Concat(line.Where(c => !char.IsWhiteSpace(c)))) is not { Success: true } match)
        {
            return null;
        }

        return "附件" + (ChineseNumeral.TryParse(match.Groups["number"].ValueSpan, out var number) ? number.ToString(CultureInfo.InvariantCulture) : "");
    }

    private static string Unique(string anchor, Dictionary<string, int> taken)
    {
        var times = taken[anchor] = taken.GetValueOrDefault(anchor) + 1;
        return times == 1 ? anchor : $"{anchor}-{times}";
    }

    [GeneratedRegex("^第[一二三四五六七八九十百千零〇0-9]+条(之[一二三四五六七八九十]+)?")]
    private static partial Regex ArticleNumber();

    [GeneratedRegex("^第[一二三四五六七八九十百千零〇0-9]+[编章节条]")]
    private static partial Regex ArticleOrChapter();

    // 附件清单 is a heading like any other.
    [GeneratedRegex("^附件(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}(?![、．.]))")]
    private static partial Regex Annex();

    [GeneratedRegex("^附件(?<number>[0-9０-９]{0,3}|[一二三四五六七八九十]{0,3})[:：]?$")]
    private static partial Regex AnnexAlone();
}

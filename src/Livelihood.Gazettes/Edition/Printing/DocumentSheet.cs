using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Livelihood.Content.Rendering;
using Livelihood.Content.Writing;
using Livelihood.Formats;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Edition.Printing;

/// <summary>
/// A document of an issue as HTML. Its ids begin with its place in the issue, so that links within one document do not lead into
/// another; its headings say how deep they are below section and title, which makes the file's bookmarks.
/// </summary>
internal static partial class DocumentSheet
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The id of the document with this place in the issue.</summary>
    public static string IdOf(int order) => $"document-{order}";

    /// <summary>Escapes text for HTML.</summary>
    public static string Text(string text) => Html.Encode(text);

    /// <summary>The document.</summary>
    /// <param name="entry">The entry, with its document.</param>
    /// <param name="section">The section that begins with it; empty where it began before.</param>
    /// <param name="isInSection">Whether it stands under a section.</param>
    public static string Of(IssueEntry entry, string section, bool isInSection)
    {
        var document = entry.Document!;
        var special = OfficialParagraphs.Of(MarkdownDialect.Parse(document.Markdown)).Values.ToHashSet();
        var level = isInSection ? 2 : 1;
        var sheet = new StringBuilder();
        sheet.Append($"<article class=\"document edition-document {IssueStyles.ClassOf(entry.Order)}\" id=\"{IdOf(entry.Order)}\">");
        sheet.Append(section.Length > 0 ? $"<h1 class=\"edition-document__section\">{Text(section)}</h1>" : "");
        sheet.Append($"<header class=\"document__head\"><h{level} class=\"document__title\">{Text(document.Title)}</h{level}>");
        sheet.Append(Line("document__number", document.Number));
        sheet.Append(Line("edition-document__older", entry.OlderPage is { } older ? $"（纸质版第{older}页）" : null)).Append("</header>");
        sheet.Append(special.Contains(OfficialParagraph.Addressees) ? "" : Line("document__addressees", document.Addressees is { Length: > 0 } to ? to.TrimEnd('：', ':') + "：" : null));
        // The signature stands under the text, before its annexes.
        var (body, annexes) = PrintSheet.Divide(Body(document, entry.Order, level));
        sheet.Append($"<div class=\"document__body\">{body}</div>");
        sheet.Append(special.Contains(OfficialParagraph.Signature) ? "" : Signature(document));
        sheet.Append(annexes.Length > 0 ? $"<div class=\"document__body\">{annexes}</div>" : "");
        return sheet.Append("</article>\n").ToString();
    }

    private static string Signature(OfficialDocumentLayout document)
    {
        var lines = Line("", document.Signature) + Line("", document.FormedOn?.Text());
        return lines.Length == 0 ? "" : $"<div class=\"document__signature\">{lines}</div>";
    }

    private static string Line(string name, string? text) =>
        string.IsNullOrEmpty(text) ? "" : $"<p{(name.Length > 0 ? $" class=\"{name}\"" : "")}>{Text(text)}</p>";

    private static string Body(OfficialDocumentLayout document, int order, int titleLevel)
    {
        var html = MarkdownRenderer.ToHtml(document.Markdown);
        html = document.Portal is null ? OwnLink().Replace(html, "<a") : html;
        // On paper an article's link to itself leads nowhere.
        html = ArticleNumber().Replace(html, "<span class=\"article-number\">${text}</span>");
        html = Place().Replace(html, $"${{before}}{IdOf(order)}-");
        html = Annex().Replace(html, m => OfficialNumbering.AnnexMarkOf(m.Groups["text"].Value) is { Length: > 0 } mark && m.Groups["text"].Value[mark.Length..].Trim() is { Length: > 0 } name
            ? $"{m.Groups["tag"].Value}<span class=\"annex-number\">{mark.Trim()}</span> <span class=\"annex-name\">{name}</span>" : m.Value);
        return Heading().Replace(html, m => $"<h{m.Groups["level"].Value} aria-level=\"{Math.Min(6, int.Parse(m.Groups["level"].Value) - 1 + titleLevel)}\"");
    }

    [GeneratedRegex("<a href=\"/[^\"]*\"")]
    private static partial Regex OwnLink();

    [GeneratedRegex("<a (?=[^>]*class=\"article-number\")[^>]*>(?<text>[^<]*)</a>")]
    private static partial Regex ArticleNumber();

    [GeneratedRegex("(?<before> id=\"| href=\"#)")]
    private static partial Regex Place();

    [GeneratedRegex("(?<tag><h2 [^>]*class=\"[^\"]*\\bannex\\b[^\"]*\"[^>]*>)(?<text>[^<]*)")]
    private static partial Regex Annex();

    [GeneratedRegex("<h(?<level>[1-6])(?=[ >])")]
    private static partial Regex Heading();
}

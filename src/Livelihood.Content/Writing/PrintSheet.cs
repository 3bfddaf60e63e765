using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Livelihood.Content.Rendering;
using Livelihood.Formats;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Pdf;

namespace Livelihood.Content.Writing;

/// <summary>Lays a document out as a page for the printer, in the theme's own print look.</summary>
public sealed partial class PrintSheet(PrintResources resources)
{
    private static readonly Uri Nowhere = new("http://print.invalid/");
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page.</summary>
    public PrintPage Of(OfficialDocumentLayout layout)
    {
        var html = MarkdownRenderer.ToHtml(layout.Markdown);
        var (body, annexes) = Divide(layout.Portal is null ? OwnLink().Replace(html, "<a") : html);
        var special = OfficialParagraphs.Of(MarkdownDialect.Parse(layout.Markdown)).Values.ToHashSet();
        var page = $"""
            <!DOCTYPE html>
            <html lang="zh-CN" class="govuk-template"><head><meta charset="utf-8"><title>{Text(layout.Title.Replace("\n", "", StringComparison.Ordinal))}</title>
            <link rel="stylesheet" href="{PrintResources.Styles}"></head>
            <body class="govuk-template__body"><main class="print-sheet"><article class="document">
            <header class="document__head">{Line("document__issuer", string.Join(' ', layout.Issuers))}{Line("document__number", layout.Number)}<h1 class="document__title">{string.Join("<br>", layout.Title.Split('\n').Select(Text))}</h1></header>
            {(special.Contains(OfficialParagraph.Addressees) ? "" : Line("document__addressees", layout.Addressees is { Length: > 0 } to ? to.TrimEnd('：') + "：" : null))}
            <div class="document__body">{body}</div>
            {(special.Contains(OfficialParagraph.Signature) ? "" : Signature(layout))}
            {(annexes.Length > 0 ? $"<div class=\"document__body\">{annexes}</div>" : "")}
            {Line("document__imprint", layout.CopiedTo is { Length: > 0 } copies ? $"抄送：{copies.TrimEnd('。')}。" : null)}
            </article></main></body></html>
            """;
        return new(page, layout.Portal ?? Nowhere, (path, cancellation) => resources.FindAsync(path, layout.Pictures, cancellation));
    }

    /// <summary>A rendered text without its annexes, and the annexes: what stands under a text comes between them.</summary>
    public static (string Text, string Annexes) Divide(string html)
    {
        var at = FirstAnnex().Match(html) is { Success: true } first ? first.Index : html.Length;
        return (html[..at], html[at..]);
    }

    private static string Signature(OfficialDocumentLayout layout)
    {
        var lines = Line("", layout.Signature) + Line("", layout.FormedOn?.Text());
        return lines.Length == 0 ? "" : $"<div class=\"document__signature\">{lines}</div>";
    }

    private static string Line(string name, string? text) =>
        string.IsNullOrEmpty(text) ? "" : $"<p{(name.Length > 0 ? $" class=\"{name}\"" : "")}>{Text(text)}</p>";

    private static string Text(string text) => Html.Encode(text);

    [GeneratedRegex("<h[1-6] [^>]*class=\"[^\"]*\\bannex\\b")]
    private static partial Regex FirstAnnex();

    // Without the portal's public address its own links would lead nowhere.
    [GeneratedRegex("<a href=\"/[^\"]*\"")]
    private static partial Regex OwnLink();
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Livelihood.Content.Writing;
using Livelihood.Disclosure.Domain.Redaction;
using Livelihood.Formats.Pdf;

namespace Livelihood.Disclosure.Redaction;

/// <summary>Prints what is left of a text, with the grounds at its end. It is given nothing else, so nothing else can be in the file.</summary>
public sealed class RedactionPrint(IPdfPrinter printer, PrintResources resources)
{
    private static readonly Uri s_nowhere = new("http://print.invalid/");
    private static readonly HtmlEncoder s_html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly Dictionary<string, byte[]> s_noPictures = [];

    /// <summary>Whether this machine can print, and if not, what is missing.</summary>
    public PdfAvailability Availability => printer.Availability;

    /// <summary>The file.</summary>
    /// <exception cref="PdfUnavailableException">It cannot be printed now; the message says why.</exception>
    public Task<byte[]> PrintAsync(RedactedText text, CancellationToken cancellation = default) => printer.PrintAsync(
        new(Page(text), s_nowhere, (path, stop) => resources.FindAsync(path, s_noPictures, stop)), cancellation);

    private static string Page(RedactedText text) => $"""
        <!DOCTYPE html>
        <html lang="zh-CN" class="govuk-template"><head><meta charset="utf-8"><title>{s_html.Encode(text.Name)}</title>
        <link rel="stylesheet" href="{PrintResources.Styles}"></head>
        <body class="govuk-template__body"><main class="print-sheet"><article class="document">
        <header class="document__head"><h1 class="document__title">{s_html.Encode(text.Name)}</h1></header>
        <div class="document__body">{Paragraphs(text.Text.Split('\n'))}</div>
        {Grounds(text.Grounds)}
        </article></main></body></html>
        """;

    private static string Grounds(IReadOnlyList<NumberedGround> grounds) => grounds.Count == 0
        ? ""
        : $"""
            <div class="document__body"><h2>涂黑部分的依据和理由</h2>
            <p>{Redactor.Box}是不公开的部分；它的长短与原文无关，后面的数字是依据的序号。</p>{Paragraphs(grounds.Select(ground => ground.Text))}</div>
            """;

    private static string Paragraphs(IEnumerable<string> lines) =>
        string.Concat(lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => $"<p>{s_html.Encode(line)}</p>"));
}

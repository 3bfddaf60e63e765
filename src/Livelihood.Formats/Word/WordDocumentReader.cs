using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Word.Reading;

namespace Livelihood.Formats.Word;

/// <summary>Reads a Word document (.docx, ECMA-376) as Markdown: title, headings, lists, tables, footnotes, pictures, links.</summary>
public static class WordDocumentReader
{
    /// <summary>The largest file, in bytes.</summary>
    public const int LargestFile = DocxPackage.LargestFile;

    /// <summary>Reads the file.</summary>
    /// <exception cref="UnreadableDocumentException">It is no .docx, too large, protected or broken.</exception>
    public static ReadDocument Read(byte[] file) => DocxPackage.Read(file, Read);

    private static ReadDocument Read(WordprocessingDocument word)
    {
        if (word.MainDocumentPart is not { Document.Body: { } body } main)
        {
            throw new UnreadableDocumentException(UnreadableDocument.Empty, "文件里没有正文。请检查文件。");
        }

        var context = new WordContext(main);
        var blocks = WordBlocks.Read(context, main, body);
        var (title, head) = TitleFinder.Take(blocks);
        List<DraftBlock> drafts = [.. Drafts.Of(blocks)];
        foreach (var (label, note, part) in context.Notes.Used())
        {
            drafts.Add(new DraftNoteText(label, [.. WordBlocks.Read(context, part, note).Select(b => b.Table ?? Drafts.ItemOrParagraph(b))]));
        }

        var markdown = MarkdownWriter.Write(drafts);
        if (markdown.Length == 0 && title is null && context.Pictures.Found.Count == 0)
        {
            throw new UnreadableDocumentException(UnreadableDocument.Empty, "文件里没有文字。请检查文件；扫描件请先做文字识别。");
        }

        if (title is null)
        {
            context.Findings.Add(Findings.NoTitle);
        }

        if (HasHeaderOrFooterText(main))
        {
            context.Findings.Add(Findings.HeadersAndFooters);
        }

        return new(title, head, markdown, context.Pictures.Found, context.Findings.All);
    }

    /// <summary>Page numbers alone are nothing that a reader would miss.</summary>
    private static bool HasHeaderOrFooterText(MainDocumentPart main) =>
        main.HeaderParts.Select(p => (OpenXmlElement?)p.Header).Concat(main.FooterParts.Select(p => p.Footer))
            .OfType<OpenXmlElement>().SelectMany(e => e.Descendants<Text>()).Any(t => t.Text.Any(c => char.IsLetter(c)));
}

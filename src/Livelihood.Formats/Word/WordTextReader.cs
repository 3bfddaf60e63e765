using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Plain;
using Livelihood.Formats.Word.Reading;

namespace Livelihood.Formats.Word;

/// <summary>
/// Reads a Word document (.docx, ECMA-376) as plain text with tables: every visible character of it, numbers, notes, text
/// boxes and page breaks included, and nothing about its look.
/// </summary>
public static class WordTextReader
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="UnreadableDocumentException">It is no .docx, too large, protected or broken.</exception>
    public static WordText Read(byte[] file) => DocxPackage.Read(file, Read);

    private static WordText Read(WordprocessingDocument word)
    {
        if (word.MainDocumentPart is not { Document.Body: { } body } main)
        {
            throw new UnreadableDocumentException(UnreadableDocument.Empty, "文件里没有正文。请检查文件。");
        }

        var context = new WordContext(main, keepsLayout: true);
        var blocks = new WordTextWriter(context).Write(WordBlocks.Read(context, main, body));
        return new(blocks, RunningHeads(main), context.Pictures.Found.Count, context.Findings.Worded());
    }

    private static List<string> RunningHeads(MainDocumentPart main) =>
        [.. main.HeaderParts.Select(p => (OpenXmlElement?)p.Header).Concat(main.FooterParts.Select(p => p.Footer)).OfType<OpenXmlElement>()
            .SelectMany(e => e.Descendants<Paragraph>())
            .Select(p => string.Concat(p.Descendants<Text>().Select(t => t.Text)).Trim([.. p.InnerText.Where(Blank.Is)]))
            .Where(l => l.Any(char.IsLetter)).Distinct(StringComparer.Ordinal)];

    // Of no use where pictures are left out and whoever reads the text finds title and header rows anew.
    private static IReadOnlyList<string> Worded(this Findings findings) =>
        [.. findings.All.Except([Findings.GuessedHeader, Findings.Descriptions, Findings.ForeignPictures, Findings.NoTitle])];
}

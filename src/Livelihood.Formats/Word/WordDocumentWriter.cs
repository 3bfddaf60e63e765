using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Word.Writing;

namespace Livelihood.Formats.Word;

/// <summary>Writes a Word document (.docx) in the form of official documents, GB/T 9704-2012.</summary>
public static class WordDocumentWriter
{
    /// <summary>The media type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(OfficialDocumentLayout layout)
    {
        using var file = new MemoryStream();
        using (var word = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            word.PackageProperties.Title = Sheet.Clean(layout.Title.Replace("\n", "", StringComparison.Ordinal));
            word.PackageProperties.Creator = Sheet.Clean(string.Join('、', layout.Issuers));
            word.PackageProperties.Language = "zh-CN";
            Write(word.AddMainDocumentPart(), layout);
        }

        return file.ToArray();
    }

    private static void Write(MainDocumentPart main, OfficialDocumentLayout layout)
    {
        Sheet.Furnish(main);
        var text = MarkdownDialect.Parse(layout.Markdown);
        var special = OfficialParagraphs.Of(text).Values.ToHashSet();
        main.Document = new Document(new Body(
        [
            .. SheetFrame.Head(layout, special.Contains(OfficialParagraph.Addressees)),
            .. SheetFrame.WithFoot(new SheetBody(new Sheet(main, layout), main).Of(text), layout, special.Contains(OfficialParagraph.Signature)),
            .. SheetFrame.Imprint(layout),
            SheetFrame.Page(main),
        ]));
    }
}

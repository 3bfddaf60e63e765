using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats;
using Livelihood.Formats.Word;

namespace Livelihood.UnitTests.Formats;

/// <summary>Makes Word documents, each with just what a test is about.</summary>
internal static class WordFile
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
        + "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    /// <summary>A document with this body, in WordprocessingML; further parts are added by <paramref name="more"/>.</summary>
    public static byte[] Of(string body, Action<MainDocumentPart>? more = null)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new Document($"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
            more?.Invoke(main);
        }

        return stream.ToArray();
    }

    public static ReadDocument Read(string body, Action<MainDocumentPart>? more = null) => WordDocumentReader.Read(Of(body, more));

    public static string P(string text) => Para("", Run(text));

    public static string Para(string properties, string content) => $"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>";

    public static string Centred(string text) => Para("<w:jc w:val=\"center\"/>", Run(text));

    public static string Run(string text, string properties = "") =>
        $"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</w:t></w:r>";

    public static string Numbered(int list, int level, string text) =>
        Para($"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>", Run(text));

    /// <summary>A list definition with levels, each a format and a text such as <c>chineseCounting</c> and <c>%1、</c>.</summary>
    public static Action<MainDocumentPart> List(params (string Format, string Text)[] levels) => main =>
    {
        var part = main.AddNewPart<NumberingDefinitionsPart>();
        var definitions = string.Concat(levels.Select((l, i) =>
            $"<w:lvl w:ilvl=\"{i}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{l.Format}\"/><w:lvlText w:val=\"{l.Text}\"/></w:lvl>"));
        part.Numbering = new Numbering(
            $"<w:numbering {Namespaces}><w:abstractNum w:abstractNumId=\"7\">{definitions}</w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
            + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>");
    };

    public static Action<MainDocumentPart> Styles(string styles) => main =>
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles($"<w:styles {Namespaces}>{styles}</w:styles>");

    public static Action<MainDocumentPart> Footnote(int id, string text) => main =>
        main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes($"<w:footnotes {Namespaces}><w:footnote w:id=\"{id}\">{P(text)}</w:footnote></w:footnotes>");

    public static string Table(params string[] rows) => $"<w:tbl><w:tblPr/><w:tblGrid/>{string.Concat(rows)}</w:tbl>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    public static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    /// <summary>The package with one entry replaced.</summary>
    public static byte[] WithEntry(byte[] file, string name, byte[] content)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(name)?.Delete();
            using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }

    public static byte[] WithEntry(byte[] file, string name, string content) => WithEntry(file, name, Encoding.UTF8.GetBytes(content));
}

using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using DocumentFormat.OpenXml.Spreadsheet;
using Drawing = DocumentFormat.OpenXml.Drawing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Livelihood.Content.Media.Texts;

/// <summary>Reads the text of Office documents element by element, so that a large one does not fill the memory.</summary>
internal static class OfficeText
{
    /// <summary>Adds the text of a document: paragraphs, then footnotes.</summary>
    public static void ReadDocument(Stream content, FileText text)
    {
        using var document = WordprocessingDocument.Open(content, isEditable: false);
        foreach (var part in new OpenXmlPart?[] { document.MainDocumentPart, document.MainDocumentPart?.FootnotesPart }.OfType<OpenXmlPart>())
        {
            Read(part, text, typeof(Word.Text), typeof(Word.Paragraph));
        }
    }

    /// <summary>Adds the text of a presentation, slide by slide.</summary>
    public static void ReadPresentation(Stream content, FileText text)
    {
        using var document = PresentationDocument.Open(content, isEditable: false);
        var main = document.PresentationPart;
        foreach (var slide in main?.Presentation?.SlideIdList?.Elements<SlideId>() ?? [])
        {
            if (slide.RelationshipId?.Value is { } id && main!.TryGetPartById(id, out var part))
            {
                Read(part, text, typeof(Drawing.Text), typeof(Drawing.Paragraph));
            }
        }
    }

    /// <summary>Adds the text of a workbook: a line for each row, cells apart by tabs.</summary>
    public static void ReadWorkbook(Stream content, FileText text)
    {
        using var document = SpreadsheetDocument.Open(content, isEditable: false);
        if (document.WorkbookPart is not { } main)
        {
            return;
        }

        var shared = main.SharedStringTablePart is { } table ? SharedStrings(table) : [];
        foreach (var sheet in main.Workbook.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is { } id && main.TryGetPartById(id, out var part) && part is WorksheetPart worksheet)
            {
                text.Add(sheet.Name?.Value);
                text.EndLine();
                ReadRows(worksheet, shared, text);
            }
        }
    }

    private static void Read(OpenXmlPart part, FileText text, Type letters, Type paragraph)
    {
        using var reader = OpenXmlReader.Create(part);
        while (!text.IsFull && reader.Read())
        {
            if (reader.ElementType == letters && reader.IsStartElement)
            {
                text.Add(reader.GetText());
            }
            else if (reader.ElementType == typeof(Word.TabChar) && reader.IsStartElement)
            {
                text.Add("\t");
            }
            else if (reader.ElementType == paragraph && reader.IsEndElement)
            {
                text.EndLine();
            }
        }
    }

    private static List<string> SharedStrings(SharedStringTablePart table)
    {
        var strings = new List<string>();
        var length = 0;
        using var reader = OpenXmlReader.Create(table);
        while (length < FileText.MaxLength && reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                // Readings beside the characters (rPh) are not the text.
                var item = (SharedStringItem)reader.LoadCurrentElement()!;
                strings.Add(item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(r => r.Text?.Text)));
                length += strings[^1].Length;
            }
        }

        return strings;
    }

    private static void ReadRows(WorksheetPart sheet, List<string> shared, FileText text)
    {
        using var reader = OpenXmlReader.Create(sheet);
        while (!text.IsFull && reader.Read())
        {
            if (reader.ElementType == typeof(Cell) && reader.IsStartElement)
            {
                text.Add(TextOf((Cell)reader.LoadCurrentElement()!, shared));
                text.Add("\t");
            }
            else if (reader.ElementType == typeof(Row) && reader.IsEndElement)
            {
                text.EndLine();
            }
        }
    }

    private static string TextOf(Cell cell, List<string> shared)
    {
        if (cell.DataType?.Value == CellValues.InlineString)
        {
            return cell.InlineString?.InnerText ?? "";
        }

        var value = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value == CellValues.SharedString
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
                ? shared[index]
                : value;
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Livelihood.Formats.Word.Writing;

/// <summary>The file that is being written: its parts, and small pieces that all of them use.</summary>
internal sealed class Sheet(MainDocumentPart main, OfficialDocumentLayout layout)
{
    private uint _drawings;
    private int _lists;
    private int _notes;
    private int _notesBefore;

    public OfficialDocumentLayout Layout { get; private set; } = layout;

    public MainDocumentPart Main => main;

    /// <summary>Goes on with another document in the same file.</summary>
    public void Begin(OfficialDocumentLayout next) => (Layout, _notesBefore) = (next, _notes);

    /// <summary>The number in the file of a note that has this number in its document.</summary>
    public int NoteNumber(int order)
    {
        _notes = Math.Max(_notes, _notesBefore + order);
        return _notesBefore + order;
    }

    /// <summary>A number for each drawing, as Word wants them unique.</summary>
    public uint NextDrawing() => ++_drawings;

    /// <summary>A new list; each begins to count anew.</summary>
    public int NewList(bool ordered, int start)
    {
        var numbering = main.NumberingDefinitionsPart!.Numbering;
        var number = ++_lists;
        var list = new NumberingInstance(new AbstractNumId { Val = ordered ? 1 : 0 }) { NumberID = number };
        if (ordered)
        {
            for (var level = 0; level < 9; level++)
            {
                list.Append(new LevelOverride(new StartOverrideNumberingValue { Val = level == 0 ? start : 1 }) { LevelIndex = level });
            }
        }

        numbering.Append(list);
        return number;
    }

    /// <summary>Adds the parts that every file has: styles, fonts, settings, lists, notes.</summary>
    public static void Furnish(MainDocumentPart main)
    {
        main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(SheetStyles.Styles);
        main.AddNewPart<FontTablePart>().Fonts = new Fonts(SheetStyles.Fonts);
        main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(SheetStyles.Settings);
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = SheetLists.Definitions();
        main.AddNewPart<FootnotesPart>().Footnotes = SheetNotes.Separators();
    }

    public static Paragraph Paragraph(string style, params IReadOnlyList<OpenXmlElement> content)
    {
        var paragraph = new Paragraph();
        if (style != SheetStyles.Body)
        {
            paragraph.ParagraphProperties = new ParagraphProperties { ParagraphStyleId = new() { Val = style } };
        }

        paragraph.Append(content);
        return paragraph;
    }

    public static Run Text(string text) => new(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>What XML cannot hold goes.</summary>
    public static string Clean(string text)
    {
        if (text.All(c => System.Xml.XmlConvert.IsXmlChar(c)))
        {
            return text;
        }

        var kept = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                kept.Append(text[i]).Append(text[++i]);
            }
            else if (System.Xml.XmlConvert.IsXmlChar(text[i]))
            {
                kept.Append(text[i]);
            }
        }

        return kept.ToString();
    }
}

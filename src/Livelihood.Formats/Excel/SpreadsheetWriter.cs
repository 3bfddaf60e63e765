using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Livelihood.Formats.Excel;

/// <summary>
/// Writes one sheet row by row into an Excel workbook (.xlsx), so that a register of any length needs little memory. Every
/// value is text, a number or a date: nothing is a formula.
/// </summary>
public sealed class SpreadsheetWriter : IDisposable
{
    /// <summary>The media type of the file.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The most rows a sheet can have, its head included.</summary>
    public const int MostRows = 1_048_576;

    private const int LongestText = 32_767;
    private const uint PlainStyle = 0;
    private const uint DateStyle = 1;
    private const uint HeadStyle = 2;

    private readonly SpreadsheetDocument _file;
    private readonly OpenXmlWriter _sheet;
    private readonly int _columns;
    private int _rows;

    /// <summary>Begins a workbook.</summary>
    /// <param name="file">Where it goes; must be seekable, and stays open.</param>
    /// <param name="name">The sheet's name: at most 31 characters, none of <c>:\/?*[]</c>.</param>
    /// <param name="headings">What the columns are called; the row stays in view.</param>
    public SpreadsheetWriter(Stream file, string name, IReadOnlyList<string> headings)
    {
        _columns = headings.Count;
        _file = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        var workbook = _file.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        var part = workbook.AddNewPart<WorksheetPart>();
        workbook.Workbook = new Workbook(new Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = name }));
        _sheet = OpenXmlWriter.Create(part);
        _sheet.WriteStartElement(new Worksheet());
        _sheet.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        _sheet.WriteElement(new Columns(headings.Select((_, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = 18, CustomWidth = true })));
        _sheet.WriteStartElement(new SheetData());
        Row(headings, HeadStyle);
    }

    /// <summary>Adds a row.</summary>
    /// <param name="values">A value for each column: text, a whole or decimal number, a date, or null.</param>
    /// <exception cref="ArgumentException">A value too many or too few.</exception>
    /// <exception cref="InvalidOperationException">The sheet is full.</exception>
    public void Add(IReadOnlyList<object?> values)
    {
        if (values.Count != _columns)
        {
            throw new ArgumentException($"{values.Count} values for {_columns} columns.", nameof(values));
        }

        Row(values, PlainStyle);
    }

    /// <summary>Ends the workbook.</summary>
    public void Dispose()
    {
        _sheet.WriteEndElement();
        _sheet.WriteEndElement();
        _sheet.Dispose();
        _file.Dispose();
    }

    private void Row(IReadOnlyList<object?> values, uint style)
    {
        if (++_rows > MostRows)
        {
            throw new InvalidOperationException("The sheet is full.");
        }

        _sheet.WriteStartElement(new Row());
        foreach (var value in values)
        {
            _sheet.WriteElement(CellOf(value, style));
        }

        _sheet.WriteEndElement();
    }

    private static Cell CellOf(object? value, uint style) => value switch
    {
        null => new Cell { StyleIndex = style },
        DateOnly day => new Cell { StyleIndex = DateStyle, CellValue = new(day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture)) },
        int or long or decimal => new Cell { StyleIndex = style, CellValue = new(Convert.ToString(value, CultureInfo.InvariantCulture)!) },
        string text => new Cell
        {
            StyleIndex = style,
            DataType = CellValues.InlineString,
            InlineString = new(new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve }),
        },
        _ => throw new ArgumentException($"A cell cannot hold {value.GetType().Name}.", nameof(value)),
    };

    private static string Clean(string text)
    {
        var clean = Word.Writing.Sheet.Clean(text);
        return clean.Length <= LongestText ? clean : clean[..LongestText];
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }, new CellFormat { FontId = 1, ApplyFont = true }));
}

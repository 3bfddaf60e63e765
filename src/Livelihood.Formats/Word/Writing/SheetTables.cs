using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Markdown;
using MarkdownCell = Markdig.Extensions.Tables.TableCell;
using MarkdownRow = Markdig.Extensions.Tables.TableRow;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace Livelihood.Formats.Word.Writing;

/// <summary>Writes tables: lines around every cell, merged cells, heading rows that repeat on each page.</summary>
internal static class SheetTables
{
    private const int Width = 8_844;

    public static IEnumerable<OpenXmlElement> Of(SheetBody body, MarkdownTable table)
    {
        // Markdown's pipe tables cannot be without a heading row; an empty one names no column.
        var rows = table.OfType<MarkdownRow>().Where(r => !(r.IsHeader && MarkdownDialect.PlainText(r).Length == 0)).ToList();
        var columns = Math.Max(1, rows.Select(r => r.OfType<MarkdownCell>().Sum(c => Math.Max(1, c.ColumnSpan))).DefaultIfEmpty(1).Max());
        columns = Math.Max(columns, rows.SelectMany(r => r.OfType<MarkdownCell>()).Select(c => c.ColumnIndex + Math.Max(1, c.ColumnSpan)).DefaultIfEmpty(1).Max());
        if (rows.Count == 0)
        {
            return [];
        }

        var written = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Autofit },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
            new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = (Width / columns).ToString() })));
        var open = new (int Rows, int Span)[columns];
        foreach (var row in rows)
        {
            written.Append(Row(body, row, open, columns));
        }

        // Two tables without a paragraph between them would be one.
        return [written, new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Exact }))];
    }

    private static TableRow Row(SheetBody body, MarkdownRow row, (int Rows, int Span)[] open, int columns)
    {
        var written = new TableRow(new TableRowProperties(new CantSplit()));
        if (row.IsHeader)
        {
            written.TableRowProperties!.Append(new TableHeader());
        }

        var cells = new Queue<MarkdownCell>(row.OfType<MarkdownCell>());
        for (var column = 0; column < columns;)
        {
            if (open[column].Rows > 0)
            {
                open[column].Rows--;
                var covered = Math.Max(1, open[column].Span);
                written.Append(Cell(covered, new VerticalMerge(), [Sheet.Paragraph(SheetStyles.Cell)]));
                column += covered;
            }
            else if (cells.TryPeek(out var next) && (next.ColumnIndex < 0 || next.ColumnIndex <= column))
            {
                cells.Dequeue();
                var span = Math.Clamp(next.ColumnSpan, 1, columns - column);
                if (next.RowSpan > 1)
                {
                    open[column] = (next.RowSpan - 1, span);
                }

                written.Append(Cell(span, next.RowSpan > 1 ? new VerticalMerge { Val = MergedCellValues.Restart } : null, Content(body, next, row.IsHeader)));
                column += span;
            }
            else
            {
                written.Append(Cell(1, null, [Sheet.Paragraph(SheetStyles.Cell)]));
                column++;
            }
        }

        return written;
    }

    private static List<OpenXmlElement> Content(SheetBody body, MarkdownCell cell, bool isHeader)
    {
        var content = cell.SelectMany(b => body.Of(b, isHeader ? SheetStyles.CellName : SheetStyles.Cell)).ToList();
        // A cell ends with a paragraph, always.
        return content is [.., Paragraph] ? content : [.. content, Sheet.Paragraph(SheetStyles.Cell)];
    }

    private static TableCell Cell(int span, VerticalMerge? merge, IEnumerable<OpenXmlElement> content)
    {
        var properties = new TableCellProperties
        {
            GridSpan = span > 1 ? new() { Val = span } : null,
            VerticalMerge = merge,
            TableCellVerticalAlignment = new() { Val = TableVerticalAlignmentValues.Center },
        };
        return new(content.Prepend(properties));
    }

    private static TableBorders Borders() => new(
        Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };
}

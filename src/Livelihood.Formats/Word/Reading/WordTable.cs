using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Plain;

namespace Livelihood.Formats.Word.Reading;

/// <summary>Reads a table: which cells are merged, which rows name the columns.</summary>
internal static class WordTable
{
    private const int MostColumns = 63;
    private const int LongestHeader = 30;

    /// <summary>The table; its text alone where it has a single cell, which is a frame rather than a table.</summary>
    public static IEnumerable<WordBlock> Read(WordContext context, OpenXmlPart part, Table table)
    {
        var rows = Rows(table, context).ToList();
        var cells = new List<List<DraftCell>>();
        var open = new Dictionary<int, (int Row, int Index)>();
        var columns = 0;
        foreach (var row in rows)
        {
            var column = Math.Min(Number(row.TableRowProperties?.GetFirstChild<GridBefore>()?.Val, 0), MostColumns);
            var line = new List<DraftCell>();
            foreach (var cell in Cells(row, context))
            {
                var span = Math.Clamp(Number(cell.TableCellProperties?.GridSpan?.Val, 1), 1, MostColumns);
                var merge = cell.TableCellProperties?.VerticalMerge;
                if (merge is not null && merge.Val?.InnerText != "restart" && open.TryGetValue(column, out var above))
                {
                    var taller = cells[above.Row][above.Index];
                    cells[above.Row][above.Index] = taller with { RowSpan = taller.RowSpan + 1 };
                }
                else
                {
                    open.Remove(column);
                    if (merge is not null)
                    {
                        open[column] = (cells.Count, line.Count);
                    }

                    line.Add(new(column, span, 1, Content(context, part, cell)));
                }

                column += span;
                if (column > MostColumns)
                {
                    throw new UnreadableDocumentException(UnreadableDocument.TooLarge, $"有表格超过{MostColumns}列，无法导入。请把它拆成几个表格，或者改为Excel附件。");
                }
            }

            columns = Math.Max(columns, column);
            cells.Add(line);
        }

        if (cells.Count == 1 && cells[0].Count == 1)
        {
            return WordBlocks.Read(context, part, Cells(rows[0], context).First());
        }

        if (cells.Count is > 0 and <= 4 && cells.TrueForAll(IsImprint))
        {
            return cells.Select(r => new WordBlock { Inlines = [.. r.SelectMany(c => c.Blocks.OfType<DraftParagraph>()).SelectMany(p => p.Text.Append(new DraftText(" ")))] });
        }

        if (cells.Count == 0 || columns == 0)
        {
            return [];
        }

        return [new WordBlock { Table = new(columns, [.. cells], HeaderRows(rows, cells, columns, context.Findings)) }];
    }

    private static IEnumerable<TableRow> Rows(OpenXmlElement parent, WordContext context)
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is TableRow { TableRowProperties: { } properties } && properties.GetFirstChild<Deleted>() is not null)
            {
                context.Findings.Add(Findings.Revisions);
            }
            else if (child is TableRow row)
            {
                yield return row;
            }
            else if (child is SdtRow or SdtContentRow or CustomXmlRow)
            {
                foreach (var inner in Rows(child, context))
                {
                    yield return inner;
                }
            }
        }
    }

    private static IEnumerable<TableCell> Cells(OpenXmlElement row, WordContext context) => row.ChildElements.SelectMany(child => child switch
    {
        TableCell cell when cell.TableCellProperties?.GetFirstChild<CellDeletion>() is not null => Deleted(context),
        TableCell cell => [cell],
        SdtCell or SdtContentCell or CustomXmlCell => Cells(child, context),
        _ => [],
    });

    private static IEnumerable<TableCell> Deleted(WordContext context)
    {
        context.Findings.Add(Findings.Revisions);
        return [];
    }

    private static List<DraftBlock> Content(WordContext context, OpenXmlPart part, TableCell cell)
    {
        var blocks = new List<DraftBlock>();
        foreach (var block in WordBlocks.Read(context, part, cell))
        {
            if (block.Table is { } nested)
            {
                context.Findings.Add(Findings.NestedTables);
                blocks.AddRange(nested.Rows.SelectMany(r => r).SelectMany(c => c.Blocks));
            }
            else
            {
                blocks.Add(Drafts.ItemOrParagraph(block));
            }
        }

        return blocks;
    }

    /// <summary>The lines under a document (版记) are often kept in place by a table.</summary>
    private static bool IsImprint(List<DraftCell> row)
    {
        var text = Folding.Squeeze(string.Concat(row.SelectMany(c => c.Blocks.OfType<DraftParagraph>()).SelectMany(p => p.Text.OfType<DraftText>()).Select(t => t.Text)));
        return text.StartsWith("抄送：", StringComparison.Ordinal) || text.StartsWith("抄报：", StringComparison.Ordinal) || text.EndsWith("日印发", StringComparison.Ordinal);
    }

    private static int HeaderRows(List<TableRow> rows, List<List<DraftCell>> cells, int columns, Findings findings)
    {
        var marked = rows.TakeWhile(r => r.TableRowProperties?.GetFirstChild<TableHeader>() is { } header && header.Val?.InnerText is null or "on" or "true" or "1").Count();
        var count = marked;
        if (marked == 0 && cells.Count > 1 && cells[0].Sum(c => c.ColumnSpan) == columns && cells[0].All(IsName))
        {
            findings.Add(Findings.GuessedHeader);
            count = 1;
        }

        // A cell that reaches further down takes its rows along.
        for (var row = 0; row < count; row++)
        {
            count = Math.Max(count, Math.Min(cells.Count, row + cells[row].Select(c => c.RowSpan).DefaultIfEmpty(1).Max()));
        }

        return count == cells.Count ? 0 : count;
    }

    private static bool IsName(DraftCell cell) =>
        cell.Blocks is [DraftParagraph paragraph] && string.Concat(paragraph.Text.OfType<DraftText>().Select(t => t.Text)).Length is > 0 and <= LongestHeader;

    private static int Number(OpenXmlSimpleType? value, int otherwise) => WordStyles.Number(value?.InnerText) ?? otherwise;
}

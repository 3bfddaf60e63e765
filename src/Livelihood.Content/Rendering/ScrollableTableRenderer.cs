using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Livelihood.Content.Rendering;

/// <summary>Puts a table into a region that scrolls sideways by touch and by keyboard, so that the page never does.</summary>
internal sealed class ScrollableTableRenderer : HtmlObjectRenderer<Table>
{
    private readonly HtmlTableRenderer _table = new();

    // One renderer renders one text: its tables are numbered, so that landmarks can be told apart by name.
    private int _number;

    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        // Markdown's tables cannot be without a heading row; one that is empty names no column and is not shown.
        foreach (var empty in obj.OfType<TableRow>().Where(r => r.IsHeader && !r.Descendants<LeafInline>().Any()).ToList())
        {
            obj.Remove(empty);
        }

        obj.GetAttributes().AddClass("govuk-table");
        WithoutInlineStyles(obj);
        renderer.Write($"<div class=\"scroll-region\" role=\"region\" tabindex=\"0\" aria-label=\"表格{++_number}，可左右滚动\">");
        _table.Write(renderer, (Markdig.Syntax.MarkdownObject)obj);
        renderer.Write("</div>");
    }

    /// <summary>Widths and alignments would become style attributes, which the content security policy refuses.</summary>
    private static void WithoutInlineStyles(Table table)
    {
        foreach (var cell in table.OfType<TableRow>().SelectMany(r => r.OfType<TableCell>()))
        {
            var column = cell.ColumnIndex >= 0 ? cell.ColumnIndex : cell.Parent!.IndexOf(cell);
            switch (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null)
            {
                case TableColumnAlign.Right:
                    cell.GetAttributes().AddClass("to-the-right");
                    break;
                case TableColumnAlign.Center:
                    cell.GetAttributes().AddClass("centred");
                    break;
            }
        }

        foreach (var column in table.ColumnDefinitions)
        {
            (column.Width, column.Alignment) = (0, null);
        }
    }
}

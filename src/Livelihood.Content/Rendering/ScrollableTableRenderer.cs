using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Livelihood.Content.Rendering;

/// <summary>Puts a table into a region that scrolls sideways by touch and by keyboard, so that the page never does.</summary>
internal sealed class ScrollableTableRenderer : HtmlObjectRenderer<Table>
{
    private readonly HtmlTableRenderer _table = new();

    // One renderer renders one text: its tables are numbered, so that landmarks can be told apart by name.
    private int _number;

    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        obj.GetAttributes().AddClass("govuk-table");
        renderer.Write($"<div class=\"scroll-region\" role=\"region\" tabindex=\"0\" aria-label=\"表格{++_number}，可左右滚动\">");
        _table.Write(renderer, (Markdig.Syntax.MarkdownObject)obj);
        renderer.Write("</div>");
    }
}

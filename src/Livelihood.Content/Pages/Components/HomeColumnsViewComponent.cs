using Livelihood.Content.Catalogue;
using Livelihood.Content.Columns;
using Livelihood.Content.Navigation;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Content.Pages.Components;

/// <summary>The newest lines of each column that is marked for the home page, read in one query.</summary>
public sealed class HomeColumnsViewComponent(SiteStructures structures, ColumnLines lines) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var site = await structures.CurrentAsync(HttpContext.RequestAborted);
        var marked = site.Columns.Lines.Select(l => l.Column).Where(c => c.HomeLines > 0).ToList();
        var newest = await lines.NewestAsync(marked.Select(c => (c, c.HomeLines)), HttpContext.RequestAborted);
        return View(new List<ColumnBlock>(marked.Where(c => newest.Contains(c.Id)).Select(c => new ColumnBlock(c, [.. newest[c.Id]]))));
    }
}

/// <summary>A column with its newest lines.</summary>
/// <param name="Column">The column.</param>
/// <param name="Lines">The lines, newest first.</param>
public sealed record ColumnBlock(Column Column, IReadOnlyList<CatalogueEntry> Lines);

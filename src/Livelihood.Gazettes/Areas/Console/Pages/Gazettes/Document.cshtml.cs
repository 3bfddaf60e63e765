using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Rendering;
using Livelihood.Gazettes.Import;
using Livelihood.Gazettes.Issues;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Livelihood.Gazettes.Areas.Console.Pages.Gazettes;

/// <summary>A document's latest text beside the lines it was read from.</summary>
public sealed class DocumentModel(IContentStore store, DraftQuery drafts) : GazettePageModel
{
    public ContentVersion Version { get; private set; } = null!;

    public (int Year, int Number) Issue { get; private set; }

    public HtmlString Text { get; private set; } = HtmlString.Empty;

    public IReadOnlyList<(int Number, string Text)> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int year, int number, string id, CancellationToken cancellation)
    {
        if (await store.LatestAsync(id, cancellation) is not { } version || version.Part<PrintedInPart>() is not { } printedIn
            || (await store.LatestAsync(printedIn.IssueId, cancellation))?.Item.Path != GazetteIssuePart.PathOf(year, number))
        {
            return NotFound();
        }

        (Version, Issue) = (version, (year, number));
        Text = new(MarkdownRenderer.ToHtml(version.Part<MarkdownBodyPart>()?.Markdown ?? "", Request.PathBase));
        var source = await drafts.SourceLinesAsync(version, cancellation);
        if (version.Part<SourceTextPart>() is { } span)
        {
            Lines = [.. source.Take(span.ToLine).Select((l, i) => (i + 1, l.Trim())).Skip(span.FromLine - 1).Where(l => l.Item2.Length > 0)];
        }

        return Page();
    }
}

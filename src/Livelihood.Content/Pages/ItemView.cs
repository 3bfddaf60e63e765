using Livelihood.Content.Definitions;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.Content.References;
using Livelihood.Content.Rendering;
using Microsoft.AspNetCore.Html;

namespace Livelihood.Content.Pages;

/// <summary>
/// What an item's page shows of one version: the model of <c>_ItemBody</c>. The public page and the previews show the
/// same thing through it.
/// </summary>
public sealed class ItemView(ContentVersion version, IReadOnlyList<IHighlighter> highlighters)
{
    /// <summary>The version, with its item.</summary>
    public ContentVersion Version { get; } = version;

    /// <summary>The responsible agency's name.</summary>
    public required string AgencyName { get; init; }

    /// <summary>The type's Chinese name.</summary>
    public required string TypeName { get; init; }

    /// <summary>The record above the text; empty where the item has none.</summary>
    public required IReadOnlyList<RecordLine> Record { get; init; }

    /// <summary>The headings of the text.</summary>
    public required IReadOnlyList<(int Level, string Anchor, string Text)> Outline { get; init; }

    /// <summary>The anchors of the text's articles (第一条 …), in order.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>The parts in the order of the type, each with its view.</summary>
    public IReadOnlyList<PartDisplay> Parts { get; internal set; } = [];

    /// <summary>The path under which the portal runs; empty at the root.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>The documents that references in its texts lead to.</summary>
    public IReadOnlyDictionary<string, ReferenceTarget> References { get; init; } = ReferenceTargets.None;

    /// <summary>Where a place in its text is cited; null where it is not public, or on paper.</summary>
    public string? CiteAddress { get; init; }

    /// <summary>Whether it stands alone on a sheet.</summary>
    public bool IsPrintView { get; init; }

    /// <summary>The words that a search brought here, to be marked; null or empty otherwise.</summary>
    public string? Query { get; init; }

    /// <summary>The record of an official document, or null.</summary>
    public OfficialDocumentPart? Document { get; } = version.Part<OfficialDocumentPart>();

    /// <summary>HTML of Markdown, with the searched words marked.</summary>
    public HtmlString Html(string markdown)
    {
        var html = MarkdownRenderer.ToHtml(markdown, new TextSurroundings { PathBase = PathBase, References = References, CiteAddress = CiteAddress });
        return new(string.IsNullOrWhiteSpace(Query)
            ? html
            : highlighters.Aggregate(html, (text, highlighter) => highlighter.MarkHtml(text, Query)));
    }
}

/// <summary>A part to be shown on an item's page: the model of its view.</summary>
/// <param name="Page">What the page shows.</param>
/// <param name="Name">The part's name.</param>
/// <param name="Template">The view.</param>
/// <param name="Fields">The part's fields, where it is made of fields.</param>
public sealed record PartDisplay(ItemView Page, string Name, string Template, IReadOnlyList<PartField> Fields);

using Livelihood.Content.Items;
using Livelihood.Content.Parts;

namespace Livelihood.Content.Publication;

/// <summary>What other rooms need to know of an item that was just published.</summary>
public sealed record PublishedContent
{
    /// <summary>The version with its item.</summary>
    public required ContentVersion Version { get; init; }

    /// <summary>The item's id.</summary>
    public string Id => Version.ItemId;

    /// <summary>The content type's name.</summary>
    public string Type => Version.Item.Type;

    /// <summary>The address.</summary>
    public string Path => Version.Item.Path;

    /// <summary>The title.</summary>
    public string Title => Version.DisplayText;

    /// <summary>The responsible agency's id.</summary>
    public string AgencyId => Version.Item.AgencyId;

    /// <summary>The responsible agency's name.</summary>
    public required string AgencyName { get; init; }

    /// <summary>发文字号 in its canonical form, or null.</summary>
    public string? Number { get; init; }

    /// <summary>The formed date, else the date of publication.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>有效性, or null.</summary>
    public Validity? Validity { get; init; }

    /// <summary>The plain text by headings and articles, in order, with the anchors of the item's page.</summary>
    public required IReadOnlyList<TextSection> Sections { get; init; }
}

/// <summary>A stretch of an item's text under one heading or article.</summary>
/// <param name="Anchor">The place on the item's page; empty: its top.</param>
/// <param name="Heading">The heading's text; empty before the first.</param>
/// <param name="Text">The plain text, without the heading; paragraphs end with a line feed.</param>
public sealed record TextSection(string Anchor, string Heading, string Text);

/// <summary>Told of publications within their transaction; what it writes commits with them or not at all.</summary>
public interface IContentHandler
{
    /// <summary>A version was published, for the first time or in place of an older one.</summary>
    Task PublishedAsync(PublishedContent content, CancellationToken cancellation);

    /// <summary>An item was withdrawn.</summary>
    Task WithdrawnAsync(string itemId, CancellationToken cancellation);

    /// <summary>Text that belongs to a published item came or changed without a new version, such as that of an attached file.</summary>
    Task TextChangedAsync(PublishedContent content, CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>Adds plain text to what is searched, for parts that hold text of their own (a gazette issue's contents).</summary>
public interface ITextContributor
{
    /// <summary>Further sections of the version; empty where it has none.</summary>
    Task<IReadOnlyList<TextSection>> SectionsOfAsync(ContentVersion version, CancellationToken cancellation);
}

/// <summary>Finds published items for a text that a person typed. Implemented by the search module.</summary>
public interface IPublishedSearch
{
    /// <summary>The best matches, best first; empty where nothing fits.</summary>
    /// <param name="text">What was typed, of any length; only the first 500 characters count.</param>
    /// <param name="max">How many at the most.</param>
    /// <param name="cancellation">Ends the search early.</param>
    Task<IReadOnlyList<PublishedHit>> SuggestAsync(string text, int max, CancellationToken cancellation = default);
}

/// <summary>A published item that matches.</summary>
public sealed record PublishedHit(string Path, string Title, string? Number, string Agency, DateOnly Date, string Passage);

/// <summary>Marks a reader's search words in rendered HTML. Implemented by the search module.</summary>
public interface IHighlighter
{
    /// <summary>The same HTML with <c>&lt;mark&gt;</c> around the words of the query; the text itself stays.</summary>
    string MarkHtml(string html, string query);
}

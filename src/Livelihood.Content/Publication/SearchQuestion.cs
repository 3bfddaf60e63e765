using Livelihood.Content.Catalogue;

namespace Livelihood.Content.Publication;

/// <summary>Answers what programs ask as the search page answers people. Implemented by the search module.</summary>
public interface ISearchAnswers
{
    /// <summary>Answers a question. Where something is wrong in it, the answer says only that.</summary>
    Task<SearchAnswer> AnswerAsync(SearchQuestion question, CancellationToken cancellation = default);
}

/// <summary>A search with the parameters of the search page's address.</summary>
public sealed record SearchQuestion
{
    /// <summary>What is searched, as it was typed.</summary>
    public string? Text { get; init; }

    /// <summary>What it is narrowed to: parameters with their values, of which a document has one.</summary>
    public required IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> Filter { get; init; }

    /// <summary>The order: null or empty (the best first), <c>newest</c>, <c>number</c>.</summary>
    public string? Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Results on a page.</summary>
    public int Size { get; init; } = 10;
}

/// <summary>What a search found.</summary>
public sealed record SearchAnswer
{
    /// <summary>What is wrong in the question, by parameter, in Chinese; empty where it was answered.</summary>
    public IReadOnlyDictionary<string, string[]> Problems { get; init; } = new Dictionary<string, string[]>();

    /// <summary>What of the text was left out or read otherwise, in Chinese.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>How many documents in all.</summary>
    public int Total { get; init; }

    /// <summary>False when <see cref="Total"/> may be a little too high.</summary>
    public bool IsTotalExact { get; init; } = true;

    /// <summary>No document has all the words; these have the most telling of them.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>How many pages can be read.</summary>
    public int PageCount { get; init; }

    /// <summary>The documents of the page, in order.</summary>
    public IReadOnlyList<AnswerHit> Hits { get; init; } = [];

    /// <summary>How many documents have which value, by parameter of the filter; each counts what the other parameters let through.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<AnswerFacet>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<AnswerFacet>>();
}

/// <summary>A document that was found.</summary>
/// <param name="Entry">Its line in the public catalogue.</param>
/// <param name="Passages">The places that answer.</param>
public sealed record AnswerHit(CatalogueEntry Entry, IReadOnlyList<AnswerPassage> Passages);

/// <summary>A place in a document.</summary>
/// <param name="Anchor">The place on the document's page; empty: its top.</param>
/// <param name="Heading">The article or heading it stands in; empty before the first.</param>
/// <param name="Text">The text around the words.</param>
public sealed record AnswerPassage(string Anchor, string Heading, string Text);

/// <summary>A value of a facet.</summary>
/// <param name="Value">The value, as the parameter takes it.</param>
/// <param name="Count">How many documents have it.</param>
public sealed record AnswerFacet(string Value, int Count);

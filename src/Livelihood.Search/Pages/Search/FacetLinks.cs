using Livelihood.Search.Querying;

namespace Livelihood.Search.Pages.Search;

/// <summary>The values of one facet as links.</summary>
/// <param name="Title">The facet's Chinese name.</param>
/// <param name="Links">Its values, the most frequent first.</param>
public sealed record FacetLinks(string Title, IReadOnlyList<FacetLink> Links)
{
    /// <summary>Values shown of one facet.</summary>
    public const int Most = 12;

    /// <summary>The links of a facet: the most frequent values, and the one that is chosen.</summary>
    internal static FacetLinks Of<T>(
        string title, IReadOnlyList<FacetCount<T>> counts, Func<T, string> text, Func<T, bool> isChosen, Func<T, string> url, string urlWithout) =>
        new(title, [.. counts.Take(Most).Concat(counts.Skip(Most).Where(c => isChosen(c.Value)))
            .Select(c => new FacetLink(text(c.Value), c.Count, isChosen(c.Value) ? urlWithout : url(c.Value), isChosen(c.Value)))]);

    /// <summary>There is something to choose, or to take back.</summary>
    public bool IsUseful => Links.Count > 1 || Links.Any(l => l.IsChosen);
}

/// <summary>A value of a facet as a link: it narrows to the value, or takes that back.</summary>
/// <param name="Text">The value in Chinese.</param>
/// <param name="Count">How many documents have it.</param>
/// <param name="Url">The same search with the value chosen, or without it where it is.</param>
/// <param name="IsChosen">The results shown are narrowed to it.</param>
public sealed record FacetLink(string Text, int Count, string Url, bool IsChosen);

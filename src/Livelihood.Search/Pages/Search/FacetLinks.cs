namespace Livelihood.Search.Pages.Search;

/// <summary>The values of one facet as links.</summary>
/// <param name="Title">The facet's Chinese name.</param>
/// <param name="Links">Its values, the most frequent first; all that are chosen are among them.</param>
/// <param name="More">Less frequent values, opened on demand.</param>
public sealed record FacetLinks(string Title, IReadOnlyList<FacetLink> Links, IReadOnlyList<FacetLink> More)
{
    /// <summary>Values shown at once of one facet.</summary>
    public const int Most = 8;

    /// <summary>Values shown on demand; who wants one beyond types its name.</summary>
    public const int MostMore = 60;

    /// <summary>The most frequent values and all that are chosen, then the others.</summary>
    public static FacetLinks Of(string title, IEnumerable<FacetLink> links)
    {
        var all = links.ToList();
        var shown = all.Where((link, place) => place < Most || link.HasChosen).ToList();
        return new(title, shown, [.. all.Except(shown).Take(MostMore)]);
    }

    /// <summary>There is something to choose that makes a difference, or to take back.</summary>
    /// <param name="total">How many documents are shown.</param>
    public bool IsUseful(int total) => Links.Count > 1 || Links.Any(l => l.HasChosen || l.Narrows(total));
}

/// <summary>A value of a facet as a link: it adds the value to those that the results are narrowed to, or takes it away.</summary>
/// <param name="Text">The value in Chinese.</param>
/// <param name="Count">How many documents have it.</param>
/// <param name="Url">The same search with the value chosen, or without it where it is.</param>
/// <param name="IsChosen">The results shown are narrowed to it.</param>
public sealed record FacetLink(string Text, int Count, string Url, bool IsChosen)
{
    /// <summary>Values that are a part of this one, such as the agencies below an agency.</summary>
    public IReadOnlyList<FacetLink> Below { get; init; } = [];

    /// <summary>It is chosen, or something below it.</summary>
    public bool HasChosen => IsChosen || Below.Any(b => b.HasChosen);

    /// <summary>Not all documents have it, or something below it.</summary>
    public bool Narrows(int total) => Count != total || Below.Any(b => b.Narrows(total));
}

/// <summary>A chosen value, to be taken back.</summary>
/// <param name="Facet">The facet's Chinese name.</param>
/// <param name="Text">The value in Chinese.</param>
/// <param name="Url">The same search without it.</param>
public sealed record ChosenValue(string Facet, string Text, string Url);

using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Queries;

/// <summary>What a reader asks, understood. Made by <see cref="QueryParser"/>; always bounded, whatever was typed.</summary>
/// <param name="Text">What was typed, at most <see cref="QueryParser.LongestText"/> characters of it.</param>
/// <param name="Words">What must be found.</param>
/// <param name="Excluded">What must not be there.</param>
/// <param name="Number">The document number that the whole query is, or null. <paramref name="Words"/> hold it as words too.</param>
/// <param name="Notices">What was left out or read otherwise, in Chinese, for the reader.</param>
public sealed record SearchQuery(
    string Text,
    IReadOnlyList<QueryWord> Words,
    IReadOnlyList<QueryWord> Excluded,
    DocumentNumberQuery? Number,
    IReadOnlyList<string> Notices)
{
    /// <summary>Names of issuing agencies, as typed, of which one must have issued the document; empty: any.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>The days between which the document's date must lie, or null.</summary>
    public DateRange? Dates { get; init; }

    /// <summary>Something but words is asked for.</summary>
    public bool IsNarrowed => Agencies.Count > 0 || Dates is not null;

    /// <summary>There is nothing to look for.</summary>
    public bool IsEmpty => Words.Count == 0 && !IsNarrowed;

    /// <summary>The same, where the words of short phrases may stand apart too; itself where that changes nothing.</summary>
    public SearchQuery Loosen()
    {
        var words = Words.Select(w => w.Loosen()).ToList();
        return words.Where((w, i) => !ReferenceEquals(w, Words[i])).Any() ? this with { Words = words } : this;
    }

    /// <summary>
    /// The same without the numbers among its words, for those that lead to nothing: of each only the code is left, which may be a word
    /// that somebody wrote before it. Where nothing else was asked for, their letters are words.
    /// </summary>
    public SearchQuery WithoutNumbers()
    {
        if (NumberAmongWords is null)
        {
            return this;
        }

        var words = Words.Where(w => w.Number is null || w.IsExact)
            .Concat(Words.Where(w => !w.IsExact).Select(w => w.Number?.AgencyCode).OfType<string>().Select(code => QueryWord.Word(CanonicalText.TextOf(code)))).ToList();
        return this with { Words = words.Count > 0 ? words : [.. Words.Select(w => QueryWord.Word(w.Canonical))] };
    }

    /// <summary>The first number among words, unless it was asked for by name; or null.</summary>
    public QueryWord? NumberAmongWords => Words.FirstOrDefault(w => w is { Number: not null, IsExact: false });

    /// <summary>The document numbers asked for, as the whole query or among its words.</summary>
    public IEnumerable<DocumentNumberQuery> Numbers =>
        Words.Select(w => w.Number).Prepend(Number).OfType<DocumentNumberQuery>();
}

using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>
/// Puts candidates in order: the document whose number was asked for; then title over headings over text, whole words over
/// their pieces, near over far, in force over repealed, with a mild pull to the newer.
/// </summary>
public sealed class Ranker
{
    private const double InTitle = 10;
    private const double InHeadings = 4;
    private const double InText = 2;
    private const double AllInTitle = 1.6;
    private const double TogetherInTitle = 1.5;
    private const double TogetherInText = 1.25;
    private const double Near = 0.2;
    private const double NotInForce = 0.6;
    private const double Newest = 0.15;
    private const double YearsToHalf = 3;

    /// <summary>Occurrences beyond this many add nothing.</summary>
    private const int MostOccurrences = 16;

    /// <summary>Characters between two words that still count as near.</summary>
    private const int NearBy = 60;

    private readonly IReadOnlyList<QueryWord> _words;
    private readonly IReadOnlyList<DocumentNumberQuery> _numbers;
    private readonly string[] _together;
    private readonly DateOnly _today;
    private readonly Weights _weights;

    /// <summary>Prepares to rank the answers of a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="today">The day from which age is reckoned.</param>
    /// <param name="weights">What the pieces of the query weigh; the same where that is not given.</param>
    public Ranker(SearchQuery query, DateOnly today, Weights? weights = null)
    {
        _weights = weights ?? Weights.Equal;
        _words = query.Words;
        _numbers = [.. query.Numbers.Select(n => n with { AgencyCode = n.AgencyCode is { } code ? NumberTerms.Code(code) : null })];
        _together = [.. new[] { " ", "" }.Select(between => Together(query.Words, between)).Distinct(StringComparer.Ordinal)];
        _today = today;
    }

    /// <summary>The candidates, best first; ties go to the newer, then to the one published later.</summary>
    public IReadOnlyList<Ranked> Rank(IEnumerable<Candidate> candidates) =>
    [
        .. candidates.Select(Rank)
            .OrderByDescending(r => r.HasNumber)
            .ThenByDescending(r => r.Score)
            .ThenByDescending(r => r.Candidate.Date)
            .ThenByDescending(r => r.Candidate.Id),
    ];

    /// <summary>Whether each exact phrase and each short word really stands in the text: terms alone may be scattered.</summary>
    public bool HasAllWhole(Candidate candidate) => _words.All(w =>
        w.Pieces.Count > 0 || w.Number is not null || w.IsSingle
        || candidate.Text.Contains(w.Pattern, StringComparison.Ordinal)
        || candidate.Title.Contains(w.Pattern, StringComparison.Ordinal));

    private Ranked Rank(Candidate candidate)
    {
        var hasNumber = candidate.Number is { } own && _numbers.Any(n => n.Matches(own));
        var score = 0.0;
        var inTitle = 0;
        foreach (var word in _words)
        {
            var title = Share(candidate.Title, word);
            inTitle += title >= 1 ? 1 : 0;
            var share = InTitle * title + InHeadings * Share(candidate.Headings, word) + InText * TextShare(candidate.Text, word);
            score += share * WeightOf(word);
        }

        score *= inTitle == _words.Count ? AllInTitle : 1;
        if (_words.Count > 1)
        {
            score *= StandTogether(candidate.Title) ? TogetherInTitle : 1;
            score *= StandTogether(candidate.Text) ? TogetherInText : 1 + Near * Nearness(candidate.Text);
        }

        score *= candidate.IsInForce ? 1 : NotInForce;
        score *= 1 + Newest * Math.Pow(2, -Age(candidate.Date) / YearsToHalf);
        return new(candidate, hasNumber, score);
    }

    /// <summary>The words one after the other as a pattern; readers put spaces where the text has none, and the reverse.</summary>
    private static string Together(IReadOnlyList<QueryWord> words, string between) =>
        QueryWord.PatternOf(CanonicalText.TextOf(string.Join(between, words.Select(w => w.Canonical.Trim()))));

    private bool StandTogether(string text) => _together.Any(t => text.Contains(t, StringComparison.Ordinal));

    private double Age(DateOnly date) => Math.Max(0, _today.DayNumber - date.DayNumber) / 365.25;

    /// <summary>1 for the whole word; less than a half for all of its pieces.</summary>
    private double Share(string text, QueryWord word)
    {
        if (text.Contains(word.Pattern, StringComparison.Ordinal))
        {
            return 1;
        }

        var all = word.Pieces.Sum(_weights.Of);
        return all > 0 ? 0.45 * word.Pieces.Where(p => text.Contains(p, StringComparison.Ordinal)).Sum(_weights.Of) / all : 0;
    }

    /// <summary>A long word weighs what its pieces weigh together, compared with a short one.</summary>
    private double WeightOf(QueryWord word) =>
        word.Pieces.Count == 0 ? _weights.Of(word.Canonical) : word.Pieces.Average(_weights.Of);

    private double TextShare(string text, QueryWord word)
    {
        var count = 0;
        for (var at = text.IndexOf(word.Pattern, StringComparison.Ordinal); at >= 0 && count < MostOccurrences; count++)
        {
            at = text.IndexOf(word.Pattern, at + word.Pattern.Length, StringComparison.Ordinal);
        }

        return count == 0 ? Share(text, word) : 1 + Math.Log2(count) / 4;
    }

    /// <summary>1 when all words stand close to one place of the rarest, 0 when none does.</summary>
    private double Nearness(string text)
    {
        var first = _words.MaxBy(w => w.Pattern.Length)!;
        var best = 0.0;
        var at = text.IndexOf(first.Pattern, StringComparison.Ordinal);
        for (var i = 0; at >= 0 && i < MostOccurrences; i++)
        {
            var from = Math.Max(0, at - NearBy);
            var around = text.AsSpan(from, Math.Min(text.Length - from, first.Pattern.Length + 2 * NearBy));
            var near = 0;
            foreach (var word in _words)
            {
                near += !ReferenceEquals(word, first) && around.Contains(word.Pattern, StringComparison.Ordinal) ? 1 : 0;
            }

            best = Math.Max(best, near / (_words.Count - 1.0));
            at = text.IndexOf(first.Pattern, at + first.Pattern.Length, StringComparison.Ordinal);
        }

        return best;
    }
}

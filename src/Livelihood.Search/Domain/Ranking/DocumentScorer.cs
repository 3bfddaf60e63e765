using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>
/// Judges one document by the places of a plan's terms in it: title over headings over text, whole words over their pieces,
/// together over near over far, in force over repealed, with a mild pull to the newer. Keeps its working space; one for each
/// thread.
/// </summary>
public sealed class DocumentScorer
{
    /// <summary>Occurrences beyond this many add nothing.</summary>
    public const int MostOccurrences = 16;

    /// <summary>What is no answer.</summary>
    public const float None = -1;

    private const double InTitle = 10;
    private const double InHeadings = 4;
    private const double InText = 2;
    private const double AllInTitle = 1.6;
    private const double TogetherInTitle = 1.5;
    private const double TogetherInText = 1.25;
    private const double Near = 0.2;
    private const double NotInForce = 0.6;

    /// <summary>Terms between two words that still count as near.</summary>
    private const int NearBy = 60;

    private readonly WordFinder[] _words;
    private readonly double _least;
    private readonly Recency _recency;

    /// <summary>Prepares to judge the answers of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="today">The day from which age is reckoned.</param>
    public DocumentScorer(MatchPlan plan, DateOnly today)
    {
        _words = [.. plan.Words.Select(w => new WordFinder(w))];
        _least = plan.Least;
        _recency = new(today);
    }

    /// <summary>How good an answer a document is: higher is better, comparable within one plan; <see cref="None"/> where it is none.</summary>
    /// <param name="places">The places of each of the plan's terms.</param>
    /// <param name="day">The document's date, as a day number.</param>
    /// <param name="isInForce">False when it was repealed or has expired.</param>
    public float Score(Positions[] places, int day, bool isInForce)
    {
        var (score, weight, inTitle) = (1e-3, 0.0, 0);
        foreach (var word in _words)
        {
            var found = word.Find(places);
            if (!found && word.IsRequired)
            {
                return None;
            }

            weight += word.FoundWeight;
            inTitle += word.Title >= 1 ? 1 : 0;
            score += word.Weight * (InTitle * word.Title + InHeadings * word.Headings + InText * word.Text);
        }

        if (weight < _least)
        {
            return None;
        }

        if (_words.Length > 0 && inTitle == _words.Length)
        {
            score *= AllInTitle;
        }

        if (_words.Length > 1)
        {
            score *= Togetherness();
        }

        return (float)(score * (isInForce ? 1 : NotInForce) * _recency.Of(day));
    }

    private double Togetherness()
    {
        var (title, text) = StandTogether();
        return (title ? TogetherInTitle : 1) * (text ? TogetherInText : 1 + Near * Nearness());
    }

    /// <summary>Whether the words stand one after the other, in the title and anywhere.</summary>
    private (bool Title, bool Text) StandTogether()
    {
        var text = false;
        foreach (var start in _words[0].Whole.All)
        {
            var at = start + _words[0].Length;
            var stands = true;
            for (var i = 1; stands && i < _words.Length; at += _words[i++].Length)
            {
                stands = _words[i].Whole.All.BinarySearch(at) >= 0;
            }

            if (stands && Positions.ColumnOf(start) == TextColumn.Title)
            {
                return (true, true);
            }

            text |= stands;
        }

        return (false, text);
    }

    /// <summary>1 when all words stand close to one place of the rarest, 0 when none does.</summary>
    private double Nearness()
    {
        var rarest = _words[0];
        foreach (var word in _words)
        {
            rarest = word.Any.Count > 0 && (rarest.Any.Count == 0 || word.Any.Count < rarest.Any.Count) ? word : rarest;
        }

        var best = 0;
        var looked = 0;
        foreach (var place in rarest.Any.All)
        {
            var near = 0;
            foreach (var word in _words)
            {
                near += !ReferenceEquals(word, rarest) && HasWithin(word.Any.All, place - NearBy, place + NearBy) ? 1 : 0;
            }

            best = Math.Max(best, near);
            if (++looked == MostOccurrences || best == _words.Length - 1)
            {
                break;
            }
        }

        return best / (_words.Length - 1.0);
    }

    private static bool HasWithin(ReadOnlySpan<int> places, int from, int to)
    {
        var index = places.BinarySearch(from);
        index = index < 0 ? ~index : index;
        return index < places.Length && places[index] <= to;
    }
}

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
    public const int MostOccurrences = 4;

    /// <summary>Places of the rarest word around which others are looked for.</summary>
    internal const int MostNear = 16;

    /// <summary>What is no answer.</summary>
    public const float None = -1;

    private const double AtLeast = 1e-3;
    private const double AllInTitle = 1.6;
    private const double TogetherInTitle = 1.5;
    private const double TogetherInText = 1.25;
    private const double Near = 0.2;
    private const double NotInForce = 0.6;

    /// <summary>Terms between two words that still count as near.</summary>
    private const int NearBy = 60;

    private readonly WordFinder[] _words;
    private readonly Positions[] _any;
    private readonly Standing _together;
    private readonly double _least;
    private readonly Recency _recency;

    /// <summary>Prepares to judge the answers of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="today">The day from which age is reckoned.</param>
    public DocumentScorer(MatchPlan plan, DateOnly today)
    {
        _words = [.. plan.Words.Select(w => new WordFinder(w))];
        _any = new Positions[_words.Length];
        var ends = 0;
        _together = new([.. _words.Select(w => (ends += w.Length) - w.Length)]);
        _least = plan.Least;
        _recency = new(today);
    }

    /// <summary>How good an answer a document is: higher is better, comparable within one plan; <see cref="None"/> where it is none.</summary>
    /// <param name="places">The places of each of the plan's terms.</param>
    /// <param name="day">The document's date, as a day number.</param>
    /// <param name="isInForce">False when it was repealed or has expired.</param>
    public float Score(Positions[] places, int day, bool isInForce)
    {
        var (score, weight, inTitle) = (AtLeast, 0.0, 0);
        foreach (var word in _words)
        {
            var found = word.Find(places);
            if (!found && word.IsRequired)
            {
                return None;
            }

            weight += word.FoundWeight;
            inTitle += word.IsInTitle ? 1 : 0;
            score += word.Worth;
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

        return Final(score, day, isInForce);
    }

    private float Final(double score, int day, bool isInForce) => (float)(score * (isInForce ? 1 : NotInForce) * _recency.Of(day));

    private double Togetherness()
    {
        var (title, text) = StandTogether();
        return (title ? TogetherInTitle : 1) * (text ? TogetherInText : 1 + Near * Nearness());
    }

    /// <summary>Whether the words stand one after the other, in the title and anywhere.</summary>
    private (bool Title, bool Text) StandTogether()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            _together.Set(i, _words[i].Whole);
        }

        var together = _together.Look();
        return together.IsEmpty ? default : (together.Outline().IsInTitle, true);
    }

    /// <summary>1 when all words stand close to one place of the rarest, 0 when none does.</summary>
    private double Nearness()
    {
        var rarest = 0;
        for (var i = 0; i < _words.Length; i++)
        {
            var any = _any[i] = _words[i].Any;
            rarest = !any.IsEmpty && (_any[rarest].IsEmpty || Shares.IsRarer(any, _any[rarest])) ? i : rarest;
        }

        // At an index the places of the rarest, a bit for each, that have so many of the other words near.
        Span<uint> near = stackalloc uint[_any.Length];
        near[0] = uint.MaxValue;
        var best = 0;
        for (var i = 0; i < _any.Length; i++)
        {
            if (i == rarest || _any[i].NearTo(_any[rarest], MostNear, NearBy) is not (> 0 and var bits))
            {
                continue;
            }

            for (var count = best + 1; count > 0; count--)
            {
                near[count] |= near[count - 1] & bits;
            }

            best += near[best + 1] != 0 ? 1 : 0;
        }

        return best / (_words.Length - 1.0);
    }
}

using System.Runtime.CompilerServices;
using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>Finds one word of a plan in one document after the other, from the places of its terms.</summary>
internal sealed class WordFinder
{
    private readonly FormFinder[] _forms;
    private readonly bool _isRequired;
    private readonly double _weight;
    private FormFinder? _shown;

    /// <summary>The piece that is all of the word, as with most words; null where there is more.</summary>
    private readonly PieceFinder? _only;
    private readonly WorthOfWhole _worthOfWhole;

    public WordFinder(PlannedWord word)
    {
        (_isRequired, _weight) = (word.IsRequired, word.Weight);
        Length = word.Forms.Count > 0 ? word.Forms[0].Length : 1;
        _worthOfWhole = new(word.Weight);
        if (word.Forms is [{ Pieces: [var only], Share: 1 }])
        {
            _only = new(only);
        }

        _forms = _only is null ? [.. word.Forms.Select(f => new FormFinder(f, word.IsRequired))] : [];
    }

    /// <summary>No document without it is an answer.</summary>
    public bool IsRequired => _isRequired;

    /// <summary>How many terms the word takes, as it was typed.</summary>
    public int Length { get; }

    /// <summary>What it adds to the score, in the best of its forms.</summary>
    public double Worth { get; private set; }

    /// <summary>The whole word, as it was typed, stands in the title.</summary>
    public bool IsInTitle { get; private set; }

    /// <summary>The weight of the pieces that were found, where not all need be.</summary>
    public double FoundWeight { get; private set; }

    /// <summary>The places where the whole word begins, in the first of its forms that stands there.</summary>
    public Positions Whole { get; private set; } = Positions.Nowhere;

    /// <summary>The places where it, or else a piece of it, begins. Found out when it is asked.</summary>
    public Positions Any => _shown?.Any ?? Whole;

    /// <summary>Looks for the word. False when no form of it has all its pieces.</summary>
    public bool Find(Positions[] places)
    {
        if (_only is null)
        {
            return FindForms(places);
        }

        if (!_only.Find(places))
        {
            (Worth, IsInTitle, FoundWeight, Whole) = (0, false, 0, Positions.Nowhere);
            return false;
        }

        Whole = _only.Places;
        var outline = Whole.Outline();
        (Worth, IsInTitle, FoundWeight) = (_worthOfWhole.Of(outline), outline.IsInTitle, _isRequired ? 0 : _only.Weight);
        return true;
    }

    private bool FindForms(Positions[] places)
    {
        (FoundWeight, Whole, _shown) = (0, Positions.Nowhere, null);
        var shares = default(Shares);
        foreach (var form in _forms)
        {
            if (!form.Find(places))
            {
                continue;
            }

            shares = _shown is null ? form.Shares : shares.Or(form.Shares);
            FoundWeight = _isRequired ? 0 : Math.Max(FoundWeight, form.Weight);
            _shown = _shown is null || (Whole.IsEmpty && !form.Whole.IsEmpty) ? form : _shown;
            Whole = Whole.IsEmpty ? form.Whole : Whole;
        }

        (Worth, IsInTitle) = (_weight * shares.Worth, shares.Title >= 1);
        return _shown is not null;
    }

    /// <summary>What a whole word is worth, by all that is looked at: reckoned once.</summary>
    private readonly struct WorthOfWhole(double weight)
    {
        private readonly double[] _worths =
        [
            .. Enumerable.Range(0, DocumentScorer.MostOccurrences + 1).SelectMany(count => new[] { (false, false), (true, false), (false, true), (true, true) }
                .Select(where => weight * Shares.Of(where.Item1, where.Item2, count).Worth)),
        ];

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public double Of(Outline outline) =>
            _worths[4 * Math.Min(DocumentScorer.MostOccurrences, outline.Count) + (outline.IsInTitle ? 1 : 0) + (outline.IsInHeadings ? 2 : 0)];
    }
}

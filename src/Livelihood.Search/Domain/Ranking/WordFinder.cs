using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>Finds one word of a plan in one document after the other, from the places of its terms.</summary>
internal sealed class WordFinder
{
    private readonly FormFinder[] _forms;
    private FormFinder? _shown;

    public WordFinder(PlannedWord word)
    {
        _forms = [.. word.Forms.Select(f => new FormFinder(f, word.IsRequired))];
        (IsRequired, Weight) = (word.IsRequired, word.Weight);
        Length = word.Forms.Count > 0 ? word.Forms[0].Length : 1;
    }

    public bool IsRequired { get; }

    public double Weight { get; }

    /// <summary>How many terms the word takes, as it was typed.</summary>
    public int Length { get; }

    /// <summary>How much of the word stands where, in the best of its forms.</summary>
    public Shares Shares { get; private set; }

    /// <summary>The weight of the pieces that were found, where not all need be.</summary>
    public double FoundWeight { get; private set; }

    /// <summary>The places where the whole word begins, in the first of its forms that stands there.</summary>
    public Positions Whole { get; private set; } = Positions.Nowhere;

    /// <summary>The places where it, or else a piece of it, begins. Found out when it is asked.</summary>
    public Positions Any => _shown?.Any ?? Positions.Nowhere;

    /// <summary>Looks for the word. False when no form of it has all its pieces.</summary>
    public bool Find(Positions[] places)
    {
        (Shares, FoundWeight, Whole, _shown) = (default, 0, Positions.Nowhere, null);
        var found = false;
        foreach (var form in _forms)
        {
            if (!form.Find(places))
            {
                continue;
            }

            Shares = found ? Shares.Or(form.Shares) : form.Shares;
            FoundWeight = IsRequired ? 0 : Math.Max(FoundWeight, form.Weight);
            _shown = !found || (Whole.IsEmpty && !form.Whole.IsEmpty) ? form : _shown;
            Whole = Whole.IsEmpty ? form.Whole : Whole;
            found = true;
        }

        return found;
    }
}

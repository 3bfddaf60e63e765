using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>Finds one form of a word in one document after the other: whole, or else in pieces.</summary>
internal sealed class FormFinder(PlannedForm form, bool isRequired)
{
    private const double OfPieces = 0.45;

    private readonly PieceFinder[] _pieces = [.. form.Pieces.Select(p => new PieceFinder(p))];
    private readonly double _allWeight = form.Pieces.Sum(p => p.Weight);
    private readonly double _share = form.Share;
    private readonly Standing _standing = new([.. form.Pieces.Select(p => p.At - form.Pieces[0].At)]);

    /// <summary>How much of it stands where, in the document looked at last.</summary>
    public Shares Shares { get; private set; }

    /// <summary>The weight of the pieces that stand in it.</summary>
    public double Weight { get; private set; }

    /// <summary>Where the whole form begins.</summary>
    public Positions Whole { get; private set; } = Positions.Nowhere;

    /// <summary>Where it, or else its rarest piece, begins. Found out when it is asked.</summary>
    public Positions Any => Whole.IsEmpty ? Rarest() : Whole;

    /// <summary>Looks for the form; false where no piece stands in the document, or not every one that must.</summary>
    public bool Find(Positions[] places)
    {
        if (_pieces.Length > 1)
        {
            return FindPieces(places);
        }

        var only = _pieces[0];
        if (!only.Find(places))
        {
            return false;
        }

        Whole = only.Places;
        Weight = only.Weight;
        Shares = Shares.OfWhole(only.Places).Times(_share);
        return true;
    }

    private bool FindPieces(Positions[] places)
    {
        var (title, headings, weight, found) = (0.0, 0.0, 0.0, 0);
        Whole = Positions.Nowhere;
        foreach (var piece in _pieces)
        {
            if (!piece.Find(places))
            {
                if (isRequired)
                {
                    return false;
                }

                continue;
            }

            found++;
            weight += piece.Weight;
            var outline = piece.Places.Outline();
            title += outline.IsInTitle ? piece.Weight : 0;
            headings += outline.IsInHeadings ? piece.Weight : 0;
        }

        Weight = weight;
        var shares = new Shares(title, headings, weight).Times(OfPieces / _allWeight);
        if (found == _pieces.Length && FindWhole() is { IsEmpty: false } whole)
        {
            Whole = whole;
            shares = shares.Or(Shares.OfWhole(whole));
        }

        Shares = shares.Times(_share);
        return found > 0;
    }

    /// <summary>The piece that stands least often.</summary>
    private Positions Rarest()
    {
        var rarest = Positions.Nowhere;
        foreach (var piece in _pieces)
        {
            rarest = !piece.Places.IsEmpty && (rarest.IsEmpty || Shares.IsRarer(piece.Places, rarest)) ? piece.Places : rarest;
        }

        return rarest;
    }

    /// <summary>Looks for all pieces in their places.</summary>
    private Positions FindWhole()
    {
        for (var i = 0; i < _pieces.Length; i++)
        {
            _standing.Set(i, _pieces[i].Places);
        }

        return _standing.Look();
    }
}

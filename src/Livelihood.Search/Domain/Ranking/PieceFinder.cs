using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>Finds where characters stand together, in one document after the other. Works on arrays: it is called for every document.</summary>
internal sealed class PieceFinder(PlannedPiece piece)
{
    private readonly PieceTerm[] _terms = [.. piece.Terms];
    private readonly Positions _standing = new();

    /// <summary>What the piece weighs when not all of a query need be found.</summary>
    public double Weight { get; } = piece.Weight;

    /// <summary>Where in its word it begins.</summary>
    public int At { get; } = piece.At;

    /// <summary>Where the piece begins in the document looked at last.</summary>
    public Positions Places { get; private set; } = new();

    /// <summary>Looks for the piece; false where it does not stand anywhere.</summary>
    public bool Find(Positions[] places)
    {
        var first = places[_terms[0].Index];
        if (_terms.Length == 1 || first.Count == 0)
        {
            Places = first;
            return first.Count > 0;
        }

        Places = _standing;
        _standing.Set(first.All);
        for (var i = 1; i < _terms.Length && _standing.Count > 0; i++)
        {
            _standing.KeepWhere(places[_terms[i].Index].All, _terms[i].Offset);
        }

        return _standing.Count > 0;
    }
}

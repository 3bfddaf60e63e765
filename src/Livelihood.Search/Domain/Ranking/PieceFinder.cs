using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>Finds where characters stand together, in one document after the other. Works on arrays: it is called for every document.</summary>
internal sealed class PieceFinder(PlannedPiece piece)
{
    private readonly int[] _terms = [.. piece.Terms.Select(t => t.Index)];
    private readonly Standing _standing = new([.. piece.Terms.Select(t => t.Offset)]);

    /// <summary>What the piece weighs when not all of a query need be found.</summary>
    public double Weight { get; } = piece.Weight;

    /// <summary>Where in its word it begins.</summary>
    public int At { get; } = piece.At;

    /// <summary>Where the piece begins in the document looked at last.</summary>
    public Positions Places { get; private set; } = Positions.Nowhere;

    /// <summary>Looks for the piece; false where it does not stand anywhere.</summary>
    public bool Find(Positions[] places)
    {
        if (_terms.Length == 1)
        {
            Places = places[_terms[0]];
            return !Places.IsEmpty;
        }

        for (var i = 0; i < _terms.Length; i++)
        {
            _standing.Set(i, places[_terms[i]]);
        }

        Places = _standing.Look();
        return !Places.IsEmpty;
    }
}

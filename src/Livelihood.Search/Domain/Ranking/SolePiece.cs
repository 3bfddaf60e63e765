using Livelihood.Search.Domain.Matching;

namespace Livelihood.Search.Domain.Ranking;

/// <summary>
/// Says where the only piece of a query stands, as most queries have no more, and reads no more of its terms' places than that
/// takes: in a text that is about the matter they are many.
/// </summary>
internal sealed class SolePiece(PlannedPiece piece)
{
    private readonly PieceFinder _piece = new(piece);
    private readonly int[] _terms = [.. piece.Terms.Select(t => t.Index)];
    private readonly int _behind = piece.Terms[^1].Offset;

    /// <summary>How much of it stands where; false where it stands nowhere.</summary>
    public bool Find(Positions[] places, out Shares shares)
    {
        var seen = new SeenPlaces();
        var first = places[_terms[0]];
        var second = places[_terms[^1]];
        if (!first.IsRead && (_terms.Length == 1 || (_terms.Length == 2 && first.IsAlwaysBefore(second, _behind))))
        {
            Look(ref seen, new(first.List));
        }
        else if (_terms.Length == 2 && !first.IsRead && !second.IsRead)
        {
            Look(ref seen, new(first.List), new(second.List));
        }
        else
        {
            var isThere = _piece.Find(places);
            shares = isThere ? Shares.OfWhole(_piece.Places) : default;
            return isThere;
        }

        shares = seen.Shares;
        return seen.Count > 0;
    }

    private static void Look(ref SeenPlaces seen, PositionReader places)
    {
        while (!seen.IsEnough && places.Next())
        {
            seen.Add(places.Place);
        }
    }

    private void Look(ref SeenPlaces seen, PositionReader places, PositionReader others)
    {
        var isThere = others.Next();
        while (!seen.IsEnough && places.Next())
        {
            var wanted = places.Place + _behind;
            while (isThere && others.Place < wanted)
            {
                isThere = others.Next();
            }

            if (!isThere)
            {
                return;
            }

            if (others.Place == wanted)
            {
                seen.Add(places.Place);
            }
        }
    }
}

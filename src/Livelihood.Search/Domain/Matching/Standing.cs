namespace Livelihood.Search.Domain.Matching;

/// <summary>Finds where several things stand beside one another, each so many terms behind the first.</summary>
/// <param name="offsets">How many terms behind the first each stands; that of the first is 0.</param>
public sealed class Standing(int[] offsets)
{
    private readonly Positions[] _parts = [.. offsets.Select(_ => Positions.Nowhere)];
    private readonly Positions _found = new();

    /// <summary>Says where one of the things stands; to be followed by <see cref="Look"/>.</summary>
    public void Set(int part, Positions places)
    {
        // Mostly it is the one of the document before, and to compare is cheaper than to store.
        if (!ReferenceEquals(_parts[part], places))
        {
            _parts[part] = places;
        }
    }

    /// <summary>
    /// The places of the first thing where all others stand as they should; good until the next look. Linear in the places of the
    /// rarest and of as many others as it takes to see that they do not.
    /// </summary>
    public Positions Look()
    {
        if (_parts.Length == 2 && _parts[0].IsAlwaysBefore(_parts[1], offsets[1]))
        {
            return _parts[0];
        }

        var rarest = 0;
        for (var i = 1; i < _parts.Length; i++)
        {
            rarest = _parts[i].Effort < _parts[rarest].Effort ? i : rarest;
        }

        var places = _parts[rarest];
        var shift = -offsets[rarest];
        for (var i = 0; i < _parts.Length && !places.IsEmpty; i++)
        {
            if (i != rarest)
            {
                _found.TakeWhere(places, shift, _parts[i], offsets[i]);
                places = _found;
                shift = 0;
            }
        }

        return places.IsEmpty ? Positions.Nowhere : places;
    }
}

namespace Livelihood.Search.Domain.Matching;

/// <summary>Where several things stand beside one another, each so many terms behind the first. Linear in the places of all.</summary>
/// <param name="offsets">How many terms behind the first each stands; that of the first is 0.</param>
public sealed class StandingPositions(int[] offsets) : Positions
{
    /// <summary>Places found at a time: no more than a score needs.</summary>
    private const int Step = 4;

    private readonly Positions[] _parts = [.. offsets.Select(_ => Nowhere)];
    private readonly int[] _next = new int[offsets.Length];
    private int _leader;

    /// <summary>One of the things has no more places.</summary>
    private bool _isOver;

    internal override int Effort => _parts[_leader].Effort;

    /// <summary>Says which thing stands so many terms behind the first; to be followed by <see cref="Look"/>.</summary>
    public void Set(int part, Positions places)
    {
        // Mostly it is the one of the document before, and to compare is cheaper than to store.
        if (!ReferenceEquals(_parts[part], places))
        {
            _parts[part] = places;
        }
    }

    /// <summary>Looks at another document, in which the things have other places.</summary>
    public void Look()
    {
        Forget();
        Array.Clear(_next);
        (_leader, _isOver) = (0, false);
        for (var i = 1; i < _parts.Length; i++)
        {
            _leader = _parts[i].Effort < _parts[_leader].Effort ? i : _leader;
        }
    }

    /// <inheritdoc/>
    protected internal override bool FindMore()
    {
        var room = Room(Step);
        var found = 0;
        var leader = _parts[_leader];
        ref var next = ref _next[_leader];
        while (found < room.Length && !_isOver && leader.Reaches(next))
        {
            var place = leader[next++] - offsets[_leader];
            if (AllStandAt(place))
            {
                room[found++] = place;
            }
        }

        Took(found);
        return found > 0;
    }

    /// <summary>Whether all other parts stand as far from the place as they should. It must not lie before any that was asked for.</summary>
    private bool AllStandAt(int place)
    {
        for (var part = 0; part < _parts.Length; part++)
        {
            if (part != _leader)
            {
                var wanted = place + offsets[part];
                var there = FirstFrom(wanted, _parts[part], ref _next[part]);
                if (there != wanted)
                {
                    _isOver = there == int.MaxValue;
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>The first place that is not before another; the greatest number where there is none.</summary>
    private static int FirstFrom(int wanted, Positions places, ref int next)
    {
        do
        {
            var ready = places.Ready;
            var at = next;
            while ((uint)at < (uint)ready.Length && ready[at] < wanted)
            {
                at++;
            }

            next = at;
            if ((uint)at < (uint)ready.Length)
            {
                return ready[at];
            }
        }
        while (places.FindMore());
        return int.MaxValue;
    }
}

namespace Livelihood.Search.Domain.Matching;

/// <summary>Where several things stand beside one another, each so many terms behind the first. Linear in the places of all.</summary>
/// <param name="offsets">How many terms behind the first each stands; that of the first is 0.</param>
public sealed class StandingPositions(int[] offsets) : Positions
{
    private readonly Positions[] _parts = [.. offsets.Select(_ => Nowhere)];
    private readonly int[] _next = new int[offsets.Length];
    private int _leader;

    internal override int Effort => _parts[_leader].Effort;

    /// <summary>Looks at another document.</summary>
    /// <param name="parts">The places of the things there, as many as there are offsets.</param>
    public void Look(ReadOnlySpan<Positions> parts)
    {
        Forget();
        parts.CopyTo(_parts);
        Array.Clear(_next);
        _leader = 0;
        for (var i = 1; i < _parts.Length; i++)
        {
            _leader = _parts[i].Effort < _parts[_leader].Effort ? i : _leader;
        }
    }

    /// <inheritdoc/>
    protected internal override bool FindMore()
    {
        var leader = _parts[_leader];
        while (leader.Reaches(_next[_leader]))
        {
            var place = leader[_next[_leader]++] - offsets[_leader];
            if (AllStandAt(place, out var isOver))
            {
                Found(place);
                return true;
            }

            if (isOver)
            {
                _next[_leader] = int.MaxValue;
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether all other parts stand as far from the place as they should.</summary>
    /// <param name="place">Not before any that was asked for.</param>
    /// <param name="isOver">One of them has no more places.</param>
    private bool AllStandAt(int place, out bool isOver)
    {
        isOver = false;
        for (var part = 0; part < _parts.Length; part++)
        {
            if (part != _leader)
            {
                var wanted = place + offsets[part];
                var there = FirstFrom(wanted, _parts[part], ref _next[part]);
                if (there != wanted)
                {
                    isOver = there == int.MaxValue;
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

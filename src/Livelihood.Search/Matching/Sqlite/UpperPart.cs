namespace Livelihood.Search.Matching.Sqlite;

/// <summary>
/// The upper part of a range of numbers. One thread goes through it piece by piece; another one that has nothing left to do takes
/// over the upper half of what is left, or all of it where the first one has not begun.
/// </summary>
/// <param name="first">The first number.</param>
/// <param name="last">The last one.</param>
/// <param name="piece">Numbers in a piece; so few are not parted.</param>
internal sealed class UpperPart(int first, int last, int piece)
{
    private readonly Lock _gate = new();
    private int _next = first;
    private int _last = last;
    private volatile bool _isBegun;

    /// <summary>Somebody goes through it.</summary>
    public bool IsBegun => _isBegun;

    /// <summary>Nothing is left.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _next > _last;
            }
        }
    }

    /// <summary>Begins to go through it; false where another has taken it over.</summary>
    public bool TryBegin()
    {
        lock (_gate)
        {
            return _isBegun = _next <= _last;
        }
    }

    /// <summary>The next piece; null where nothing is left.</summary>
    public (int First, int Last)? Next()
    {
        lock (_gate)
        {
            if (_next > _last)
            {
                return null;
            }

            var from = _next;
            _next = Math.Min(_last + 1, from + piece);
            return (from, _next - 1);
        }
    }

    /// <summary>What another takes over; null where too little is left.</summary>
    public (int First, int Last)? TakeOver()
    {
        lock (_gate)
        {
            if (_last - _next < piece && _isBegun)
            {
                return null;
            }

            var taken = (_isBegun ? _next + (_last - _next) / 2 : _next, _last);
            _last = taken.Item1 - 1;
            return taken;
        }
    }

    /// <summary>Leaves nothing to go through.</summary>
    public void GiveUp()
    {
        lock (_gate)
        {
            _last = _next - 1;
        }
    }
}

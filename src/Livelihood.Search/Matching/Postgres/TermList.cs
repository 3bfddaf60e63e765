namespace Livelihood.Search.Matching.Postgres;

/// <summary>The documents that have a term: a number each where they are few, else a bit for each document.</summary>
internal sealed class TermList
{
    private readonly int _limit;
    private readonly IdSet? _many;
    private int[] _few;

    /// <summary>A list of numbers below a limit.</summary>
    public TermList(int[] ids, int limit)
    {
        _limit = limit;
        _few = ids;
        if (ids.Length > limit / 32)
        {
            _many = Bits(limit);
            _few = [];
        }
    }

    /// <summary>Memory taken, in bytes, with what keeping it takes.</summary>
    public int Size => 200 + (_many?.Size ?? sizeof(int) * _few.Length);

    /// <summary>There is room for this number.</summary>
    public bool Reaches(long id) => id < _limit;

    /// <summary>The documents as bits, not to be changed.</summary>
    public IdSet Bits(int limit)
    {
        if (_many is not null && limit == _limit)
        {
            return _many;
        }

        var bits = new IdSet(limit);
        foreach (var id in _many?.ToArray() ?? _few)
        {
            bits.Add(id);
        }

        return bits;
    }

    /// <summary>Enters a document, or takes it out. Who reads meanwhile sees it or does not.</summary>
    public void Set(int id, bool has)
    {
        if (_many is not null && has)
        {
            _many.Add(id);
        }
        else if (_many is not null)
        {
            _many.Remove(id);
        }
        else if (has != _few.Contains(id))
        {
            _few = has ? [.. _few, id] : [.. _few.Where(i => i != id)];
        }
    }
}

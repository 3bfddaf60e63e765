namespace Livelihood.Search.Matching;

/// <summary>Numbers of documents, a bit each.</summary>
internal sealed class IdSet(int limit)
{
    private readonly ulong[] _bits = new ulong[(limit >> 6) + 1];

    public void Add(long id)
    {
        if (id >= 0 && id >> 6 < _bits.Length)
        {
            _bits[id >> 6] |= 1UL << (int)(id & 63);
        }
    }

    public bool Contains(long id) => id >= 0 && id >> 6 < _bits.Length && (_bits[id >> 6] & (1UL << (int)(id & 63))) != 0;
}

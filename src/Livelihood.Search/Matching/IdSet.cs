using System.Numerics;

namespace Livelihood.Search.Matching;

/// <summary>Numbers of documents, a bit each.</summary>
internal sealed class IdSet(int limit) : IDocumentFilter
{
    private readonly ulong[] _bits = new ulong[(limit >> 6) + 1];

    /// <summary>The same with room for greater numbers.</summary>
    public IdSet(IdSet old, int limit)
        : this(limit) => old._bits.CopyTo(_bits, 0);

    /// <summary>Memory taken, in bytes.</summary>
    public int Size => _bits.Length * sizeof(ulong);

    /// <summary>How many numbers there are.</summary>
    public int Count => (int)_bits.Sum(word => (long)BitOperations.PopCount(word));

    /// <summary>64 numbers in each word, the least one in its lowest bit.</summary>
    public ReadOnlySpan<ulong> Words => _bits;

    public void Add(long id)
    {
        if (id >= 0 && id >> 6 < _bits.Length)
        {
            _bits[id >> 6] |= 1UL << (int)(id & 63);
        }
    }

    public void Remove(long id)
    {
        if (id >= 0 && id >> 6 < _bits.Length)
        {
            _bits[id >> 6] &= ~(1UL << (int)(id & 63));
        }
    }

    public ulong Among(int word) => (uint)word < (uint)_bits.Length ? _bits[word] : 0;

    public bool Has(int id) => Contains(id);

    public bool Contains(long id) => id >= 0 && id >> 6 < _bits.Length && (_bits[id >> 6] & (1UL << (int)(id & 63))) != 0;

    /// <summary>How many numbers are less than one of them.</summary>
    public int CountBelow(int id)
    {
        var count = BitOperations.PopCount(_bits[id >> 6] & (1UL << id) - 1);
        foreach (var word in _bits.AsSpan(0, id >> 6))
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>What is in both, which have the same limit.</summary>
    public static IdSet operator &(IdSet one, IdSet other) => Of(one, other, static (a, b) => a & b);

    /// <summary>What is in one of the two.</summary>
    public static IdSet operator |(IdSet one, IdSet other) => Of(one, other, static (a, b) => a | b);

    /// <summary>What is in the first alone.</summary>
    public static IdSet operator -(IdSet one, IdSet other) => Of(one, other, static (a, b) => a & ~b);

    /// <summary>The numbers, ascending.</summary>
    public int[] ToArray()
    {
        var ids = new int[Count];
        var at = 0;
        for (var i = 0; i < _bits.Length; i++)
        {
            for (var word = _bits[i]; word != 0 && at < ids.Length; word &= word - 1)
            {
                ids[at++] = (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }

        return ids;
    }

    private static IdSet Of(IdSet one, IdSet other, Func<ulong, ulong, ulong> bits)
    {
        var all = new IdSet((one._bits.Length - 1) << 6);
        for (var i = 0; i < all._bits.Length; i++)
        {
            all._bits[i] = bits(one._bits[i], other._bits[i]);
        }

        return all;
    }
}

namespace Livelihood.Search.Domain.Text;

/// <summary>
/// Where each character of a canonical text came from. A character comes from none, one or two code units of the source, so
/// that place and length fit into one number each: half the memory of the two, for every text that is looked at.
/// </summary>
internal sealed class Places(int capacity)
{
    private const int LengthBits = 2;

    private int[] _places = GC.AllocateUninitializedArray<int>(capacity);
    private int _count;

    /// <summary>Adds the place of the next character (UTF-16 code units of the source).</summary>
    public void Add(int start, int end)
    {
        Reserve(1);
        _places[_count++] = start << LengthBits | (end - start);
    }

    /// <summary>Adds the places of characters of one code unit that stand one after the other.</summary>
    public void AddRun(int start, int count)
    {
        Reserve(count);
        var places = _places.AsSpan(_count, count);
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (start + i) << LengthBits | 1;
        }

        _count += count;
    }

    /// <summary>Where the character begins in the source.</summary>
    public int StartOf(int index) => _places[index] >> LengthBits;

    /// <summary>Where it ends there.</summary>
    public int EndOf(int index) => StartOf(index) + (_places[index] & ((1 << LengthBits) - 1));

    private void Reserve(int count)
    {
        if (_count + count > _places.Length)
        {
            Array.Resize(ref _places, Math.Max(Math.Max(16, 2 * _count), _count + count));
        }
    }
}

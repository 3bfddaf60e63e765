using System.Runtime.InteropServices;

namespace Livelihood.Search.Querying;

/// <summary>
/// Keeps the documents with the greatest keys of many, and puts them in order as far as somebody looks: mostly no further than the
/// first page. They are added by one thread, and then taken by any.
/// </summary>
/// <param name="most">How many are kept.</param>
/// <param name="expected">How many are added, at most.</param>
internal sealed class FirstFew(int most, int expected = int.MaxValue)
{
    /// <summary>Memory that one of them takes, in bytes.</summary>
    public const int SizeOfOne = 16;

    private readonly Lock _gate = new();
    private Kept[] _kept = GC.AllocateUninitializedArray<Kept>(Math.Min(2 * most, expected));
    private int _count;
    private int _inOrder;
    private ulong _threshold;

    /// <summary>How many are kept.</summary>
    public int Count => Math.Min(most, _count);

    /// <summary>Those that are in order already, the first one first.</summary>
    public static FirstFew Of(IReadOnlyList<int> ids) =>
        new(ids.Count) { _kept = [.. ids.Select(id => new Kept(0, id))], _count = ids.Count, _inOrder = ids.Count };

    /// <summary>Whether a document of such a key would be kept, as far as is known.</summary>
    public bool Wants(ulong key) => key >= _threshold;

    /// <summary>Adds a document, unless there are enough with greater keys.</summary>
    public void Add(ulong key, int id)
    {
        if (Wants(key))
        {
            Keep(key, id);
        }
    }

    /// <summary>All of them, the one with the greatest key first.</summary>
    public IReadOnlyList<int> All() => Take(0, most);

    /// <summary>Some of them, the one with the greatest key first; of equal keys the greater number first.</summary>
    /// <param name="from">How many before them are left out.</param>
    /// <param name="count">How many at most.</param>
    public IReadOnlyList<int> Take(int from, int count)
    {
        lock (_gate)
        {
            var to = Math.Min(Count, from + count);
            if (to > _inOrder)
            {
                DropTheRest();
                BringToFront(to);
                _kept.AsSpan(_inOrder, to - _inOrder).Sort(Compare);
                _inOrder = to;
            }

            return [.. _kept.Take(to).Skip(from).Select(k => k.Id)];
        }
    }

    private void Keep(ulong key, int id)
    {
        if (_count == _kept.Length)
        {
            MakeRoom();
        }

        _kept[_count++] = new(key, id);
    }

    private void MakeRoom()
    {
        var guess = GuessThreshold();
        var enough = 0;
        foreach (var kept in _kept)
        {
            enough += kept.Key >= guess ? 1 : 0;
        }

        if (enough >= most && enough < _count - most / 4)
        {
            _threshold = guess;
            DropBelowThreshold();
            return;
        }

        BringToFront(most);
        _count = most;
        _threshold = ulong.MaxValue;
        foreach (var kept in _kept.AsSpan(0, most))
        {
            _threshold = Math.Min(_threshold, kept.Key);
        }
    }

    /// <summary>A key that a little more than half of them have or exceed, by some of them: to sort them out takes ten times as long.</summary>
    private ulong GuessThreshold()
    {
        const int Samples = 64;
        Span<ulong> keys = stackalloc ulong[Samples];
        for (var i = 0; i < Samples; i++)
        {
            keys[i] = _kept[(long)i * _count / Samples].Key;
        }

        keys.Sort();
        return keys[Samples * 3 / 8];
    }

    /// <summary>Without a branch: which one is dropped cannot be foreseen.</summary>
    private void DropBelowThreshold()
    {
        var (all, threshold, count) = (_kept, _threshold, 0);
        foreach (var kept in all)
        {
            all[count] = kept;
            count += kept.Key >= threshold ? 1 : 0;
        }

        _count = count;
    }

    /// <summary>They are kept for as long as an answer is, and no more of them than can be taken.</summary>
    private void DropTheRest()
    {
        if (_kept.Length > Count)
        {
            BringToFront(Count);
            _count = Count;
            Array.Resize(ref _kept, Count);
        }
    }

    /// <summary>Brings so many with the greatest keys before the others, in any order among themselves. Linear on average.</summary>
    private void BringToFront(int count)
    {
        var (low, high) = (_inOrder, _count - 1);
        while (low < high)
        {
            var (from, to) = Part(low, high);
            (low, high) = count <= to ? (low, to) : count >= from ? (from, high) : (count, count);
        }
    }

    /// <summary>Parts a range into those before and those behind one of them, and says where the latter begin and the former end.</summary>
    private (int From, int To) Part(int low, int high)
    {
        var middle = _kept[(low + high) >>> 1];
        while (low <= high)
        {
            while (Compare(_kept[low], middle) < 0)
            {
                low++;
            }

            while (Compare(_kept[high], middle) > 0)
            {
                high--;
            }

            if (low <= high)
            {
                (_kept[low], _kept[high]) = (_kept[high], _kept[low]);
                (low, high) = (low + 1, high - 1);
            }
        }

        return (low, high);
    }

    /// <summary>What comes first is less.</summary>
    private static int Compare(Kept one, Kept other) => one.Key != other.Key ? other.Key.CompareTo(one.Key) : other.Id.CompareTo(one.Id);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Kept(ulong Key, int Id);
}

using System.Runtime.InteropServices;

namespace Livelihood.Search.Querying;

/// <summary>Keeps the greatest of many keys.</summary>
internal sealed class FirstFew(int most)
{
    private readonly Kept[] _kept = new Kept[2 * most];
    private int _count;
    private ulong _threshold;

    public void Add(ulong key, int id)
    {
        if (key < _threshold)
        {
            return;
        }

        _kept[_count++] = new(key, id);
        if (_count == _kept.Length)
        {
            Sort();
            _count = most;
            _threshold = _kept[most - 1].Key;
        }
    }

    /// <summary>The numbers, greatest key first; of equal keys the greater number first.</summary>
    public int[] InOrder()
    {
        Sort();
        return [.. _kept.Take(Math.Min(most, _count)).Select(k => k.Id)];
    }

    private void Sort() => _kept.AsSpan(0, _count).Sort();

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Kept(ulong Key, int Id) : IComparable<Kept>
    {
        public int CompareTo(Kept other) => Key != other.Key ? other.Key.CompareTo(Key) : other.Id.CompareTo(Id);
    }
}

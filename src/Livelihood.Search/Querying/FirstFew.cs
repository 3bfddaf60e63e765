namespace Livelihood.Search.Querying;

/// <summary>Keeps the greatest of many keys.</summary>
internal sealed class FirstFew(int most)
{
    private readonly (ulong Key, int Id)[] _kept = new (ulong, int)[2 * most];
    private int _count;
    private ulong _threshold;

    public void Add(ulong key, int id)
    {
        if (key < _threshold)
        {
            return;
        }

        _kept[_count++] = (key, id);
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

    private void Sort() => _kept.AsSpan(0, _count).Sort(static (a, b) => a.Key != b.Key ? b.Key.CompareTo(a.Key) : b.Id.CompareTo(a.Id));
}

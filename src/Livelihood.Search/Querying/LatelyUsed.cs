using System.Diagnostics.CodeAnalysis;

namespace Livelihood.Search.Querying;

/// <summary>Keeps what was used lately. Bounded by size: the least recently used makes room at once, so that the newest always finds some. Its users take turns.</summary>
/// <param name="most">Memory that all may take, in bytes.</param>
internal sealed class LatelyUsed<TKey, TValue>(long most)
    where TKey : notnull
    where TValue : class
{
    private readonly Dictionary<TKey, LinkedListNode<Entry>> _byKey = [];
    private readonly LinkedList<Entry> _latestFirst = new();
    private long _bytes;

    /// <summary>All that is kept.</summary>
    public IReadOnlyList<(TKey Key, TValue Value)> All => [.. _latestFirst.Select(entry => (entry.Key, entry.Value))];

    /// <summary>What is kept under a key; using it, it is the latest.</summary>
    public bool TryUse(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        value = null;
        if (!_byKey.TryGetValue(key, out var node))
        {
            return false;
        }

        _latestFirst.Remove(node);
        _latestFirst.AddFirst(node);
        value = node.Value.Value;
        return true;
    }

    /// <summary>Keeps a value, unless there is one under its key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="size">Memory that it takes, in bytes.</param>
    public void Keep(TKey key, TValue value, long size)
    {
        if (_byKey.ContainsKey(key))
        {
            return;
        }

        _byKey[key] = _latestFirst.AddFirst(new Entry(key, value, size));
        _bytes += size;
        while (_bytes > most && _latestFirst.Last is { } oldest)
        {
            Drop(oldest.Value.Key);
        }
    }

    /// <summary>Notes that what is under a key takes more or less memory now.</summary>
    public void Resize(TKey key, long size)
    {
        if (_byKey.TryGetValue(key, out var node))
        {
            _bytes += size - node.Value.Size;
            node.Value = node.Value with { Size = size };
        }
    }

    /// <summary>Forgets what is under a key.</summary>
    public void Drop(TKey key)
    {
        if (_byKey.Remove(key, out var node))
        {
            _latestFirst.Remove(node);
            _bytes -= node.Value.Size;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _byKey.Clear();
        _latestFirst.Clear();
        _bytes = 0;
    }

    private sealed record Entry(TKey Key, TValue Value, long Size);
}

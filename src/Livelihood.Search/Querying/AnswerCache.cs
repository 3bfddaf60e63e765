namespace Livelihood.Search.Querying;

/// <summary>
/// Keeps answers for as long as the index does not change. Bounded by size: the least recently used make room at once, so that
/// the newest always finds some. One for the whole process.
/// </summary>
internal sealed class AnswerCache
{
    private const long MostBytes = 32L << 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Query, DateOnly Today), LinkedListNode<Entry>> _byKey = [];
    private readonly LinkedList<Entry> _latestFirst = new();
    private long _generation;
    private long _bytes;

    /// <summary>The answer of this query to this state of the index on this day, or null.</summary>
    public QueryAnswer? Find(string query, long generation, DateOnly today)
    {
        lock (_gate)
        {
            if (generation != _generation || !_byKey.TryGetValue((query, today), out var node))
            {
                return null;
            }

            _latestFirst.Remove(node);
            _latestFirst.AddFirst(node);
            return node.Value.Answer;
        }
    }

    /// <summary>Keeps an answer, unless it is of an older state than others.</summary>
    public void Keep(string query, long generation, DateOnly today, QueryAnswer answer)
    {
        lock (_gate)
        {
            if (generation > _generation)
            {
                _byKey.Clear();
                _latestFirst.Clear();
                (_generation, _bytes) = (generation, 0);
            }

            var key = (query, today);
            if (generation < _generation || _byKey.ContainsKey(key))
            {
                return;
            }

            _byKey[key] = _latestFirst.AddFirst(new Entry(key, answer));
            _bytes += answer.Size;
            while (_bytes > MostBytes && _latestFirst.Last is { } oldest)
            {
                _latestFirst.RemoveLast();
                _byKey.Remove(oldest.Value.Key);
                _bytes -= oldest.Value.Answer.Size;
            }
        }
    }

    private sealed record Entry((string Query, DateOnly Today) Key, QueryAnswer Answer);
}

using System.Buffers;

namespace Livelihood.Search.Matching;

/// <summary>
/// Gathers a <see cref="MatchSet"/>, in borrowed arrays of one size: greater ones would be lent for each size that occurs, and never
/// be taken back. Rows must come in order; it is built once.
/// </summary>
internal sealed class MatchSetBuilder
{
    private const int Chunk = 16_384;

    private readonly List<(int[] Ids, float[] Scores)> _full = [];
    private int[] _ids = [];
    private float[] _scores = [];
    private int _count;

    private int Count => _full.Count * Chunk + _count;

    private int Last => _count == 0 ? 0 : _ids[_count - 1];

    /// <summary>Adds a document behind the others.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="score">Its score, not negative.</param>
    public void Add(int id, float score)
    {
        if (_count == _ids.Length)
        {
            Borrow();
        }

        (_ids[_count], _scores[_count]) = (id, score);
        _count++;
    }

    /// <summary>The documents, with those of other builders, each of which has greater numbers only than the one before.</summary>
    public MatchSet Build(params IReadOnlyList<MatchSetBuilder> next)
    {
        MatchSetBuilder[] all = [this, .. next];
        var count = all.Sum(b => b.Count);
        if (count == 0)
        {
            return MatchSet.Empty;
        }

        var set = new MatchSet(count, all.Max(b => b.Last), isRanked: true);
        var (best, at) = (all.Max(b => b.Best()), 0);
        foreach (var part in all)
        {
            at = part.MoveTo(set, at, best);
        }

        return set;
    }

    private void Borrow()
    {
        if (_count > 0)
        {
            _full.Add((_ids, _scores));
        }

        (_ids, _scores, _count) = (ArrayPool<int>.Shared.Rent(Chunk), ArrayPool<float>.Shared.Rent(Chunk), 0);
    }

    private float Best()
    {
        var best = 0f;
        foreach (var (_, scores, count) in Parts())
        {
            foreach (var score in scores.AsSpan(0, count))
            {
                best = Math.Max(best, score);
            }
        }

        return best;
    }

    private IEnumerable<(int[] Ids, float[] Scores, int Count)> Parts() => _full.Select(f => (f.Ids, f.Scores, Chunk)).Append((_ids, _scores, _count));

    /// <summary>Hands over all documents, and what was borrowed back.</summary>
    private int MoveTo(MatchSet set, int at, float best)
    {
        foreach (var (ids, scores, count) in Parts())
        {
            for (var i = 0; i < count; i++)
            {
                set.Put(at++, ids[i], MatchSet.RankOf(scores[i], best));
            }

            ArrayPool<int>.Shared.Return(ids);
            ArrayPool<float>.Shared.Return(scores);
        }

        _full.Clear();
        (_ids, _scores, _count) = ([], [], 0);
        return at;
    }
}

using System.Buffers;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Ranking;

namespace Livelihood.Search.Matching;

/// <summary>All documents that answer a plan, ascending by number, each with its score.</summary>
internal sealed class MatchSet
{
    public static readonly MatchSet Empty = new([], []);

    private readonly int[] _ids;
    private readonly float[] _scores;

    public MatchSet(int[] ids, float[] scores) => (_ids, _scores) = (ids, scores);

    /// <summary>The same documents, to be described otherwise.</summary>
    public MatchSet(MatchSet same)
        : this(same._ids, same._scores)
    {
    }

    public int Count => _ids.Length;

    public ReadOnlySpan<int> Ids => _ids;

    /// <summary>0 where the database does not judge; see <see cref="IsScored"/>.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    /// <summary>The scores are final. Otherwise the most promising documents must be judged by their texts.</summary>
    public bool IsScored { get; init; } = true;

    /// <summary>Of documents not yet judged, those that have all words in the title, ascending.</summary>
    public int[] InTitle { get; init; } = [];

    /// <summary>Memory taken, in bytes.</summary>
    public long Size => 8L * _ids.Length + 4L * InTitle.Length + 200;

    /// <summary>All documents, the newer above the older.</summary>
    public static MatchSet All(DocumentColumns columns, DateOnly today)
    {
        var recency = new Recency(today);
        var all = new MatchSetBuilder();
        for (var id = 0; id < columns.Limit; id++)
        {
            if (columns.Has(id))
            {
                all.Add(id, (float)recency.Of(columns.DayOf(id)));
            }
        }

        return all.Build();
    }

    public bool Contains(int id) => Array.BinarySearch(_ids, id) >= 0;

    /// <summary>The documents for which this holds.</summary>
    public MatchSet Where(Func<int, bool> holds)
    {
        var left = new MatchSetBuilder();
        for (var i = 0; i < _ids.Length; i++)
        {
            if (holds(_ids[i]))
            {
                left.Add(_ids[i], _scores[i]);
            }
        }

        return left.Build(this);
    }

    /// <summary>The same with documents raised above all others.</summary>
    public MatchSet Raise(IEnumerable<int> ids, float by)
    {
        foreach (var id in ids)
        {
            var at = Array.BinarySearch(_ids, id);
            if (at >= 0)
            {
                _scores[at] += by;
            }
        }

        return this;
    }
}

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

    /// <summary>Adds a document behind the others.</summary>
    public void Add(int id, float score)
    {
        if (_count == _ids.Length)
        {
            Borrow();
        }

        (_ids[_count], _scores[_count]) = (id, score);
        _count++;
    }

    /// <summary>The documents as a part of another set.</summary>
    public MatchSet Build(MatchSet whole)
    {
        var left = Build();
        return new(left) { IsScored = whole.IsScored, InTitle = [.. whole.InTitle.Where(left.Contains)] };
    }

    /// <summary>The documents, with those of other builders, each of which has greater numbers only than the one before.</summary>
    public MatchSet Build(params IReadOnlyList<MatchSetBuilder> next)
    {
        MatchSetBuilder[] all = [this, .. next];
        var count = all.Sum(b => b._full.Count * Chunk + b._count);
        var (ids, scores) = (GC.AllocateUninitializedArray<int>(count), GC.AllocateUninitializedArray<float>(count));
        var at = 0;
        foreach (var part in all)
        {
            at = part.MoveTo(ids, scores, at);
        }

        return count == 0 ? MatchSet.Empty : new(ids, scores);
    }

    private void Borrow()
    {
        if (_count > 0)
        {
            _full.Add((_ids, _scores));
        }

        (_ids, _scores, _count) = (ArrayPool<int>.Shared.Rent(Chunk), ArrayPool<float>.Shared.Rent(Chunk), 0);
    }

    /// <summary>Hands over all documents, and what was borrowed back.</summary>
    private int MoveTo(int[] ids, float[] scores, int at)
    {
        foreach (var (someIds, someScores) in _full.Append((_ids, _scores)))
        {
            var count = ReferenceEquals(someIds, _ids) ? _count : Chunk;
            someIds.AsSpan(0, count).CopyTo(ids.AsSpan(at));
            someScores.AsSpan(0, count).CopyTo(scores.AsSpan(at));
            at += count;
            ArrayPool<int>.Shared.Return(someIds);
            ArrayPool<float>.Shared.Return(someScores);
        }

        _full.Clear();
        (_ids, _scores, _count) = ([], [], 0);
        return at;
    }
}

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

/// <summary>Gathers a <see cref="MatchSet"/>, in borrowed arrays. Rows must come in order; it is built once.</summary>
internal sealed class MatchSetBuilder
{
    private int[] _ids = ArrayPool<int>.Shared.Rent(1024);
    private float[] _scores = ArrayPool<float>.Shared.Rent(1024);

    public int Count { get; private set; }

    public void Add(int id, float score)
    {
        if (Count == _ids.Length)
        {
            _ids = Grown(_ids);
        }

        if (Count == _scores.Length)
        {
            _scores = Grown(_scores);
        }

        (_ids[Count], _scores[Count]) = (id, score);
        Count++;
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
        var count = all.Sum(b => b.Count);
        var (ids, scores) = (GC.AllocateUninitializedArray<int>(count), GC.AllocateUninitializedArray<float>(count));
        var at = 0;
        foreach (var part in all)
        {
            part._ids.AsSpan(0, part.Count).CopyTo(ids.AsSpan(at));
            part._scores.AsSpan(0, part.Count).CopyTo(scores.AsSpan(at));
            at += part.Count;
            part.Return();
        }

        return count == 0 ? MatchSet.Empty : new(ids, scores);
    }

    private void Return()
    {
        ArrayPool<int>.Shared.Return(_ids);
        ArrayPool<float>.Shared.Return(_scores);
        (_ids, _scores, Count) = ([], [], 0);
    }

    private T[] Grown<T>(T[] full)
    {
        var grown = ArrayPool<T>.Shared.Rent(2 * full.Length);
        full.AsSpan(0, Count).CopyTo(grown);
        ArrayPool<T>.Shared.Return(full);
        return grown;
    }
}

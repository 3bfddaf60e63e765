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
                all.Add(id, (float)recency.Of(columns.Days[id]));
            }
        }

        return all.Build();
    }

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

/// <summary>Gathers a <see cref="MatchSet"/>. Rows must come in order.</summary>
internal sealed class MatchSetBuilder
{
    private int[] _ids = new int[1024];
    private float[] _scores = new float[1024];
    private int _count;

    public void Add(int id, float score)
    {
        if (_count == _ids.Length)
        {
            Array.Resize(ref _ids, 2 * _count);
            Array.Resize(ref _scores, 2 * _count);
        }

        (_ids[_count], _scores[_count]) = (id, score);
        _count++;
    }

    /// <summary>The documents as a part of another set.</summary>
    public MatchSet Build(MatchSet whole) => _count == 0
        ? MatchSet.Empty
        : new(_ids.AsSpan(0, _count).ToArray(), _scores.AsSpan(0, _count).ToArray())
        {
            IsScored = whole.IsScored,
            InTitle = [.. whole.InTitle.Where(id => Array.BinarySearch(_ids, 0, _count, id) >= 0)],
        };

    public MatchSet Build() => _count == 0 ? MatchSet.Empty : new(_ids.AsSpan(0, _count).ToArray(), _scores.AsSpan(0, _count).ToArray());
}

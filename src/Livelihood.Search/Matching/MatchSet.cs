using System.Buffers;
using System.Numerics;
using Livelihood.Search.Columns;
using Livelihood.Search.Domain.Ranking;

namespace Livelihood.Search.Matching;

/// <summary>
/// All documents that answer a plan, each with its rank. Kept for as long as others ask the same, so it is small: a bit for each
/// number where many answer, four bytes for each document where few do, and two for the rank.
/// </summary>
internal sealed class MatchSet
{
    public static readonly MatchSet Empty = new(0, 0, isRanked: false);

    /// <summary>Ranks of documents that were raised begin here, those of all others end before.</summary>
    private const int Raised = 0xF000;

    private const int StepsOfRaised = 16;

    private readonly int[] _ids;
    private readonly IdSet? _dense;
    private ushort[] _ranks;

    /// <summary>Room for documents, which <see cref="Put"/> fills.</summary>
    /// <param name="count">How many.</param>
    /// <param name="last">The greatest number.</param>
    /// <param name="isRanked">False: all have rank 0.</param>
    internal MatchSet(int count, int last, bool isRanked)
    {
        var isDense = count > 2 * (last >> 6);
        Count = count;
        _ids = isDense ? [] : GC.AllocateUninitializedArray<int>(count);
        _dense = isDense ? new(last) : null;
        _ranks = isRanked ? GC.AllocateUninitializedArray<ushort>(count) : [];
    }

    /// <summary>Documents that are not judged yet.</summary>
    /// <param name="ids">Their numbers, ascending.</param>
    public MatchSet(ReadOnlySpan<int> ids)
        : this(ids.Length, ids.Length == 0 ? 0 : ids[^1], isRanked: false)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            Put(i, ids[i], 0);
        }
    }

    /// <summary>The same documents, to be described otherwise.</summary>
    public MatchSet(MatchSet same) => (Count, _ids, _dense, _ranks) = (same.Count, same._ids, same._dense, same._ranks);

    public int Count { get; }

    /// <summary>The ranks are final. Otherwise the most promising documents must be judged by their texts.</summary>
    public bool IsScored { get; init; } = true;

    /// <summary>Of documents not yet judged, those that have all words in the title, ascending.</summary>
    public int[] InTitle { get; init; } = [];

    /// <summary>Memory taken, in bytes.</summary>
    public long Size => 4L * _ids.Length + (_dense?.Size ?? 0) + 2L * _ranks.Length + 4L * InTitle.Length + 200;

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

    /// <summary>The rank of a score.</summary>
    /// <param name="score">The score, not negative.</param>
    /// <param name="best">The greatest of the set.</param>
    public static ushort RankOf(float score, float best) => best > 0 ? (ushort)(score / best * (Raised - 1)) : (ushort)0;

    /// <summary>Goes through all documents, or through those that a filter lets through.</summary>
    /// <param name="filter">The filter; null: all.</param>
    /// <param name="isRanked">False: nobody asks for the ranks, all are 0.</param>
    public MatchReader Read(IDocumentFilter? filter = null, bool isRanked = true) => new(_ids, _dense, isRanked ? _ranks : [], filter);

    /// <summary>How many documents a filter lets through.</summary>
    public int CountOf(IDocumentFilter filter)
    {
        if (_dense is null)
        {
            return _ids.Count(filter.Has);
        }

        var bits = _dense.Words;
        var count = 0;
        for (var word = 0; word < bits.Length; word++)
        {
            count += bits[word] == 0 ? 0 : BitOperations.PopCount(bits[word] & filter.Among(word));
        }

        return count;
    }

    /// <summary>The numbers, ascending.</summary>
    public int[] ToIds()
    {
        var (ids, at) = (new int[Count], Count);
        for (var reader = Read(); reader.Next() is { IsEmpty: false } some;)
        {
            foreach (var match in some)
            {
                ids[--at] = match.Id;
            }
        }

        return ids;
    }

    public bool Contains(int id) => _dense?.Contains(id) ?? Array.BinarySearch(_ids, id) >= 0;

    /// <summary>The documents for which this holds.</summary>
    public MatchSet Where(Func<int, bool> holds)
    {
        var left = ArrayPool<Match>.Shared.Rent(Count);
        var at = left.Length;
        for (var reader = Read(); reader.Next() is { IsEmpty: false } some;)
        {
            foreach (var match in some)
            {
                if (holds(match.Id))
                {
                    left[--at] = match;
                }
            }
        }

        var rest = left.AsSpan(at);
        var set = new MatchSet(rest.Length, rest.IsEmpty ? 0 : rest[^1].Id, _ranks.Length > 0);
        for (var i = 0; i < rest.Length; i++)
        {
            set.Put(i, rest[i].Id, rest[i].Rank);
        }

        ArrayPool<Match>.Shared.Return(left);
        return new(set) { IsScored = IsScored, InTitle = [.. InTitle.Where(set.Contains)] };
    }

    /// <summary>The same with documents raised above all others, judged or not. For a set that nobody else has seen.</summary>
    public MatchSet Raise(IEnumerable<int> ids)
    {
        foreach (var id in ids.Where(Contains))
        {
            _ranks = _ranks.Length == 0 ? new ushort[Count] : _ranks;
            ref var rank = ref _ranks[PlaceOf(id)];
            rank = rank < Raised ? (ushort)(Raised + rank / StepsOfRaised) : rank;
        }

        return this;
    }

    /// <summary>Fills a place, one after the other.</summary>
    internal void Put(int place, int id, ushort rank)
    {
        if (_dense is null)
        {
            _ids[place] = id;
        }
        else
        {
            _dense.Add(id);
        }

        if (_ranks.Length > 0)
        {
            _ranks[place] = rank;
        }
    }

    private int PlaceOf(int id) => _dense?.CountBelow(id) ?? Array.BinarySearch(_ids, id);
}

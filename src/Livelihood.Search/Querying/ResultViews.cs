using Livelihood.Search.Columns;
using Livelihood.Search.Matching;

namespace Livelihood.Search.Querying;

/// <summary>Counts an answer's facets through a filter and picks its first documents, in one pass over the numbers.</summary>
internal sealed class ResultViews(DocumentColumns columns, SearchFilter filter, IdSet? values)
{
    /// <summary>Documents that can be opened; who gets that far needs other words.</summary>
    public const int Most = SearchResults.PageSize * SearchResults.MostPages;

    // A value that no document has fits none.
    private const int NoSuch = -1;

    private readonly int? _type = CodeOf(columns.Types, filter.Type);
    private readonly int? _agency = CodeOf(columns.Agencies, filter.AgencyId);
    private readonly int[] _types = new int[columns.Types.Count];
    private readonly int[] _agencies = new int[columns.Agencies.Count];
    private readonly int[] _years = new int[10_000];
    private readonly int[] _ended = new int[2];
    private int _total;

    /// <summary>The view of a set in an order.</summary>
    public ResultView Of(MatchSet set, SearchOrder order)
    {
        var first = new FirstFew(Most);
        var ids = set.Ids;
        var scores = set.Scores;
        for (var i = 0; i < ids.Length; i++)
        {
            var id = ids[i];
            if (columns.Has(id) && Count(id))
            {
                first.Add(KeyOf(id, scores[i], order), id);
            }
        }

        return new(_total, Counts(), first.InOrder());
    }

    /// <summary>The documents of ids that fit the filter, the newest first.</summary>
    public IEnumerable<int> Newest(IEnumerable<int> ids, int most) =>
        ids.Where(id => columns.Has(id) && Misses(columns.Codes[id]) == 0 && (values is null || values.Contains(id)))
            .OrderByDescending(id => columns.Days[id]).ThenByDescending(id => id).Take(most);

    /// <summary>Adds all documents of a set that fit the filter.</summary>
    public void AddAll(MatchSet set, IdSet fitting)
    {
        foreach (var id in set.Ids)
        {
            if (columns.Has(id) && Misses(columns.Codes[id]) == 0)
            {
                fitting.Add(id);
            }
        }
    }

    private ulong KeyOf(int id, float score, SearchOrder order) => order switch
    {
        SearchOrder.Newest => (ulong)columns.Days[id] << 32 | (uint)id,
        SearchOrder.Published => (ulong)(uint)columns.Published[id] << 32 | (uint)id,
        // Positive floats compare like their bits.
        _ => (ulong)BitConverter.SingleToUInt32Bits(score) << 32 | (uint)columns.Days[id],
    };

    /// <summary>Counts a document in each facet whose other filters let it through; true when all do.</summary>
    private bool Count(int id)
    {
        ref readonly var codes = ref columns.Codes[id];
        var misses = Misses(codes);
        if (values is not null && !values.Contains(id))
        {
            // A type's own fields say nothing of other types.
            _types[codes.Type] += misses is 0 or 1 ? 1 : 0;
            return false;
        }

        switch (misses)
        {
            case 0:
                _total++;
                _types[codes.Type]++;
                _agencies[codes.Agency]++;
                _years[codes.Year]++;
                _ended[codes.Flags & Codes.Ended]++;
                return true;
            case 1:
                _types[codes.Type]++;
                return false;
            case 2:
                _agencies[codes.Agency]++;
                return false;
            case 4:
                _years[codes.Year]++;
                return false;
            case 8:
                _ended[codes.Flags & Codes.Ended]++;
                return false;
            default:
                return false;
        }
    }

    /// <summary>A bit for each filter that does not let the document through.</summary>
    private int Misses(in Codes codes) =>
        (_type is { } type && type != codes.Type ? 1 : 0)
        | (_agency is { } agency && agency != codes.Agency ? 2 : 0)
        | (filter.Year is { } year && year != codes.Year ? 4 : 0)
        | (filter.IsInForce is { } inForce && inForce != ((codes.Flags & Codes.Ended) == 0) ? 8 : 0);

    private FacetCounts Counts() => new(
        Named(columns.Types, _types), Named(columns.Agencies, _agencies),
        [.. _years.Select((count, year) => new FacetCount<int>(year, count)).Where(f => f.Count > 0).OrderByDescending(f => f.Value)],
        [.. _ended.Select((count, ended) => new FacetCount<bool>(ended == 0, count)).Where(f => f.Count > 0).OrderByDescending(f => f.Count)]);

    private static List<FacetCount<string>> Named(Vocabulary words, int[] counts) =>
    [
        .. counts.Select((count, code) => (code, count)).Where(c => c.count > 0)
            .Select(c => new FacetCount<string>(words[c.code], c.count))
            .OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal),
    ];

    private static int? CodeOf(Vocabulary words, string? value) => value is null ? null : words.Find(value) ?? NoSuch;
}

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

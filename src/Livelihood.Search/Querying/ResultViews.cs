using Livelihood.Search.Columns;
using Livelihood.Search.Matching;

namespace Livelihood.Search.Querying;

/// <summary>Counts an answer's facets through a filter and picks its first documents, in one pass over the numbers.</summary>
internal sealed class ResultViews(DocumentColumns columns, SearchFilter filter, IdSet? values)
{
    /// <summary>Documents that can be opened; who gets that far needs other words.</summary>
    public const int Most = SearchResults.PageSize * SearchResults.MostPages;

    private const int Years = 10_000;
    private const int AtOnce = 128;
    private const int TypeMiss = 1, AgencyMiss = 2, YearMiss = 4, EndedMiss = 8, TopicMiss = 16, CategoryMiss = 32, IssueMiss = 64;

    private readonly bool[]? _typesLet = Let(columns.Types, filter.Types);
    private readonly bool[]? _agenciesLet = Let(columns.Agencies, filter.AgencyIds);
    private readonly bool[]? _topicsLet = Let(columns.Topics, filter.Topics);
    private readonly bool[]? _categoriesLet = Let(columns.Categories, filter.Categories);
    private readonly bool[]? _issuesLet = Let(columns.Issues, filter.Issues);
    private readonly bool[]? _yearsLet = Let(filter.Years);
    private readonly int[] _types = new int[columns.Types.Count];
    private readonly int[] _agencies = new int[columns.Agencies.Count];
    private readonly int[] _years = new int[Years];
    private readonly int[] _ended = new int[2];
    private readonly int[] _topics = new int[columns.Topics.Count];
    private readonly int[] _categories = new int[columns.Categories.Count];
    private readonly int[] _issues = new int[columns.Issues.Count];
    private int _total;

    /// <summary>The view of a set in an order.</summary>
    public ResultView Of(MatchSet set, SearchOrder order)
    {
        var first = new FirstFew(Most);
        var keys = new OrderKeys(columns, order);
        var isWhole = filter.Key.Length == 0 && values is null;

        var scores = set.Scores;

        // What is known of documents is fetched for some at a time, as the processor then waits for many of them at once.
        Span<Codes> codes = stackalloc Codes[AtOnce];
        Span<int> days = stackalloc int[AtOnce];

        // From the end: greater numbers are mostly newer, and whoever begins with the best replaces less.
        for (var end = set.Count; end > 0; end -= AtOnce)
        {
            var start = Math.Max(0, end - AtOnce);
            var ids = set.Ids[start..end];
            for (var i = 0; i < ids.Length; i++)
            {
                (codes[i], days[i]) = (columns.Codes[ids[i]], columns.Days[ids[i]]);
            }

            if (isWhole)
            {
                CountAll(codes[..ids.Length], days);
            }
            else
            {
                Count(ids, codes, days);
            }

            for (var i = ids.Length - 1; i >= 0; i--)
            {
                if (days[i] != 0)
                {
                    first.Add(keys.Of(ids[i], scores[start + i]), ids[i]);
                }
            }
        }

        return new(_total, Counts(), first);
    }

    /// <summary>The documents of ids that fit the filter, the newest first.</summary>
    public IEnumerable<int> Newest(IEnumerable<int> ids, int most) =>
        ids.Where(id => Fits(id) && (values is null || values.Contains(id)))
            .OrderByDescending(id => columns.DayOf(id)).ThenByDescending(id => id).Take(most);

    /// <summary>Adds all documents of a set that fit the filter.</summary>
    public void AddAll(MatchSet set, IdSet fitting)
    {
        foreach (var id in set.Ids)
        {
            if (Fits(id))
            {
                fitting.Add(id);
            }
        }
    }

    /// <summary>Counts documents in each facet whose other filters let them through. The days of those that not all let through become 0.</summary>
    private void Count(ReadOnlySpan<int> ids, ReadOnlySpan<Codes> codes, Span<int> days)
    {
        for (var i = 0; i < ids.Length; i++)
        {
            if (days[i] != 0)
            {
                days[i] = Count(ids[i], codes[i], days[i]) ? days[i] : 0;
            }
        }
    }

    private bool Count(int id, in Codes codes, int day)
    {
        var misses = Misses(codes, day);
        if (values is not null && !values.Contains(id))
        {
            // A type's own fields say nothing of other types.
            Add(_types, codes.Type, misses is 0 or TypeMiss ? 1 : 0);
            return false;
        }

        switch (misses)
        {
            case 0:
                CountAll(codes, day);
                return true;
            case TypeMiss:
                Add(_types, codes.Type);
                return false;
            case AgencyMiss:
                Add(_agencies, codes.Agency);
                return false;
            case YearMiss:
                Add(_years, codes.Year);
                return false;
            case EndedMiss:
                _ended[EndedOf(day)]++;
                return false;
            case TopicMiss:
                Add(_topics, codes.Topic);
                return false;
            case CategoryMiss:
                Add(_categories, codes.Category);
                return false;
            case IssueMiss:
                Add(_issues, codes.Issue);
                return false;
            default:
                return false;
        }
    }

    private void CountAll(ReadOnlySpan<Codes> codes, ReadOnlySpan<int> days)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            if (days[i] != 0)
            {
                CountAll(codes[i], days[i]);
            }
        }
    }

    private void CountAll(in Codes codes, int day)
    {
        _total++;
        _ended[EndedOf(day)]++;
        Add(_types, codes.Type);
        Add(_agencies, codes.Agency);
        Add(_years, codes.Year);
        Add(_topics, codes.Topic);
        Add(_categories, codes.Category);
        Add(_issues, codes.Issue);
    }

    private bool Fits(int id) => columns.Has(id) && Misses(columns.Codes[id], columns.Days[id]) == 0;

    /// <summary>A bit for each filter that does not let the document through.</summary>
    private int Misses(in Codes codes, int day) =>
        (Lets(_typesLet, codes.Type) ? 0 : TypeMiss)
        | (Lets(_agenciesLet, codes.Agency) ? 0 : AgencyMiss)
        | (Lets(_yearsLet, codes.Year) ? 0 : YearMiss)
        | (filter.IsInForce is { } inForce && inForce != day > 0 ? EndedMiss : 0)
        | (Lets(_topicsLet, codes.Topic) ? 0 : TopicMiss)
        | (Lets(_categoriesLet, codes.Category) ? 0 : CategoryMiss)
        | (Lets(_issuesLet, codes.Issue) ? 0 : IssueMiss);

    /// <summary>See <see cref="DocumentColumns.Days"/>.</summary>
    private static int EndedOf(int day) => day > 0 ? 0 : 1;

    private FacetCounts Counts() => new(
        Named(columns.Types, _types), Named(columns.Agencies, _agencies),
        NewestFirst(_years),
        [.. _ended.Select((count, ended) => new FacetCount<bool>(ended == 0, count)).Where(f => f.Count > 0).OrderByDescending(f => f.Count)])
    {
        Topics = Named(columns.Topics, _topics),
        Categories = Named(columns.Categories, _categories),
        Issues = Named(columns.Issues, _issues),
    };

    private static List<FacetCount<int>> NewestFirst(int[] years)
    {
        var counts = new List<FacetCount<int>>();
        for (var year = Array.FindLastIndex(years, count => count > 0); year >= 0; year--)
        {
            if (years[year] > 0)
            {
                counts.Add(new(year, years[year]));
            }
        }

        return counts;
    }

    // 0 stands for none, which is no value of a facet.
    private static List<FacetCount<string>> Named(Vocabulary words, int[] counts) =>
    [
        .. counts.Select((count, code) => (code, count)).Where(c => c.count > 0 && c.code > 0)
            .Select(c => new FacetCount<string>(words[c.code], c.count))
            .OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal),
    ];

    // A document that was published this moment can have a value that was new then: it is beyond the end of the array.
    private static void Add(int[] counts, int code, int by = 1)
    {
        if ((uint)code < (uint)counts.Length)
        {
            counts[code] += by;
        }
    }

    private static bool Lets(bool[]? let, int code) => let is null || ((uint)code < (uint)let.Length && let[code]);

    /// <summary>For each code whether the filter lets it through; null where it lets all. A value that no document has fits none.</summary>
    private static bool[]? Let(Vocabulary words, IReadOnlyCollection<string> chosen)
    {
        if (chosen.Count == 0)
        {
            return null;
        }

        var let = new bool[words.Count];
        foreach (var code in chosen.Select(words.Find).OfType<ushort>().Where(c => c < let.Length))
        {
            let[code] = true;
        }

        return let;
    }

    private static bool[]? Let(IReadOnlyList<int> years)
    {
        if (years.Count == 0)
        {
            return null;
        }

        var let = new bool[Years];
        foreach (var year in years.Where(y => y is > 0 and < Years))
        {
            let[year] = true;
        }

        return let;
    }
}

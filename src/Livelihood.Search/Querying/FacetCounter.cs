using System.Globalization;
using Livelihood.Search.Columns;
using Livelihood.Search.Matching;

namespace Livelihood.Search.Querying;

/// <summary>Counts documents in each facet whose other filters let them through. Counts once.</summary>
internal sealed class FacetCounter
{
    private readonly DocumentColumns _columns;
    private readonly FilterMask _mask;
    private readonly int[] _types;
    private readonly int[] _agencies;
    private readonly int[] _years;
    private readonly int[] _ended = new int[2];
    private readonly int[] _topics;
    private readonly int[] _categories;
    private readonly int[] _issues;

    private FacetCounter(DocumentColumns columns, FilterMask mask)
    {
        (_columns, _mask) = (columns, mask);
        (_types, _agencies, _years) = (new int[columns.Types.Count], new int[columns.Agencies.Count], new int[columns.Years.Count]);
        (_topics, _categories, _issues) = (new int[columns.Topics.Count], new int[columns.Categories.Count], new int[columns.Issues.Count]);
    }

    /// <summary>Counts the documents of a set.</summary>
    public static FacetCounts Count(MatchSet set, DocumentColumns columns, FilterMask mask)
    {
        var counter = new FacetCounter(columns, mask);
        counter.Count(set);
        return counter.Counts();
    }

    private void Count(MatchSet set)
    {
        // What is known of documents is fetched for some at a time, as the processor then waits for many of them at once.
        Span<Codes> codes = stackalloc Codes[MatchReader.Most];
        Span<int> days = stackalloc int[MatchReader.Most];
        for (var reader = set.Read(); reader.Next() is { IsEmpty: false } some;)
        {
            for (var i = 0; i < some.Length; i++)
            {
                (codes[i], days[i]) = (_columns.Codes[some[i].Id], _columns.Days[some[i].Id]);
            }

            for (var i = 0; i < some.Length; i++)
            {
                if (days[i] != 0)
                {
                    Count(codes[i], days[i], _mask.LetsAll ? Misses.None : _mask.Of(some[i].Id, codes[i], days[i]));
                }
            }
        }
    }

    private void Count(in Codes codes, int day, Misses misses)
    {
        switch (misses)
        {
            case Misses.None:
                CountAll(codes, day);
                break;

            // A type's own fields say nothing of other types.
            case Misses.Type or Misses.Values or (Misses.Type | Misses.Values):
                Add(_types, codes.Type);
                break;
            case Misses.Agency:
                Add(_agencies, codes.Agency);
                break;
            case Misses.Year:
                Add(_years, codes.Year);
                break;
            case Misses.Validity:
                _ended[EndedOf(day)]++;
                break;
            case Misses.Topic:
                Add(_topics, codes.Topic);
                break;
            case Misses.Category:
                Add(_categories, codes.Category);
                break;
            case Misses.Issue:
                Add(_issues, codes.Issue);
                break;
        }
    }

    private void CountAll(in Codes codes, int day)
    {
        _ended[EndedOf(day)]++;
        Add(_types, codes.Type);
        Add(_agencies, codes.Agency);
        Add(_years, codes.Year);
        Add(_topics, codes.Topic);
        Add(_categories, codes.Category);
        Add(_issues, codes.Issue);
    }

    private FacetCounts Counts() => new(
        Named(_columns.Types, _types), Named(_columns.Agencies, _agencies),
        [.. Named(_columns.Years, _years).Select(y => new FacetCount<int>(int.Parse(y.Value, CultureInfo.InvariantCulture), y.Count)).OrderByDescending(y => y.Value)],
        [.. _ended.Select((count, ended) => new FacetCount<bool>(ended == 0, count)).Where(f => f.Count > 0).OrderByDescending(f => f.Count)])
    {
        Topics = Named(_columns.Topics, _topics),
        Categories = Named(_columns.Categories, _categories),
        Issues = Named(_columns.Issues, _issues),
    };

    // 0 stands for none, which is no value of a facet.
    private static List<FacetCount<string>> Named(Vocabulary words, int[] counts) =>
    [
        .. counts.Select((count, code) => (code, count)).Where(c => c.count > 0 && c.code > 0)
            .Select(c => new FacetCount<string>(words[c.code], c.count))
            .OrderByDescending(f => f.Count).ThenBy(f => f.Value, StringComparer.Ordinal),
    ];

    // A document that was published this moment can have a value that was new then: it is beyond the end of the array.
    private static void Add(int[] counts, int code)
    {
        if ((uint)code < (uint)counts.Length)
        {
            counts[code]++;
        }
    }

    /// <summary>See <see cref="DocumentColumns.Days"/>.</summary>
    private static int EndedOf(int day) => day > 0 ? 0 : 1;
}

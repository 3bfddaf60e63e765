using System.Globalization;

namespace Livelihood.Search.Domain.Words;

/// <summary>
/// Cuts a run of ideographs into the words of a dictionary so that their frequencies make the likeliest whole. For queries only:
/// texts are indexed by pairs of characters, which no dictionary can get wrong.
/// </summary>
public sealed class WordCutter
{
    /// <summary>What a character by itself counts for: as much as a fairly frequent word, so that rare words do not eat their neighbours.</summary>
    private const double OfSingle = 400;

    private readonly WordCosts _costs;
    private readonly double _single;
    private readonly int _longest;

    /// <summary>Makes a cutter of words with frequencies.</summary>
    public WordCutter(IEnumerable<(string Word, int Count)> words)
    {
        // Not ToList: what it borrows for a hundred thousand words is kept to be lent again.
        var known = new List<(string Word, int Count)>(words);
        var total = Math.Max(1, known.Sum(w => (double)w.Count));
        _single = Math.Log(total / OfSingle);
        _costs = new(known.Select(w => (w.Word, Math.Log(total / w.Count))));
        _longest = known.Count == 0 ? 1 : known.Max(w => w.Word.Length);
    }

    /// <summary>The cutter with the dictionary that was embedded; null where there is none.</summary>
    public static WordCutter? Embedded => Once.Value;

    private static Lazy<WordCutter?> Once { get; } = new(() =>
        LanguageData.Missing.Contains(LanguageData.Dictionary)
            ? null
            : new WordCutter(LanguageData.Lines(LanguageData.Dictionary).Select(line =>
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                return (line[..space], int.Parse(line.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture));
            })));

    /// <summary>The words, in order; joined they are the run. Linear in its length.</summary>
    public IReadOnlyList<string> Cut(string run)
    {
        var best = new double[run.Length + 1];
        var ends = new int[run.Length];
        for (var start = run.Length - 1; start >= 0; start--)
        {
            (best[start], ends[start]) = (_single + best[start + 1], start + 1);
            for (var end = start + 2; end <= Math.Min(run.Length, start + _longest); end++)
            {
                if (_costs.Of(run.AsSpan(start, end - start)) is { } cost && cost + best[end] < best[start])
                {
                    (best[start], ends[start]) = (cost + best[end], end);
                }
            }
        }

        var words = new List<string>();
        for (var at = 0; at < run.Length; at = ends[at])
        {
            words.Add(run[at..ends[at]]);
        }

        return words;
    }
}

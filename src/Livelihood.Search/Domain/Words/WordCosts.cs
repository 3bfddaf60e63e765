using System.Text;

namespace Livelihood.Search.Domain.Words;

/// <summary>
/// What each word of a dictionary costs. The words stand one behind the other in one text, in their order: a hundred thousand
/// strings in a table of their own would take ten times the memory.
/// </summary>
internal sealed class WordCosts
{
    private readonly string _words;
    private readonly int[] _starts;
    private readonly float[] _costs;

    public WordCosts(IEnumerable<(string Word, double Cost)> words)
    {
        var sorted = words.OrderBy(w => w.Word, StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        (_starts, _costs) = (new int[sorted.Count + 1], new float[sorted.Count]);
        for (var i = 0; i < sorted.Count; i++)
        {
            text.Append(sorted[i].Word);
            (_starts[i + 1], _costs[i]) = (text.Length, (float)sorted[i].Cost);
        }

        _words = text.ToString();
    }

    /// <summary>What a word costs; null where it is none. Logarithmic in the number of words.</summary>
    public double? Of(ReadOnlySpan<char> word)
    {
        var (first, last) = (0, _costs.Length - 1);
        while (first <= last)
        {
            var middle = (first + last) >>> 1;
            var order = _words.AsSpan(_starts[middle].._starts[middle + 1]).SequenceCompareTo(word);
            if (order == 0)
            {
                return _costs[middle];
            }

            (first, last) = order < 0 ? (middle + 1, last) : (first, middle - 1);
        }

        return null;
    }
}

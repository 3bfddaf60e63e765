using Livelihood.Search.Domain.Text;

namespace Livelihood.Search.Domain.Queries;

/// <summary>Words of one meaning, in groups. Applied to queries, never to texts, so that a change counts at once.</summary>
public sealed class SynonymList
{
    /// <summary>No words.</summary>
    public static readonly SynonymList Empty = new([]);

    /// <summary>Ways to write one word that are asked for.</summary>
    private const int MostForms = 6;

    private readonly List<(string Word, IReadOnlyList<string> Others)> _words = [];

    /// <summary>Takes groups over; words of one character are left out, they are parts of too many others.</summary>
    public SynonymList(IEnumerable<IReadOnlyList<string>> groups)
    {
        foreach (var group in groups)
        {
            var words = group.Select(w => CanonicalText.TextOf(w).Trim()).Where(w => w.Length > 1).Distinct(StringComparer.Ordinal).ToList();
            foreach (var word in words.Where(_ => words.Count > 1))
            {
                _words.Add((word, words.Where(w => w != word).ToList()));
            }
        }

        // A long word says more than one that is part of it.
        _words.Sort((a, b) => b.Word.Length - a.Word.Length);
    }

    /// <summary>Reads groups as an editor writes them: one on a line or between semicolons, the words of a group between slashes.</summary>
    public static IEnumerable<IReadOnlyList<string>> Parse(string? text) => (text ?? "")
        .Split(['\n', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(IReadOnlyList<string> (line) => line.Split(['/', '／', '、', '='], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The query with the other ways to write its words; exact phrases and exclusions stay as they are.</summary>
    public SearchQuery Widen(SearchQuery query) =>
        _words.Count == 0 ? query : query with { Words = [.. query.Words.Select(w => w.IsExact || w.IsSingle || w.Number is not null ? w : w.Or(OthersOf(w.Canonical)))] };

    private IEnumerable<string> OthersOf(string canonical)
    {
        foreach (var (word, others) in _words)
        {
            if (canonical.Contains(word, StringComparison.Ordinal))
            {
                return others.Where(o => !canonical.Contains(o, StringComparison.Ordinal))
                    .Select(o => CanonicalText.TextOf(canonical.Replace(word, o, StringComparison.Ordinal))).Take(MostForms - 1);
            }
        }

        return [];
    }
}

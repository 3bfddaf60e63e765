using Livelihood.Search.Domain.Queries;

namespace Livelihood.Search.Domain.Suggestions;

/// <summary>Reads a query in another way, by the titles that there are.</summary>
public static class Advice
{
    /// <summary>A longer word is a sentence; each of its parts would be looked for in all titles.</summary>
    private const int LongestInParts = 20;

    /// <summary>The query with pinyin written out and slips put right; null where nothing changes.</summary>
    public static string? For(SearchQuery query, TitleBook titles)
    {
        // Syllables are typed with spaces or without: all letters together first.
        if (titles.ReadLetters(query.Text) is { } whole)
        {
            return whole;
        }

        if (query.Words.Any(w => w.IsExact || w.Number is not null))
        {
            return null;
        }

        var changed = false;
        var words = query.Words.Select(word =>
        {
            var text = word.Canonical.Trim();
            var meant = titles.ReadLetters(CaseOf(query.Text, text)) ?? titles.Nearest(text) ?? InParts(text, titles);
            changed |= meant is not null;
            return meant ?? text;
        }).ToList();
        return changed ? string.Join(' ', words) : null;
    }

    /// <summary>A long word of which a part is a slip: the part is put right where the whole stands in no title.</summary>
    private static string? InParts(string text, TitleBook titles)
    {
        if (text.Length > LongestInParts)
        {
            return null;
        }

        var known = new Dictionary<string, bool>(StringComparer.Ordinal);
        for (var length = Math.Min(text.Length - 1, 8); length >= 4; length--)
        {
            for (var at = 0; at + length <= text.Length; at++)
            {
                if (titles.Nearest(text.Substring(at, length), known) is { } meant)
                {
                    return text[..at] + meant + text[(at + length)..];
                }
            }
        }

        return null;
    }

    /// <summary>The word as it was typed: canonical text has no capitals, by which abbreviations are known.</summary>
    private static string CaseOf(string typed, string word)
    {
        var at = typed.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? word : typed.Substring(at, word.Length);
    }
}

using System.Text;

namespace Livelihood.Search.Domain.Text;

/// <summary>
/// The one place where text becomes terms, for indexing and for queries, on every database. A run of ideographs gives its
/// overlapping pairs and its last character (断头路 gives 断头, 头路, 路), so that neighbouring terms are neighbouring
/// characters and a phrase of terms is a phrase of the text; other words are one term each. A term has neither space nor
/// sign.
/// </summary>
public static class Analyser
{
    /// <summary>Words are told apart by their first 64 characters: PostgreSQL bounds a term's length.</summary>
    public const int LongestTerm = 64;

    /// <summary>The terms of a canonical text, in order.</summary>
    public static IEnumerable<string> Terms(string canonical)
    {
        foreach (var range in Runs.Of(canonical))
        {
            if (!Runs.IsIdeographic(canonical.AsSpan(range)))
            {
                yield return Whole(canonical[range]);
                continue;
            }

            var previous = default(Rune?);
            foreach (var rune in canonical[range].EnumerateRunes())
            {
                if (previous is { } first)
                {
                    yield return $"{first}{rune}";
                }

                previous = rune;
            }

            yield return previous.ToString()!;
        }
    }

    /// <summary>
    /// The terms to ask for so that they stand one after the other: without the character that only closes the last run.
    /// Where the last run is one character, longer terms that begin with it will do (2019年 in 2019年第6号).
    /// </summary>
    public static (IReadOnlyList<string> Terms, bool LastIsPrefix) Phrase(string canonical)
    {
        var terms = Terms(canonical).ToList();
        if (terms.Count < 2 || !IsSingle(terms[^1]))
        {
            return (terms, LastIsPrefix: false);
        }

        var last = Runs.Of(canonical).Last();
        if (canonical[last] == terms[^1])
        {
            return (terms, LastIsPrefix: true);
        }

        terms.RemoveAt(terms.Count - 1);
        return (terms, LastIsPrefix: false);
    }

    /// <summary>The single ideographs of a canonical text, each once, in order of appearance.</summary>
    public static IReadOnlyCollection<string> Characters(string canonical)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var range in Runs.Of(canonical))
        {
            if (Runs.IsIdeographic(canonical.AsSpan(range)))
            {
                foreach (var rune in canonical[range].EnumerateRunes())
                {
                    found.Add(rune.ToString());
                }
            }
        }

        return found;
    }

    /// <summary>Whether a term is a single ideograph.</summary>
    public static bool IsSingle(string term) =>
        Rune.DecodeFromUtf16(term, out _, out var length) == System.Buffers.OperationStatus.Done
        && length == term.Length && Runs.IsIdeographic(term);

    private static string Whole(string word)
    {
        if (word.Length <= LongestTerm)
        {
            return word;
        }

        return char.IsHighSurrogate(word[LongestTerm - 1]) ? word[..(LongestTerm - 1)] : word[..LongestTerm];
    }
}

using System.Text;
using Livelihood.Search.Domain.Words;

namespace Livelihood.Search.Domain.Text;

/// <summary>A term and its place in a phrase.</summary>
/// <param name="Text">The term.</param>
/// <param name="Offset">How many terms after the phrase's first.</param>
public readonly record struct PlacedTerm(string Text, int Offset);

/// <summary>
/// The one place where text becomes terms, for indexing and for queries, on every database. A run of ideographs gives its
/// overlapping pairs and its last character (断头路 gives 断头, 头路, 路); after a word of other letters also its first, so that
/// 2019年 is found in 2019年第6号. Between two runs of ideographs stands <see cref="Break"/>: neighbouring terms are
/// neighbouring characters, and no phrase runs across a sign. Other words are one term each.
/// </summary>
public static class Analyser
{
    /// <summary>Words are told apart by their first 64 characters: PostgreSQL bounds a term's length.</summary>
    public const int LongestTerm = 64;

    /// <summary>
    /// Changes when the terms of a text do: an index of another version must be rebuilt. Negative where traditional characters
    /// are not folded, because the build had no data for it.
    /// </summary>
    public static int Version { get; } = LanguageData.Missing.Contains(LanguageData.Simplified) ? -4 : 4;

    /// <summary>Stands between runs of ideographs.</summary>
    public const string Break = "。";

    /// <summary>The terms of a canonical text, in order.</summary>
    public static IEnumerable<string> Terms(string canonical)
    {
        foreach (var (start, end) in Places(canonical))
        {
            yield return start == end ? Break : Whole(canonical[start..end]);
        }
    }

    /// <summary>
    /// The terms that must stand in their places so that the text stands there: every character is in one of them, few are in
    /// two. Exact: where these terms stand so, the whole text does, except that a single ideograph after a space is left out.
    /// </summary>
    public static IReadOnlyList<PlacedTerm> Phrase(string canonical)
    {
        var phrase = new List<PlacedTerm>();
        foreach (var (range, offset, isWord, afterWord, isLast) in RunsWithOffsets(canonical))
        {
            if (isWord)
            {
                phrase.Add(new(Whole(canonical[range]), offset));
                continue;
            }

            var runes = canonical[range].EnumerateRunes().ToArray();
            if (runes.Length == 1)
            {
                // At the end of a run it is a term by itself, as after a word; inside a run that goes on it is none.
                if (afterWord || !isLast || phrase.Count == 0)
                {
                    phrase.Add(new(runes[0].ToString(), offset));
                }

                continue;
            }

            var first = offset + (afterWord ? 1 : 0);
            for (var i = 0; i < runes.Length - 1; i += 2)
            {
                phrase.Add(new($"{runes[i]}{runes[i + 1]}", first + i));
            }

            if (runes.Length % 2 == 1)
            {
                phrase.Add(new($"{runes[^2]}{runes[^1]}", first + runes.Length - 2));
            }
        }

        return phrase;
    }

    /// <summary>All terms of a phrase without a gap, from its first to its last.</summary>
    public static IReadOnlyList<string> Sequence(string canonical)
    {
        var phrase = Phrase(canonical);
        return phrase.Count == 0 ? [] : [.. Terms(canonical).Skip(phrase[0].Offset).Take(phrase[^1].Offset - phrase[0].Offset + 1)];
    }

    /// <summary>How many terms lie between the beginning of a text and what follows it directly.</summary>
    public static int Length(string canonical) => Places(canonical).Count();

    /// <summary>
    /// Where each term of a canonical text stands, in order; a <see cref="Break"/> is empty. A word longer than
    /// <see cref="LongestTerm"/> is whole here.
    /// </summary>
    internal static IEnumerable<(int Start, int End)> Places(string canonical)
    {
        foreach (var (range, _, isWord, afterWord, _) in RunsWithOffsets(canonical))
        {
            var (start, end) = (range.Start.Value, range.End.Value);
            if (isWord)
            {
                yield return (start, end);
                continue;
            }

            if (start > 1 && !afterWord)
            {
                yield return (start, start);
            }

            var before = -1;
            for (var at = start; at < end;)
            {
                var next = at + (char.IsHighSurrogate(canonical[at]) && at + 1 < end ? 2 : 1);
                if (before >= 0)
                {
                    yield return (before, next);
                }
                else if (afterWord && next < end)
                {
                    yield return (at, next);
                }

                (before, at) = (at, next);
            }

            yield return (before, end);
        }
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

    /// <summary>The part of a word that is its term.</summary>
    internal static string Whole(string word)
    {
        if (word.Length <= LongestTerm)
        {
            return word;
        }

        return char.IsHighSurrogate(word[LongestTerm - 1]) ? word[..(LongestTerm - 1)] : word[..LongestTerm];
    }

    private static IEnumerable<(Range Range, int Offset, bool IsWord, bool AfterWord, bool IsLast)> RunsWithOffsets(string canonical)
    {
        var offset = 0;
        var before = RunKind.None;
        foreach (var range in Runs.Of(canonical))
        {
            var (start, end) = (range.Start.Value, range.End.Value);
            var isWord = !Runs.IsIdeographic(canonical.AsSpan(range));
            offset += !isWord && before == RunKind.Ideographs ? 1 : 0;
            yield return (start..end, offset, isWord, before == RunKind.Word, end + 1 >= canonical.Length);
            var count = isWord ? 1 : CountRunes(canonical.AsSpan(range));
            offset += !isWord && before == RunKind.Word && count > 1 ? count + 1 : count;
            before = isWord ? RunKind.Word : RunKind.Ideographs;
        }
    }

    private static int CountRunes(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var character in text)
        {
            count += char.IsLowSurrogate(character) ? 0 : 1;
        }

        return count;
    }
}

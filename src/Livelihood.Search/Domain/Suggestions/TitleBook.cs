using System.Text;
using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Text;
using Livelihood.Search.Domain.Words;

namespace Livelihood.Search.Domain.Suggestions;

/// <summary>
/// All titles and names in one text, and beside it, letter by letter, the initials of their readings, so that a suggestion is a
/// few searches for a string. About three bytes a character: a document is known by its number alone. Does not change.
/// </summary>
public sealed class TitleBook
{
    /// <summary>Stands behind each entry.</summary>
    internal const char End = '\n';

    /// <summary>Places looked at for one suggestion; frequent strings have many.</summary>
    private const int MostPlaces = 400;

    /// <summary>Characters of a word of which any one may be a slip; of a shorter one too much would be near.</summary>
    private const int LongEnough = 4;

    private readonly int[] _documents;
    private readonly string[] _names;
    private readonly int[] _starts;
    private readonly string _text;
    private readonly byte[] _initials;
    private readonly NumberText _numbers;

    /// <summary>Takes entries over, the more important first.</summary>
    public TitleBook(IEnumerable<TitleEntry> entries)
        : this(TitleBookBuilder.Of(entries))
    {
    }

    internal TitleBook(TitleBookBuilder made)
    {
        (_documents, _names, _starts) = ([.. made.Documents], [.. made.Names], [.. made.Starts]);
        (_text, _numbers) = (made.Text.ToString(), made.Numbers);
        _numbers.Close();
        _initials = new byte[_text.Length];
        for (var i = 0; i < _initials.Length; i++)
        {
            _initials[i] = (byte)(_text[i] == End ? End : Readings.Initial(_text[i]));
        }
    }

    /// <summary>No titles.</summary>
    public static TitleBook Empty { get; } = new([]);

    /// <summary>How many entries there are.</summary>
    public int Count => _documents.Length;

    /// <summary>Entries with what was typed, those that begin with it first, then in the order of importance; by number, and by pinyin too.</summary>
    public IReadOnlyList<TitleMatch> Suggest(string typed, int most)
    {
        var wanted = Squeeze(typed);
        if (wanted.Length == 0 || (wanted.Length == 1 && char.IsAscii(wanted[0])))
        {
            return [];
        }

        var found = new List<(int Entry, bool IsBeginning)>();
        for (var (at, looked) = (Next(_text, wanted, 0), 0); at >= 0 && looked < MostPlaces; at = Next(_text, wanted, at + 1), looked++)
        {
            var entry = EntryAt(at);
            found.Add((entry, at == _starts[entry]));
        }

        // Without a digit it is a number only where few titles have it: the beginning of one, such as 三政办.
        if (wanted.Any(char.IsAsciiDigit) || found.Count < most)
        {
            var number = DocumentNumber.TryParseQuery(typed, out var asked) ? Squeeze($"{asked.AgencyCode}{asked.Year}{asked.Serial}") : wanted;
            found.AddRange(_numbers.Find(number, MostPlaces));
        }

        if (found.Count < most && TypedLetters.Read(typed) is { } letters)
        {
            foreach (var (at, _, _) in Places(letters))
            {
                var entry = EntryAt(at);
                found.Add((entry, at == _starts[entry]));
            }
        }

        return [.. found.OrderByDescending(f => f.IsBeginning).ThenBy(f => f.Entry).Select(f => f.Entry).Distinct().Take(most).Select(MatchOf)];
    }

    private TitleMatch MatchOf(int entry) => _documents[entry] is > 0 and var document ? new(document, null) : new(0, _names[-1 - _documents[entry]]);

    /// <summary>The words of titles that letters most likely stand for, or null.</summary>
    public string? ReadLetters(string typed)
    {
        if (typed.Count(char.IsAsciiLetter) < 3 || TypedLetters.Read(typed) is not { } letters)
        {
            return null;
        }

        return Places(letters).Select(p => (Text: _text.Substring(p.At, p.Length), p.Way)).GroupBy(p => p.Text, StringComparer.Ordinal)
            .OrderBy(g => g.Min(p => p.Way)).ThenByDescending(g => g.Count()).FirstOrDefault()?.Key;
    }

    /// <summary>
    /// What a word with one slip was probably meant to be, as it stands in titles: a character for one that sounds alike, or in
    /// words of four characters and more any wrong one, one too many or one too few. Null where the word itself stands in a
    /// title or nothing is near.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="known">What is known already of strings: whether they occur. For several words that have parts in common.</param>
    public string? Nearest(string word, Dictionary<string, bool>? known = null)
    {
        known ??= new(StringComparer.Ordinal);
        if (word.Length is < 2 or > 20 || !Runs.IsIdeographic(word) || Occurs(word, known))
        {
            return null;
        }

        var near = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < word.Length; at++)
        {
            AddNear((word[..at], word[(at + 1)..]), 1, there => Readings.SoundAlike(there[0], word[at]) ? MostPlaces : word.Length >= LongEnough ? 1 : 0, near, known);
            if (word.Length >= LongEnough && at > 0)
            {
                AddNear((word[..at], word[at..]), 1, _ => 1, near, known);
                if (at < word.Length - 1 || word[at] == word[at - 1])
                {
                    // What stands at the end may be more than a slip, unless it was typed twice.
                    AddNear((word[..at], word[(at + 1)..]), 0, _ => 1, near, known);
                }
            }
        }

        return near.Count == 0 ? null : near.MaxBy(n => n.Value).Key;
    }

    /// <summary>Adds what stands in titles where a word's parts do, so many characters apart.</summary>
    private void AddNear((string Before, string After) parts, int between, Func<ReadOnlySpan<char>, int> weigh, Dictionary<string, int> near, Dictionary<string, bool> known)
    {
        // The longer part must stand there, and the other beside it.
        var (before, after) = parts;
        var anchor = before.Length >= after.Length ? before : after;
        if (!Occurs(anchor, known))
        {
            return;
        }

        var (length, looked) = (before.Length + between + after.Length, 0);
        for (var at = Next(_text, anchor, 0); at >= 0 && looked < MostPlaces; at = Next(_text, anchor, at + 1), looked++)
        {
            var start = ReferenceEquals(anchor, before) ? at : at - between - before.Length;
            if (start < 0 || start + length > _text.Length)
            {
                continue;
            }

            var there = _text.AsSpan(start, length);
            if (there.StartsWith(before) && there.EndsWith(after) && Runs.IsIdeographic(there[Math.Min(before.Length, length - 1)..])
                && weigh(there.Slice(before.Length, between)) is > 0 and var weight)
            {
                var meant = there.ToString();
                near[meant] = near.GetValueOrDefault(meant) + weight;
            }
        }
    }

    /// <summary>Whether a string stands in titles. One whose parts do not is not looked for.</summary>
    private bool Occurs(string part, Dictionary<string, bool> known)
    {
        if (!known.TryGetValue(part, out var occurs))
        {
            occurs = (part.Length <= 2 || (Occurs(part[..^1], known) && Occurs(part[1..], known))) && _text.Contains(part, StringComparison.Ordinal);
            known.Add(part, occurs);
        }

        return occurs;
    }

    /// <summary>Letters, digits and ideographs in canonical form, without spaces.</summary>
    internal static string Squeeze(string? text) => CanonicalText.TextOf(text).Replace(" ", "", StringComparison.Ordinal);

    private static int Next(string text, string wanted, int from) => from >= text.Length ? -1 : text.IndexOf(wanted, from, StringComparison.Ordinal);

    private static int Next(byte[] text, byte[] wanted, int from)
    {
        var at = from >= text.Length ? -1 : text.AsSpan(from).IndexOf(wanted);
        return at < 0 ? -1 : from + at;
    }

    private int EntryAt(int at)
    {
        var index = Array.BinarySearch(_starts, at);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>Where letters can be read in the titles, with how many characters, and by which of their ways.</summary>
    private List<(int At, int Length, int Way)> Places(TypedLetters letters)
    {
        var places = new List<(int At, int Length, int Way)>();
        for (var way = 0; way < letters.Ways.Count && places.Count == 0; way++)
        {
            AddPlaces(letters.Ways[way], way, places);
        }

        return places;

        void AddPlaces(IReadOnlyList<string> pieces, int way, List<(int At, int Length, int Way)> all)
        {
            if (pieces.Count < 2)
            {
                return;
            }

            var initials = pieces.Select(p => (byte)p[0]).ToArray();
            var looked = 0;
            for (var at = Next(_initials, initials, 0); at >= 0 && looked < 10 * MostPlaces && all.Count < MostPlaces; at = Next(_initials, initials, at + 1), looked++)
            {
                var fits = true;
                for (var i = 0; fits && i < pieces.Count; i++)
                {
                    fits = TypedLetters.Fits(pieces[i], _text[at + i], i == pieces.Count - 1);
                }

                if (fits)
                {
                    all.Add((at, pieces.Count, way));
                }
            }
        }
    }
}

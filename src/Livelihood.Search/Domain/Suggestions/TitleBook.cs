using System.Text;
using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Text;
using Livelihood.Search.Domain.Words;

namespace Livelihood.Search.Domain.Suggestions;

/// <summary>Something that may be suggested.</summary>
/// <param name="Text">A title, an agency's name, or a query of others.</param>
/// <param name="Number">The document number, or null.</param>
/// <param name="Path">Where it leads, below the portal's root; null: to a search for it.</param>
public sealed record TitleEntry(string Text, string? Number = null, string? Path = null);

/// <summary>
/// All titles and names in one text, and beside it, letter by letter, the initials of their readings, so that a suggestion is a
/// few searches for a string. About ten bytes a character; does not change.
/// </summary>
public sealed class TitleBook
{
    private const char End = '\n';

    /// <summary>Places looked at for one suggestion; frequent strings have many.</summary>
    private const int MostPlaces = 400;

    private readonly TitleEntry[] _entries;
    private readonly int[] _starts;
    private readonly string _text;
    private readonly string _initials;
    private readonly string _numbers;
    private readonly int[] _numberStarts;

    /// <summary>Takes entries over, the more important first.</summary>
    public TitleBook(IEnumerable<TitleEntry> entries)
    {
        _entries = [.. entries];
        (_starts, _numberStarts) = (new int[_entries.Length], new int[_entries.Length]);
        var (text, numbers) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < _entries.Length; i++)
        {
            (_starts[i], _numberStarts[i]) = (text.Length, numbers.Length);
            text.Append(Squeeze(_entries[i].Text)).Append(End);
            numbers.Append(Squeeze(_entries[i].Number)).Append(End);
        }

        (_text, _numbers) = (text.ToString(), numbers.ToString());
        _initials = string.Create(_text.Length, _text, static (letters, source) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = source[i] == End ? End : Readings.Initial(source[i]);
            }
        });
    }

    /// <summary>No titles.</summary>
    public static TitleBook Empty { get; } = new([]);

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Length;

    /// <summary>Entries with what was typed, those that begin with it first, then in the order of importance; by number, and by pinyin too.</summary>
    public IReadOnlyList<TitleEntry> Suggest(string typed, int most)
    {
        var wanted = Squeeze(typed);
        if (wanted.Length == 0 || (wanted.Length == 1 && char.IsAscii(wanted[0])))
        {
            return [];
        }

        var found = new List<(int Entry, bool IsBeginning)>();
        Collect(_text, wanted, _starts, found);
        if (wanted.Any(char.IsAsciiDigit))
        {
            var number = DocumentNumber.TryParseQuery(typed, out var asked) ? Squeeze($"{asked.AgencyCode}{asked.Year}{asked.Serial}") : wanted;
            Collect(_numbers, number, _numberStarts, found);
        }

        if (found.Count < most && TypedLetters.Read(typed) is { } letters)
        {
            foreach (var (at, _, _) in Places(letters))
            {
                var entry = EntryAt(_starts, at);
                found.Add((entry, at == _starts[entry]));
            }
        }

        return [.. found.OrderByDescending(f => f.IsBeginning).ThenBy(f => f.Entry).Select(f => f.Entry).Distinct().Take(most).Select(e => _entries[e])];
    }

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
    /// What a word with one wrong character was probably meant to be, as it stands in titles: one that sounds alike, or in words
    /// of four characters and more any other. Null where the word itself stands in a title or nothing is near.
    /// </summary>
    public string? Nearest(string word)
    {
        if (word.Length is < 2 or > 20 || !Runs.IsIdeographic(word) || _text.Contains(word, StringComparison.Ordinal))
        {
            return null;
        }

        var near = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var wrong = 0; wrong < word.Length; wrong++)
        {
            // The longer side of the wrong character must stand there, and the other beside it.
            var (from, to) = wrong >= word.Length - 1 - wrong ? (0, wrong) : (wrong + 1, word.Length);
            var looked = 0;
            for (var at = Next(_text, word[from..to], 0); at >= 0 && looked < MostPlaces; at = Next(_text, word[from..to], at + 1), looked++)
            {
                var start = at - from;
                if (start < 0 || start + word.Length > _text.Length)
                {
                    continue;
                }

                var there = _text.AsSpan(start, word.Length);
                if (there[..wrong].SequenceEqual(word.AsSpan(0, wrong)) && there[(wrong + 1)..].SequenceEqual(word.AsSpan(wrong + 1))
                    && Runs.IsIdeographic(there[wrong..]) && (Readings.SoundAlike(there[wrong], word[wrong]) || word.Length > 3))
                {
                    var meant = there.ToString();
                    near[meant] = near.GetValueOrDefault(meant) + (Readings.SoundAlike(there[wrong], word[wrong]) ? MostPlaces : 1);
                }
            }
        }

        return near.Count == 0 ? null : near.MaxBy(n => n.Value).Key;
    }

    /// <summary>Letters, digits and ideographs in canonical form, without spaces.</summary>
    private static string Squeeze(string? text) => CanonicalText.TextOf(text).Replace(" ", "", StringComparison.Ordinal);

    private static int Next(string text, string wanted, int from) => from >= text.Length ? -1 : text.IndexOf(wanted, from, StringComparison.Ordinal);

    private static int EntryAt(int[] starts, int at)
    {
        var index = Array.BinarySearch(starts, at);
        return index >= 0 ? index : ~index - 1;
    }

    private static void Collect(string text, string wanted, int[] starts, List<(int Entry, bool IsBeginning)> found)
    {
        var looked = 0;
        for (var at = Next(text, wanted, 0); at >= 0 && looked < MostPlaces; at = Next(text, wanted, at + 1), looked++)
        {
            var entry = EntryAt(starts, at);
            found.Add((entry, at == starts[entry]));
        }
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

            var initials = string.Concat(pieces.Select(p => p[0]));
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

using Livelihood.Search.Domain.Words;

namespace Livelihood.Search.Domain.Suggestions;

/// <summary>Letters that may be pinyin: syllables, initials, or both mixed (minsheng, msss, mshengss).</summary>
public sealed class TypedLetters
{
    private const int Most = 40;
    private const int MostWays = 24;
    private const string Initials = "abcdefghjklmnopqrstwxyz";

    private TypedLetters(IReadOnlyList<IReadOnlyList<string>> ways) => Ways = ways;

    /// <summary>The ways in which the letters can be cut, those with the fewest pieces first; each piece is a syllable or the beginning of one.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Ways { get; }

    /// <summary>Reads letters; null where they are none, or in capitals as abbreviations are, or where they cannot be pinyin.</summary>
    public static TypedLetters? Read(string text)
    {
        var letters = string.Concat(text.Split([' ', '\'', '’'], StringSplitOptions.RemoveEmptyEntries));
        if (letters.Length is < 2 or > Most || !letters.All(char.IsAsciiLetter) || letters.Skip(1).All(char.IsAsciiLetterUpper))
        {
            return null;
        }

        var ways = new List<IReadOnlyList<string>>();
        Cut(letters.ToLowerInvariant(), 0, [], ways);
        return ways.Count == 0 ? null : new([.. ways.OrderBy(w => w.Count)]);
    }

    /// <summary>Whether a piece can stand for a character.</summary>
    public static bool Fits(string piece, char ideograph, bool isLast) =>
        Readings.Of(ideograph).Any(r => r == piece || (piece.Length == 1 && r[0] == piece[0])
            || (piece.Length == 2 && piece[1] == 'h' && r.StartsWith(piece, StringComparison.Ordinal)) || (isLast && r.StartsWith(piece, StringComparison.Ordinal)));

    private static void Cut(string letters, int at, List<string> pieces, List<IReadOnlyList<string>> ways)
    {
        if (ways.Count >= MostWays)
        {
            return;
        }

        if (at == letters.Length)
        {
            ways.Add([.. pieces]);
            return;
        }

        // Longer pieces first, so that whole syllables come before initials.
        for (var length = Math.Min(6, letters.Length - at); length > 0; length--)
        {
            var piece = letters.AsSpan(at, length);
            var isLast = at + length == letters.Length;
            if (Readings.IsSyllable(piece) || (length == 1 && Initials.Contains(piece[0], StringComparison.Ordinal))
                || (isLast && length is 2 or 3 && piece[^1] == 'h'))
            {
                pieces.Add(piece.ToString());
                Cut(letters, at + length, pieces, ways);
                pieces.RemoveAt(pieces.Count - 1);
            }
        }
    }
}

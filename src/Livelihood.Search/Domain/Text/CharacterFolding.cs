using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Livelihood.Search.Domain.Words;

namespace Livelihood.Search.Domain.Text;

/// <summary>
/// What a character becomes before it is compared: its compatibility form (NFKD: full width, ligatures, ①, ㎡, compatibility
/// ideographs) without accents. The portal runs with invariant globalisation, where <see cref="string.Normalize()"/> does
/// nothing, so the mapping is data: Unicode's, in compatibility.txt. Traditional ideographs become the simplified ones.
/// </summary>
internal static class CharacterFolding
{
    /// <summary>The first of the common ideographs (see <see cref="IsCommonIdeograph"/>).</summary>
    public const char FirstIdeograph = '\u4E00';

    /// <summary>The last of them.</summary>
    public const char LastIdeograph = '\u9FFF';

    private static readonly char[] Simplified = LoadSimplified();

    private static readonly FrozenDictionary<int, string> Compatibility = Load();

    /// <summary>A bit for each character of one code unit.</summary>
    private static readonly ulong[] Separators = FindSeparators();

    /// <summary>Whether a character does nothing but end a run: neither a letter nor a digit in any form, and not seen through.</summary>
    public static bool IsSeparator(char character) => (Separators[character >> 6] >> character & 1) != 0;

    /// <summary>True for characters that are seen through: accents, direction marks, joiners, variation selectors.</summary>
    public static bool IsTransparent(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    /// <summary>Whether a character is one of the ideographs of Unicode's first and greatest block, which most texts have no others beside.</summary>
    public static bool IsCommonIdeograph(int value) => value is >= FirstIdeograph and <= LastIdeograph;

    /// <summary>The compatibility form of a character, or null where it is its own.</summary>
    public static string? Decompose(Rune rune) => Compatibility.GetValueOrDefault(rune.Value);

    /// <summary>The simplified form of an ideograph, itself where there is none or where the data for it was not built in.</summary>
    public static char Simplify(char ideograph) => Simplified[ideograph - FirstIdeograph];

    /// <summary>Simplifies common ideographs, one after the other.</summary>
    public static void Simplify(ReadOnlySpan<char> ideographs, Span<char> simplified)
    {
        var to = simplified[..ideographs.Length];
        var map = Simplified;
        for (var i = 0; i < ideographs.Length; i++)
        {
            to[i] = map[ideographs[i] - FirstIdeograph];
        }
    }

    private static char[] LoadSimplified()
    {
        var map = Enumerable.Range(FirstIdeograph, LastIdeograph - FirstIdeograph + 1).Select(c => (char)c).ToArray();
        foreach (var line in LanguageData.Lines(LanguageData.Simplified).Where(l => l is [>= FirstIdeograph and <= LastIdeograph, _]))
        {
            map[line[0] - FirstIdeograph] = line[1];
        }

        return map;
    }

    private static ulong[] FindSeparators()
    {
        var found = new ulong[(char.MaxValue + 1) >> 6];
        for (var value = 0; value <= char.MaxValue; value++)
        {
            if (Rune.TryCreate((char)value, out var rune) && !IsCommonIdeograph(value) && !IsTransparent(rune)
                && (Decompose(rune) ?? rune.ToString()) is { Length: > 0 } form && form.EnumerateRunes().All(part => Runs.KindOf(part) == RunKind.None))
            {
                found[value >> 6] |= 1UL << value;
            }
        }

        return found;
    }

    private static FrozenDictionary<int, string> Load()
    {
        using var stream = typeof(CharacterFolding).Assembly.GetManifestResourceStream("compatibility.txt")
            ?? throw new InvalidOperationException("compatibility.txt is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var map = new Dictionary<int, string>(6000);
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && line[0] != '#')
            {
                map.Add(int.Parse(line.AsSpan(0, space), NumberStyles.HexNumber), line[(space + 1)..]);
            }
        }

        return map.ToFrozenDictionary();
    }
}

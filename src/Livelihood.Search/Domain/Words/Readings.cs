namespace Livelihood.Search.Domain.Words;

/// <summary>How ideographs are read, in pinyin without tones; ü is v.</summary>
public static class Readings
{
    private static readonly Lazy<Dictionary<char, string[]>> ByCharacter = new(() => LanguageData.Lines(LanguageData.Readings)
        .Where(l => l.Length > 2).ToDictionary(l => l[0], l => l[2..].Split(' ')));

    private static readonly Lazy<HashSet<string>> AllSyllables = new(() => [.. ByCharacter.Value.Values.SelectMany(r => r)]);

    /// <summary>The readings of a simplified ideograph, the usual one first; none where it has none.</summary>
    public static IReadOnlyList<string> Of(char ideograph) => ByCharacter.Value.GetValueOrDefault(ideograph) ?? [];

    /// <summary>The letter with which the usual reading begins, or a space.</summary>
    public static char Initial(char ideograph) => ByCharacter.Value.TryGetValue(ideograph, out var readings) ? readings[0][0] : ' ';

    /// <summary>Whether letters are a syllable.</summary>
    public static bool IsSyllable(ReadOnlySpan<char> letters) => AllSyllables.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters);

    /// <summary>Whether two characters sound alike, tones apart.</summary>
    public static bool SoundAlike(char one, char other) => one != other && Of(one).Intersect(Of(other), StringComparer.Ordinal).Any();
}

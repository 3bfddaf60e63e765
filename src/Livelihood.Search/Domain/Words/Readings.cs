namespace Livelihood.Search.Domain.Words;

/// <summary>How ideographs are read, in pinyin without tones; ü is v.</summary>
public static class Readings
{
    private static readonly Lazy<Dictionary<char, string[]>> ByCharacter = new(Read);

    private static readonly Lazy<HashSet<string>> AllSyllables = new(() => [.. ByCharacter.Value.Values.SelectMany(r => r)]);

    /// <summary>The readings of a simplified ideograph, the usual one first; none where it has none.</summary>
    public static IReadOnlyList<string> Of(char ideograph) => ByCharacter.Value.GetValueOrDefault(ideograph) ?? [];

    /// <summary>The letter with which the usual reading begins, or a space.</summary>
    public static char Initial(char ideograph) => ByCharacter.Value.TryGetValue(ideograph, out var readings) ? readings[0][0] : ' ';

    /// <summary>Whether letters are a syllable.</summary>
    public static bool IsSyllable(ReadOnlySpan<char> letters) => AllSyllables.Value.GetAlternateLookup<ReadOnlySpan<char>>().Contains(letters);

    /// <summary>Whether two characters sound alike, tones apart.</summary>
    public static bool SoundAlike(char one, char other) => one != other && Of(one).Intersect(Of(other), StringComparer.Ordinal).Any();

    /// <summary>Twenty thousand ideographs have a tenth as many readings: what is read alike shares them.</summary>
    private static Dictionary<char, string[]> Read()
    {
        var alike = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var all = new Dictionary<char, string[]>();
        foreach (var line in LanguageData.Lines(LanguageData.Readings).Where(l => l.Length > 2))
        {
            var readings = line[2..];
            all.Add(line[0], alike.TryGetValue(readings, out var known) ? known : alike[readings] = readings.Split(' '));
        }

        all.TrimExcess();
        return all;
    }
}

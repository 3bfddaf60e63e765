using Livelihood.Platform.Text;

namespace Livelihood.Disclosure.Domain.Requesters;

/// <summary>
/// How alike two descriptions of wanted information are, by their pairs of neighbouring characters, and keys under which
/// alike ones are found without comparing all: of <see cref="Bands"/> keys two descriptions share one with a probability
/// that grows steeply with their likeness (MinHash).
/// </summary>
public static class Likeness
{
    /// <summary>From here on two descriptions are taken for alike; 1 is the same.</summary>
    public const double Alike = 0.6;

    /// <summary>How many keys a description has.</summary>
    public const int Bands = 8;

    private const int RowsOfBand = 2;
    private const int Longest = 300;

    /// <summary>What a request asks for, as it is compared.</summary>
    public static string TextOf(WantedInformation wanted) => wanted.Subject ?? wanted.DocumentNumber ?? wanted.Description ?? "";

    /// <summary>Shared pairs against all pairs (Dice): 0 to 1. Width, case, spaces and signs do not matter.</summary>
    public static double Of(string one, string other)
    {
        var (left, right) = (PairsOf(one), PairsOf(other));
        return left.Count == 0 || right.Count == 0 ? 0 : 2.0 * left.Count(right.Contains) / (left.Count + right.Count);
    }

    /// <summary>The keys of wanted information: those of its description, and one of its document number.</summary>
    public static IReadOnlyList<long> KeysOf(WantedInformation wanted) => Plain(wanted.DocumentNumber ?? "") is { Length: > 0 } number
        ? [.. KeysOf(TextOf(wanted)), (long)Mix(number.Aggregate(0UL, (hash, letter) => Mix(hash + letter)) + Bands)]
        : KeysOf(TextOf(wanted));

    /// <summary>The keys of a description, one for each band; none where it has neither letters nor digits.</summary>
    public static IReadOnlyList<long> KeysOf(string text)
    {
        var pairs = PairsOf(text);
        if (pairs.Count == 0)
        {
            return [];
        }

        var least = new ulong[Bands * RowsOfBand];
        Array.Fill(least, ulong.MaxValue);
        foreach (var pair in pairs)
        {
            var own = pair.Aggregate(0UL, (hash, letter) => (hash << 16) | letter);
            for (var i = 0; i < least.Length; i++)
            {
                least[i] = Math.Min(least[i], Mix(own + Mix((ulong)i)));
            }
        }

        return [.. least.Chunk(RowsOfBand).Select((rows, band) => (long)rows.Aggregate(Mix((ulong)band), (hash, row) => Mix(hash ^ row)))];
    }

    // SplitMix64: the same on every machine and after every start, as the keys are kept.
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static string Plain(string text) =>
        string.Concat(HalfWidth.Of(text.Length > Longest ? text[..Longest] : text).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static HashSet<string> PairsOf(string text)
    {
        var plain = Plain(text);
        return plain.Length == 1 ? [plain] : [.. Enumerable.Range(0, Math.Max(0, plain.Length - 1)).Select(i => plain.Substring(i, 2))];
    }
}

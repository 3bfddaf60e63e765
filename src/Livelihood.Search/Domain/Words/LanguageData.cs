using System.Text;

namespace Livelihood.Search.Domain.Words;

/// <summary>
/// What is known of the Chinese language: made from packages when the portal is built (language/build.mjs) and embedded. Each part
/// may be missing; then search does without.
/// </summary>
public static class LanguageData
{
    /// <summary>Traditional characters with their simplified ones; OpenCC's.</summary>
    public const string Simplified = "simplified";

    /// <summary>Words with their frequencies; jieba's.</summary>
    public const string Dictionary = "dictionary";

    /// <summary>Readings of characters; pinyin-pro's.</summary>
    public const string Readings = "readings";

    /// <summary>The parts that the build could not make.</summary>
    public static IReadOnlyList<string> Missing { get; } =
        [.. new[] { Simplified, Dictionary, Readings }.Where(part => typeof(LanguageData).Assembly.GetManifestResourceInfo(NameOf(part)) is null)];

    /// <summary>The lines of a part; none where it is missing.</summary>
    internal static IEnumerable<string> Lines(string part)
    {
        using var stream = typeof(LanguageData).Assembly.GetManifestResourceStream(NameOf(part));
        if (stream is null)
        {
            yield break;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static string NameOf(string part) => $"words.{part}.txt";
}

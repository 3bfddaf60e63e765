using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Content.References;

/// <summary>
/// What a reference names, as it is kept and looked up: a document number in its canonical form, or a title between 《》,
/// without spaces and with brackets in one width.
/// </summary>
public static class ReferenceKey
{
    /// <summary>Titles of more characters are not looked up.</summary>
    public const int LongestTitle = 200;

    /// <summary>Titles of fewer characters are names of newspapers and forms rather than of documents.</summary>
    public const int ShortestTitle = 5;

    /// <summary>The key of a number.</summary>
    public static string OfNumber(DocumentNumber number) => number.ToString();

    /// <summary>The key of a title, given without its brackets; null where it is too short or too long.</summary>
    public static string? OfTitle(ReadOnlySpan<char> title) => OfTitle(title.ToString());

    /// <summary>The key of a title, given without its brackets; null where it is too short or too long.</summary>
    public static string? OfTitle(string title) =>
        TitleKey(title) is { } key && key.Length >= ShortestTitle ? $"《{key}》" : null;

    /// <summary>A title as it is compared: without spaces, brackets in one width; null where it is too long.</summary>
    public static string? TitleKey(string title)
    {
        var key = Folding.Squeeze(title).Replace('(', '（').Replace(')', '）');
        return key.Length <= LongestTitle ? key : null;
    }

    /// <summary>Whether the key is a title's.</summary>
    public static bool IsTitle(string key) => key.StartsWith('《');
}

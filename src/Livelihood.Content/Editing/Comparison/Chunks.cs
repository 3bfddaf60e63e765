using System.Globalization;

namespace Livelihood.Content.Editing.Comparison;

/// <summary>Cuts text into the pieces that are compared.</summary>
public static class Chunks
{
    /// <summary>The lines, without their ends.</summary>
    public static string[] Lines(string text) => text.Length == 0 ? [] : text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>
    /// The words of a line: each ideograph and each mark of punctuation for itself, as Chinese has no spaces between
    /// words; letters and digits that stand together, and spaces that do, as one.
    /// </summary>
    public static string[] Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + StringInfo.GetNextTextElementLength(text, start);
            var kind = KindOf(text[start]);
            while (kind != Kind.Single && end < text.Length && KindOf(text[end]) == kind)
            {
                end += StringInfo.GetNextTextElementLength(text, end);
            }

            words.Add(text[start..end]);
            start = end;
        }

        return [.. words];
    }

    private static Kind KindOf(char c) => c switch
    {
        _ when char.IsWhiteSpace(c) => Kind.Space,
        _ when char.IsDigit(c) => Kind.Digits,
        // Ideographs are letters without case; alphabets with case, and their accents, make words.
        _ when char.IsUpper(c) || char.IsLower(c) => Kind.Letters,
        _ => Kind.Single,
    };

    private enum Kind
    {
        Single,
        Space,
        Digits,
        Letters,
    }
}

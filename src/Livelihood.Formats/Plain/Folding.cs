using System.Text;

namespace Livelihood.Formats.Plain;

/// <summary>Makes lines comparable that were typed in different ways.</summary>
public static class Folding
{
    /// <summary>The text without any space.</summary>
    public static string Squeeze(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Blank.Is(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    /// <summary>Full-width signs and digits to half-width, one character for one.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = source[i] switch
            {
                >= '！' and <= '～' and var c => (char)(c - '！' + '!'),
                '○' or '◯' => '〇',
                var c when Blank.Is(c) => ' ',
                var c => c,
            };
        }
    });
}

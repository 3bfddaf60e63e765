using System.Globalization;
using System.Text;

namespace Livelihood.Search.Domain.Queries;

/// <summary>
/// What a reader typed or pasted, without what nobody sees. Pages quote a query in their own sentences: a mark of direction in it
/// would turn these around, and a sign that looks like nothing cannot be told of.
/// </summary>
internal static class VisibleText
{
    /// <summary>
    /// The text without marks of direction, joiners and the like, with a space for each control character, line break and filler of
    /// Korean syllables. What was asked for stays the same: none of them is looked for.
    /// </summary>
    public static string Of(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format:
                    break;
                case UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                case var _ when IsFiller(rune.Value):
                    visible.Append(' ');
                    break;
                default:
                    visible.Append(rune);
                    break;
            }
        }

        return visible.ToString();
    }

    private static bool IsFiller(int value) => value is 0x115F or 0x1160 or 0x3164 or 0xFFA0;
}

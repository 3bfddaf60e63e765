using Livelihood.PrintedGazettes.Composition;

namespace Livelihood.PrintedGazettes.Setting;

/// <summary>Breaks a text into lines as Chinese print does: no line begins with a closing sign or ends with an opening one.</summary>
internal static class Wrapping
{
    private const string MayNotBegin = "，。；：、？！）》”’】〕%％…";
    private const string MayNotEnd = "（《“‘【〔";

    /// <summary>Lines of at most about <paramref name="width"/> characters, the first shorter by <paramref name="indent"/>.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width, int indent = 0, Chance? ragged = null)
    {
        var lines = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            var room = Math.Max(4, width - (lines.Count == 0 ? indent : 0));
            room = ragged is null ? room : Math.Max(4, room - ragged.Below(room / 2));
            var end = Math.Min(text.Length, at + room);
            while (end < text.Length && (MayNotBegin.Contains(text[end]) || IsInsideWord(text, end)))
            {
                end++;
            }

            while (end < text.Length && end > at + 1 && MayNotEnd.Contains(text[end - 1]))
            {
                end--;
            }

            lines.Add(text[at..end]);
            at = end;
        }

        return lines;
    }

    /// <summary>Two or three lines of about the same length.</summary>
    public static IReadOnlyList<string> Balanced(string text, int longest)
    {
        var count = Math.Max(1, (text.Length + longest - 1) / longest);
        return count == 1 ? [text] : Wrap(text, ((text.Length + count - 1) / count) + 1);
    }

    private static bool IsInsideWord(string text, int at) => IsInWord(text[at - 1]) && IsInWord(text[at]);

    private static bool IsInWord(char sign) => char.IsAsciiLetterOrDigit(sign) || sign == '.';
}

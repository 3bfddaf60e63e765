using System.Text;
using Livelihood.Formats.Plain;

namespace Livelihood.Formats.Markdown;

/// <summary>Escapes what Markdown, with the usual extensions, would take for a sign.</summary>
public static class MarkdownEscape
{
    /// <summary>One line of text as Markdown that renders as this very text; spaces and controls become single spaces.</summary>
    public static string Line(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        Append(written, 0, text);
        return written.ToString();
    }

    /// <summary>Adds text to a line that begins at <paramref name="start"/> of <paramref name="line"/>. A space at the line's beginning is left out.</summary>
    /// <returns>Whether the text ended in a space, which is not written yet.</returns>
    internal static bool Append(StringBuilder line, int start, ReadOnlySpan<char> text, bool gap = false)
    {
        foreach (var c in text)
        {
            if (Blank.Is(c))
            {
                gap = line.Length > start;
                continue;
            }

            if (gap)
            {
                line.Append(' ');
                gap = false;
            }

            var first = line.Length == start;
            if (IsSign(c) || (first && c is '+' or '-' or ':' or '!' or '%') || (c is '.' or ')' && IsListNumber(line, start)))
            {
                line.Append('\\');
            }

            line.Append(c);
        }

        return gap;
    }

    private static bool IsSign(char c) =>
        c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '^' or '&' or '$' or '#' or '{' or '}' or '=' or '"' or '@';

    /// <summary>Digits or letters at the beginning of a line before a point or bracket make an ordered list.</summary>
    private static bool IsListNumber(StringBuilder line, int start)
    {
        if (line.Length - start is 0 or > 9)
        {
            return false;
        }

        for (var i = start; i < line.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(line[i]))
            {
                return false;
            }
        }

        return true;
    }
}

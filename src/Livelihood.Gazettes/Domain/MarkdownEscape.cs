using System.Text;

namespace Livelihood.Gazettes.Domain;

/// <summary>Escapes what Markdown, with the usual extensions, would take for a sign.</summary>
internal static class MarkdownEscape
{
    /// <summary>One line of text as Markdown that renders as this very text; spaces and controls become single spaces.</summary>
    public static string Line(string text)
    {
        var written = new StringBuilder(text.Length + 8);
        var gap = false;
        foreach (var c in text)
        {
            if (Reading.SourceText.IsSpace(c))
            {
                gap = written.Length > 0;
                continue;
            }

            if (gap)
            {
                written.Append(' ');
                gap = false;
            }

            if (IsSign(c) || (written.Length == 0 && c is '+' or '-' or ':' or '!' or '%') || (c is '.' or ')' && IsListNumber(written)))
            {
                written.Append('\\');
            }

            written.Append(c);
        }

        return written.ToString();
    }

    private static bool IsSign(char c) =>
        c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '~' or '^' or '&' or '$' or '#' or '{' or '}' or '=' or '"' or '@';

    /// <summary>Digits or letters at the beginning of a line before a point or bracket make an ordered list.</summary>
    private static bool IsListNumber(StringBuilder written)
    {
        if (written.Length is 0 or > 9)
        {
            return false;
        }

        for (var i = 0; i < written.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(written[i]))
            {
                return false;
            }
        }

        return true;
    }
}

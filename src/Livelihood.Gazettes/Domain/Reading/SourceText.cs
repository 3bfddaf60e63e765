using System.Text;
using System.Text.RegularExpressions;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>
/// A line of the source. <paramref name="Printed"/> is the whole line; <paramref name="Text"/> is trimmed and without a list bullet; <paramref name="Folded"/> is the same,
/// character for character, with full-width signs made half-width; <paramref name="Squeezed"/> is that without spaces.
/// </summary>
internal sealed record SourceLine(
    int Index, string Printed, string Text, string Folded, string Squeezed, int Indent, bool HasBullet, bool FollowsPageBreak)
{
    public int Number => Index + 1;

    public bool IsBlank => Squeezed.Length == 0;

    public LineSpan Span => new(Number, Number);

    /// <summary>Short enough that patterns of titles, dates, labels are worth trying.</summary>
    public bool IsShort => Squeezed.Length is > 0 and <= 80;
}

/// <summary>The source cut into lines.</summary>
internal sealed partial class SourceText
{
    private SourceText(IReadOnlyList<string> printed, IReadOnlyList<SourceLine> lines) => (Printed, Lines) = (printed, lines);

    /// <summary>The lines with their layout.</summary>
    public IReadOnlyList<string> Printed { get; }

    public IReadOnlyList<SourceLine> Lines { get; }

    public static SourceText From(IReadOnlyList<string> printed)
    {
        var lines = new List<SourceLine>(printed.Count);
        for (var i = 0; i < printed.Count; i++)
        {
            lines.Add(Line(i, printed[i]));
        }

        return new(printed, lines);
    }

    /// <summary>Titles and names: spaces go, save between two Latin words.</summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (Blank.Is(c))
            {
                gap = true;
                continue;
            }

            if (gap && kept.Length > 0 && IsLatin(kept[^1]) && IsLatin(c) && !(char.IsAsciiDigit(kept[^1]) && char.IsAsciiDigit(c)))
            {
                kept.Append(' ');
            }

            gap = false;
            kept.Append(c);
        }

        return kept.ToString();
    }

    /// <summary>Joins two lines of one paragraph; only Latin words get a space between them.</summary>
    public static void Join(StringBuilder text, string next)
    {
        if (text.Length > 0 && next.Length > 0 && char.IsAsciiLetter(text[^1]) && char.IsAsciiLetter(next[0]))
        {
            text.Append(' ');
        }

        text.Append(next);
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c);

    /// <summary>A line, or a part of one that stands in a column of its own.</summary>
    public static SourceLine Line(int index, ReadOnlySpan<char> part) => Line(index, part.ToString());

    public static SourceLine Line(int index, string printed)
    {
        var raw = printed.AsSpan();
        var (start, indent, followsPageBreak) = (0, 0, false);
        for (; start < raw.Length && Blank.Is(raw[start]); start++)
        {
            followsPageBreak |= raw[start] == '\f';
            indent += raw[start] switch { '\u3000' => 2, '\t' => 4, ' ' or '\u00a0' => 1, _ => 0 };
        }

        var end = raw.Length;
        while (end > start && Blank.Is(raw[end - 1]))
        {
            end--;
        }

        var body = raw[start..end];
        var bullet = Bullet(body);
        var begin = bullet;
        while (begin < body.Length && Blank.Is(body[begin]))
        {
            begin++;
        }

        var text = body[begin..].ToString();
        var folded = Folding.Fold(text);
        return new(index, printed, text, folded, Folding.Squeeze(folded), indent, bullet > 0, followsPageBreak);
    }

    /// <summary>How many characters a bullet (or the mark of a Markdown heading) takes; it is furniture, not text.</summary>
    private static int Bullet(ReadOnlySpan<char> body)
    {
        var marks = 0;
        while (marks < body.Length && marks < 6 && body[marks] == '#')
        {
            marks++;
        }

        if (marks == 0 && body is ['-' or '*' or '•' or '▪', ..])
        {
            marks = 1;
        }

        // "- 12 -" is a page number, not an item.
        return marks > 0 && marks + 1 < body.Length && Blank.Is(body[marks]) && body[^1] is not ('-' or '*') ? marks : 0;
    }

    /// <summary>A gap that parts what stands side by side in a line.</summary>
    [GeneratedRegex(@"[ \u3000\t]{2,}")]
    public static partial Regex WideGap();
}

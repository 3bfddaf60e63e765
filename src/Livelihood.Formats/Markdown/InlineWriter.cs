using System.Text;
using System.Text.RegularExpressions;
using Livelihood.Formats.Plain;

namespace Livelihood.Formats.Markdown;

/// <summary>Writes a line of a draft as Markdown: marks of emphasis stand next to letters, never next to spaces.</summary>
internal sealed partial class InlineWriter
{
    private static readonly (SpanStyle Style, string Mark)[] Marks =
        [(SpanStyle.Bold, "**"), (SpanStyle.Italic, "*"), (SpanStyle.Superscript, "^"), (SpanStyle.Subscript, "~")];

    private readonly StringBuilder _text = new();
    private SpanStyle _open;
    private int _start;
    private bool _gap;
    private bool _break;
    private bool _afterNote;

    private InlineWriter()
    {
    }

    /// <summary>The line; breaks in it are line feeds after a backslash.</summary>
    public static string Write(IReadOnlyList<DraftInline> inlines)
    {
        var styled = WriteAll(inlines);
        if (inlines.All(i => i is not DraftText { Style: not SpanStyle.None }))
        {
            return styled;
        }

        // Markdown cannot begin or end emphasis at every place where Word can. Where its marks would be read as text, the look goes and the text stays.
        var plain = inlines.Select(i => i is DraftText text ? text with { Style = SpanStyle.None } : i).ToList();
        return Letters(MarkdownDialect.PlainText(styled)).SequenceEqual(Letters(MarkdownDialect.PlainText(WriteAll(plain)))) ? styled : WriteAll(plain);
    }

    private static string WriteAll(IReadOnlyList<DraftInline> inlines)
    {
        var writer = new InlineWriter();
        for (var i = 0; i < inlines.Count; i++)
        {
            switch (inlines[i])
            {
                case DraftText { Link: { } address }:
                    var parts = inlines.Skip(i).TakeWhile(n => n is DraftText t && t.Link == address).Cast<DraftText>().ToList();
                    writer.Link(address, parts);
                    i += parts.Count - 1;
                    break;
                case DraftText text:
                    writer.Text(text);
                    break;
                case DraftBreak:
                    writer._break = writer._text.Length > 0;
                    break;
                case DraftPicture picture:
                    writer.Raw($"![{MarkdownEscape.Line(picture.Description)}]({Address(picture.Address)})");
                    break;
                case DraftNote note:
                    writer.Raw($"[^{note.Label}]");
                    writer._afterNote = true;
                    break;
            }
        }

        writer.Switch(SpanStyle.None);
        return writer._text.ToString();
    }

    private static IEnumerable<char> Letters(string text) => text.Where(c => !Blank.Is(c));

    private void Text(DraftText span)
    {
        var text = span.Text.AsSpan();
        var lead = 0;
        while (lead < text.Length && Blank.Is(text[lead]))
        {
            lead++;
        }

        _gap |= lead > 0 && _text.Length > _start;
        if (lead == text.Length)
        {
            return;
        }

        Begin();
        Switch(span.Style);
        if (_afterNote && !_gap && text[lead] is '(' or ':')
        {
            // A note's mark with a bracket after it would be a link, with a colon a note's text.
            _text.Append('\\');
        }

        _afterNote = false;
        _gap = MarkdownEscape.Append(_text, _start, text[lead..], Gap());
    }

    private void Link(string address, IReadOnlyList<DraftText> texts)
    {
        var inner = WriteAll([.. texts.Select(t => t with { Link = null })]);
        if (inner.Length == 0)
        {
            return;
        }

        if (_text is { Length: > 0 } && _text[^1] == '!' && !_gap)
        {
            _text.Insert(_text.Length - 1, '\\');
        }

        Raw($"[{inner}]({Address(address)})");
    }

    private void Raw(string markdown)
    {
        Begin();
        Switch(SpanStyle.None);
        // Two pairs of square brackets side by side would be one link.
        if (Gap() || (_afterNote && markdown[0] == '['))
        {
            _text.Append(' ');
        }

        _afterNote = false;
        _text.Append(markdown);
    }

    /// <summary>Writes the line break that waits for something after it.</summary>
    private void Begin()
    {
        if (!_break)
        {
            return;
        }

        Switch(SpanStyle.None);
        _text.Append("\\\n");
        (_start, _gap, _break) = (_text.Length, false, false);
    }

    private bool Gap()
    {
        var gap = _gap && _text.Length > _start;
        _gap = false;
        return gap;
    }

    /// <summary>Closes the marks that end here, the last first, and opens those that begin.</summary>
    private void Switch(SpanStyle style)
    {
        var kept = 0;
        var open = Marks.Where(m => _open.HasFlag(m.Style)).ToList();
        var next = Marks.Where(m => style.HasFlag(m.Style)).ToList();
        while (kept < open.Count && kept < next.Count && open[kept] == next[kept])
        {
            kept++;
        }

        for (var i = open.Count - 1; i >= kept; i--)
        {
            _text.Append(open[i].Mark);
        }

        if (next.Count > kept && Gap())
        {
            _text.Append(' ');
        }

        next.Skip(kept).ToList().ForEach(m => _text.Append(m.Mark));
        _open = style;
    }

    private static string Address(string address) =>
        Unsafe().Replace(address, m => string.Concat(Encoding.UTF8.GetBytes(m.Value).Select(b => $"%{b:X2}")));

    [GeneratedRegex(@"[\s\p{C}()<>\\\[\]|""`*]")]
    private static partial Regex Unsafe();
}

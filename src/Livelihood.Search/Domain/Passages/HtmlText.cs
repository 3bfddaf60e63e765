using System.Net;
using System.Text;

namespace Livelihood.Search.Domain.Passages;

/// <summary>The text of an HTML fragment, each character with its place in the HTML. Inline tags are seen through.</summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u", "wbr",
    };

    /// <summary>Elements whose content is no text of the page.</summary>
    private static readonly string[] Opaque = ["script", "style", "textarea", "title", "template", "noscript"];

    private readonly StringBuilder _plain = new();
    private readonly List<(int Start, int End)> _places = [];

    private HtmlText(string html) => Read(html);

    public string Plain => _plain.ToString();

    public static HtmlText Of(string html) => new(html);

    /// <summary>A mark's places in the HTML: one for each stretch without a tag inside.</summary>
    public IEnumerable<(int Start, int End)> PartsOf(Mark mark)
    {
        var start = -1;
        var end = -1;
        for (var i = mark.Start; i < mark.End; i++)
        {
            var place = _places[i];
            if (place.Start != end && place != (start, end))
            {
                if (start >= 0 && end > start)
                {
                    yield return (start, end);
                }

                start = place.Start;
            }

            end = place.End;
        }

        if (end > start)
        {
            yield return (start, end);
        }
    }

    private void Read(string html)
    {
        for (var at = 0; at < html.Length;)
        {
            at = html[at] switch
            {
                '<' when at + 1 < html.Length && (char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!' or '?') => ReadTag(html, at),
                '&' => ReadEntity(html, at),
                _ => Take(html[at], at, at + 1),
            };
        }
    }

    private int Take(char character, int start, int end)
    {
        _plain.Append(character);
        _places.Add((start, end));
        return end;
    }

    private int ReadTag(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            var close = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
            return close < 0 ? html.Length : close + 3;
        }

        var end = TagEnd(html, at);
        var nameStart = html[at + 1] == '/' ? at + 2 : at + 1;
        var nameEnd = nameStart;
        while (nameEnd < end && char.IsAsciiLetterOrDigit(html[nameEnd]))
        {
            nameEnd++;
        }

        var name = html[nameStart..nameEnd];
        if (!Inline.Contains(name))
        {
            Take('\n', at, at);
        }

        return html[at + 1] != '/' && Opaque.Contains(name, StringComparer.OrdinalIgnoreCase) ? SkipElement(html, end, name) : end;
    }

    private static int SkipElement(string html, int from, string name)
    {
        var close = html.IndexOf($"</{name}", from, StringComparison.OrdinalIgnoreCase);
        return close < 0 ? html.Length : close;
    }

    private static int TagEnd(string html, int at)
    {
        var quote = '\0';
        for (var i = at + 1; i < html.Length; i++)
        {
            var character = html[i];
            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == '>')
            {
                return i + 1;
            }
        }

        return html.Length;
    }

    private int ReadEntity(string html, int at)
    {
        var end = html.AsSpan(at, Math.Min(html.Length - at, 12)).IndexOf(';');
        if (end < 2)
        {
            return Take('&', at, at + 1);
        }

        var decoded = WebUtility.HtmlDecode(html.Substring(at, end + 1));
        if (decoded.Length is 0 or > 2 || decoded[0] == '&' && decoded.Length > 1)
        {
            return Take('&', at, at + 1);
        }

        foreach (var character in decoded)
        {
            Take(character, at, at + end + 1);
        }

        return at + end + 1;
    }
}

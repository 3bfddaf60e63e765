using System.Text;

namespace Livelihood.Search.Domain.Passages;

/// <summary>
/// Marks a query's words inside HTML with <c>&lt;mark&gt;</c>. Only text is touched: without the marks the HTML is what it
/// was, to the character. A word that runs through inline tags is marked in each of its parts.
/// </summary>
public static class HtmlMarker
{
    private const string Open = "<mark>";
    private const string Close = "</mark>";

    /// <summary>Marks what <paramref name="finder"/> finds. Never fails; HTML that is broken is left as broken as it was.</summary>
    public static string Mark(string html, MarkFinder finder)
    {
        var text = HtmlText.Of(html);
        var marks = finder.Find(text.Plain);
        if (marks.Count == 0)
        {
            return html;
        }

        var marked = new StringBuilder(html.Length + marks.Count * (Open.Length + Close.Length));
        var copied = 0;
        foreach (var (start, end) in marks.SelectMany(text.PartsOf))
        {
            marked.Append(html, copied, start - copied).Append(Open).Append(html, start, end - start).Append(Close);
            copied = end;
        }

        return marked.Append(html, copied, html.Length - copied).ToString();
    }
}

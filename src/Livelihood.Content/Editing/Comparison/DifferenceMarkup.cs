using Microsoft.AspNetCore.Html;

namespace Livelihood.Content.Editing.Comparison;

/// <summary>
/// The HTML of a compared line, without a space that the text does not have. What was removed or added is said in words
/// too, for who does not see the colours.
/// </summary>
public static class DifferenceMarkup
{
    /// <summary>The runs; a space that keeps the line's height where there are none.</summary>
    public static IHtmlContent Of(IEnumerable<TextRun> runs)
    {
        var html = new HtmlContentBuilder();
        var isEmpty = true;
        foreach (var run in runs.Where(r => r.Text.Length > 0))
        {
            isEmpty = false;
            switch (run.Change)
            {
                case Change.Removed:
                    Marked(html, "del", "删除", run.Text);
                    break;
                case Change.Added:
                    Marked(html, "ins", "新增", run.Text);
                    break;
                default:
                    html.Append(run.Text);
                    break;
            }
        }

        return isEmpty ? html.AppendHtml("&nbsp;") : html;
    }

    private static void Marked(HtmlContentBuilder html, string element, string word, string text) => html
        .AppendHtml($"<{element}><span class=\"govuk-visually-hidden\">（{word}：）</span>")
        .Append(text)
        .AppendHtml($"<span class=\"govuk-visually-hidden\">（{word}完）</span></{element}>");
}

using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Livelihood.Formats.Markdown;

namespace Livelihood.Formats.Html;

/// <summary>Text that was pasted.</summary>
/// <param name="Markdown">The text; empty where there is none.</param>
/// <param name="Notices">What was left out, in Chinese.</param>
public sealed record PastedText(string Markdown, IReadOnlyList<string> Notices);

/// <summary>
/// Turns the HTML that Word, WPS or a browser puts on the clipboard into Markdown: headings, lists with their numbers,
/// tables with merged cells, footnotes, links, bold and italic. Styles, scripts and pictures are left out.
/// </summary>
public static class HtmlToMarkdown
{
    /// <summary>The longest HTML that is read, in characters.</summary>
    public const int LongestHtml = 4 * 1024 * 1024;

    private const int DeepestNesting = 200;

    /// <summary>Reads the HTML.</summary>
    /// <param name="html">A page or a piece of one.</param>
    /// <param name="notesBefore">The highest number of a footnote in the text that it goes into; new ones count on from there.</param>
    /// <exception cref="UnreadableDocumentException">Too long, or nested too deep to be a text.</exception>
    public static PastedText Convert(string html, int notesBefore = 0)
    {
        if (html.Length > LongestHtml)
        {
            throw new UnreadableDocumentException(UnreadableDocument.TooLarge, "粘贴的内容太长。请分几次粘贴，或者用导入文件。");
        }

        var document = new HtmlParser().ParseDocument(html);
        if (IsDeeperThan(document, DeepestNesting))
        {
            throw new UnreadableDocumentException(UnreadableDocument.Broken, "粘贴的内容嵌套得太深，读不出来。请先粘贴到记事本，再从那里复制。");
        }

        var reading = new HtmlReading(notesBefore);
        var blocks = new HtmlBlocks(reading).Read(document.Body!);
        return new(MarkdownWriter.Write([.. blocks, .. reading.NoteTexts]), reading.Notices);
    }

    private static bool IsDeeperThan(INode root, int most)
    {
        var depth = 0;
        for (var node = root; node is not null;)
        {
            if (depth > most)
            {
                return true;
            }

            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }

            while (node is not null && node != root && node.NextSibling is null)
            {
                (node, depth) = (node.Parent!, depth - 1);
            }

            node = node is null || node == root ? null! : node.NextSibling!;
        }

        return false;
    }
}

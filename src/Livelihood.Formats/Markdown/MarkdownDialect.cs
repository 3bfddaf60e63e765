using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Livelihood.Formats.Markdown;

/// <summary>
/// The one Markdown of the portal: CommonMark without raw HTML, with pipe tables, grid tables (for merged cells),
/// footnotes, superscripts and subscripts, and emphasis that works between Chinese characters and punctuation.
/// </summary>
public static partial class MarkdownDialect
{
    /// <summary>Reads and renders it.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseGridTables()
        .UseFootnotes()
        .UseCjkFriendlyEmphasis()
        .UseEmphasisExtras(EmphasisExtraOptions.Superscript | EmphasisExtraOptions.Subscript)
        .Build();

    /// <summary>The text's syntax tree.</summary>
    public static MarkdownDocument Parse(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        foreach (var range in document.Descendants<EmphasisInline>().Where(IsRange).ToList())
        {
            Undo(range);
        }

        return document;
    }

    /// <summary>The text without marks; each block ends with a line feed.</summary>
    public static string PlainText(string markdown) => PlainText(Parse(markdown));

    /// <summary>The text of a block, or of a whole document, without marks.</summary>
    public static string PlainText(MarkdownObject block)
    {
        var text = new StringBuilder();
        // A paragraph or heading has its text in its inlines; only containers list their own descendants.
        foreach (var part in block is LeafBlock leaf ? leaf.Inline?.Descendants() ?? [] : block.Descendants())
        {
            switch (part)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline or TableCell or ListItemBlock:
                    text.Append('\n');
                    break;
                case CodeBlock lines:
                    text.Append(lines.Lines.ToString()).Append('\n');
                    break;
            }
        }

        return text.ToString().Trim();
    }

    // A subscript is a few Latin letters or digits after a letter, as in CO~2~. 3~5天，7~9天 has two tildes and none.
    private static bool IsRange(EmphasisInline emphasis) =>
        emphasis is { DelimiterChar: '~' }
        && (!Subscript().IsMatch(string.Concat(emphasis.Descendants<LiteralInline>().Select(l => l.Content.ToString())))
            || emphasis.PreviousSibling is not LiteralInline { Content: { IsEmpty: false } before }
            || !char.IsLetter(before.Text[before.End]));

    private static void Undo(EmphasisInline emphasis)
    {
        var mark = new string(emphasis.DelimiterChar, emphasis.DelimiterCount);
        emphasis.InsertBefore(new LiteralInline(mark));
        Inline last = emphasis;
        while (emphasis.FirstChild is { } child)
        {
            child.Remove();
            last.InsertAfter(child);
            last = child;
        }

        last.InsertAfter(new LiteralInline(mark));
        emphasis.Remove();
    }

    [GeneratedRegex(@"^[A-Za-zα-ω0-9+\-−=.,]{1,12}$")]
    private static partial Regex Subscript();
}

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
    public static string PlainText(Block block)
    {
        var text = new StringBuilder();
        Append(text, block);
        return text.ToString().Trim();
    }

    private static void Append(StringBuilder text, Block block)
    {
        if (block is TableCell or ListItemBlock)
        {
            text.Append('\n');
        }

        switch (block)
        {
            case ContainerBlock container:
                foreach (var child in container)
                {
                    Append(text, child);
                }

                break;
            case CodeBlock code:
                text.Append(code.Lines.ToString()).Append('\n');
                break;
            case LeafBlock { Inline: { } line }:
                Append(text, line);
                break;
        }
    }

    // Forward from sibling to sibling, as rendering goes: backward, the links between notes lose some.
    private static void Append(StringBuilder text, ContainerInline parent)
    {
        for (var inline = parent.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline address:
                    text.Append(address.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case ContainerInline container:
                    Append(text, container);
                    break;
            }
        }
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

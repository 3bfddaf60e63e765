using System.Text;
using Livelihood.Content.Rendering;
using Livelihood.Formats;
using Livelihood.Formats.Markdown;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace Livelihood.Gazettes.Edition.Archive;

/// <summary>A document as plain text that any program can still read in fifty years: paragraphs as lines, a table's cells between tabs, lines ended by CR LF.</summary>
internal static class PlainText
{
    private const string LineEnd = "\r\n";

    /// <summary>The text: title, number, addressees, body, signature, date.</summary>
    public static string Of(OfficialDocumentLayout document)
    {
        var parsed = MarkdownDialect.Parse(document.Markdown);
        var special = OfficialParagraphs.Of(parsed).Values.ToHashSet();
        var lines = new List<string> { document.Title };
        Add(document.Number);
        lines.Add("");
        Add(special.Contains(OfficialParagraph.Addressees) ? null : document.Addressees is { Length: > 0 } to ? to.TrimEnd('：', ':') + "：" : null);
        lines.AddRange(parsed.SelectMany(Lines));
        if (!special.Contains(OfficialParagraph.Signature))
        {
            Add(document.Signature);
            Add(document.FormedOn?.Text());
        }

        return string.Join(LineEnd, lines.Select(l => l.Replace("\r", "", StringComparison.Ordinal).Replace("\n", LineEnd, StringComparison.Ordinal))) + LineEnd;

        void Add(string? line) => lines.AddRange(string.IsNullOrEmpty(line) ? [] : [line]);
    }

    private static IEnumerable<string> Lines(Block block) => block switch
    {
        Table table => table.OfType<TableRow>().Select(Row).Where(row => row.Trim('\t').Length > 0),
        ListBlock list => list.OfType<ListItemBlock>().SelectMany((item, i) => Item(item, list.IsOrdered ? $"{Start(list) + i}. " : "- ")),
        QuoteBlock quote => quote.SelectMany(Lines),
        _ => [MarkdownDialect.PlainText(block)],
    };

    private static int Start(ListBlock list) => int.TryParse(list.OrderedStart, out var start) ? start : 1;

    private static IEnumerable<string> Item(ListItemBlock item, string mark) => item.SelectMany(Lines).Select((line, i) => (i == 0 ? mark : "  ") + line);

    private static string Row(TableRow row)
    {
        var text = new StringBuilder();
        foreach (var cell in row.OfType<TableCell>())
        {
            text.Append(text.Length > 0 || cell != row[0] ? "\t" : "")
                .Append(string.Join(' ', MarkdownDialect.PlainText(cell).Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)));
        }

        return text.ToString();
    }
}

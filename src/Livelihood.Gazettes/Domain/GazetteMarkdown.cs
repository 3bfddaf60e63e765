using System.Text;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain;

/// <summary>
/// Writes a printed document as Markdown: its text without title and number, which the page shows from the record. Headings are
/// <c>##</c> and deeper by their place in the document, tables are pipe tables, an annex is a heading <c>## 附件1 …</c>. Signs that
/// mean something in Markdown are escaped, so that the rendered text is the printed text.
/// </summary>
public static class GazetteMarkdown
{
    private const int HighestHeading = 2;
    private const int LowestHeading = 6;

    /// <summary>The Markdown of <paramref name="document"/>, with line feeds.</summary>
    public static string Write(PrintedDocument document)
    {
        var text = new StringBuilder();
        var levels = new Stack<int>();
        var inAnnex = false;
        BlockKind? before = null;
        foreach (var block in document.Blocks.Where(b => b.Kind is not (BlockKind.Title or BlockKind.Number)))
        {
            if (text.Length > 0)
            {
                text.Append(IsItem(block.Kind) && before is { } last && IsItem(last) ? "\n" : "\n\n");
            }

            if (block.Kind is BlockKind.Annex or BlockKind.AttachedTitle)
            {
                levels.Clear();
                inAnnex = block.Kind == BlockKind.Annex;
            }

            WriteBlock(text, block, block.Kind == BlockKind.Heading ? Depth(levels, block.Level) + (inAnnex ? 1 : 0) : 0);
            before = block.Kind;
        }

        return text.Append(text.Length > 0 ? "\n" : "").ToString();
    }

    private static bool IsItem(BlockKind kind) => kind is BlockKind.ListItem or BlockKind.Lines;

    private static void WriteBlock(StringBuilder text, Block block, int depth)
    {
        switch (block.Kind)
        {
            case BlockKind.Heading:
                text.Append('#', Math.Min(HighestHeading + depth, LowestHeading)).Append(' ').Append(MarkdownEscape.Line(block.Text));
                break;
            case BlockKind.Annex or BlockKind.AttachedTitle:
                text.Append('#', HighestHeading).Append(' ').Append(MarkdownEscape.Line(block.Kind == BlockKind.Annex ? AnnexTitle(block.Text) : Reading.SourceText.Clean(block.Text)));
                break;
            case BlockKind.ListItem:
                text.Append("- ").Append(MarkdownEscape.Line(block.Text));
                break;
            case BlockKind.Order:
                text.AppendJoin("\n\n", block.Text.Split('\n').Select(MarkdownEscape.Line));
                break;
            case BlockKind.Lines:
                text.Append("- ").AppendJoin("\n- ", block.Text.Split('\n').Select(MarkdownEscape.Line));
                break;
            case BlockKind.Table:
                WriteTable(text, block);
                break;
            default:
                text.Append(MarkdownEscape.Line(block.Text));
                break;
        }
    }

    /// <summary>How deep a heading is: one below the nearest heading of a higher level, so that no level is left out.</summary>
    private static int Depth(Stack<int> levels, int level)
    {
        while (levels.TryPeek(out var above) && above >= level)
        {
            levels.Pop();
        }

        levels.Push(level);
        return levels.Count - 1;
    }

    /// <summary>附 件 1 is written 附件1, so that every annex has the same anchor.</summary>
    private static string AnnexTitle(string text)
    {
        var length = Reading.Marker.Of(Folding.Fold(text)).Length;
        var rest = text[length..].TrimStart();
        return $"{Folding.Squeeze(text[..length])} {Reading.SourceText.Clean(rest)}".TrimEnd();
    }

    private static void WriteTable(StringBuilder text, Block block)
    {
        var rows = block.Rows!;
        var columns = rows.Max(r => r.Count);
        var header = block.HasHeader ? rows[0] : [.. Enumerable.Repeat("", columns)];
        Row(header);
        text.Append("\n|").Insert(text.Length, " --- |", columns);
        foreach (var row in rows.Skip(block.HasHeader ? 1 : 0))
        {
            text.Append('\n');
            Row(row);
        }

        void Row(IReadOnlyList<string> cells)
        {
            text.Append('|');
            for (var i = 0; i < columns; i++)
            {
                text.Append(' ').Append(i < cells.Count ? MarkdownEscape.Line(cells[i]) : "").Append(" |");
            }
        }
    }
}

using System.Text;

namespace Livelihood.Formats.Markdown;

/// <summary>Writes a draft as Markdown that renders as the same text.</summary>
public static class MarkdownWriter
{
    /// <summary>The Markdown of <paramref name="blocks"/>, with line feeds; empty where there is no text.</summary>
    public static string Write(IReadOnlyList<DraftBlock> blocks)
    {
        var text = new StringBuilder();
        var marks = new Stack<(int Depth, bool Ordered, int Indent)>();
        DraftBlock? before = null;
        var isTopOrdered = false;
        foreach (var block in blocks)
        {
            if (block is not DraftItem)
            {
                marks.Clear();
            }

            var written = block is DraftItem item ? Item(item, marks) : Block(block);
            if (written.Length == 0)
            {
                continue;
            }

            if (text.Length > 0)
            {
                text.Append(block is DraftItem && before is DraftItem ? "\n" : "\n\n");
                // Two lists that follow each other would be one.
                if (block is DraftItem { Depth: 0 } next && before is DraftItem && next.Number is not null != isTopOrdered)
                {
                    text.Append('\n');
                }
            }

            text.Append(written);
            before = block;
            isTopOrdered = block is DraftItem { Depth: 0 } top ? top.Number is not null : isTopOrdered;
        }

        return text.Append(text.Length > 0 ? "\n" : "").ToString();
    }

    internal static string Block(DraftBlock block) => block switch
    {
        DraftHeading heading when InlineWriter.Write([.. heading.Text.Select(i => i is DraftBreak ? new DraftText(" ") : i)]) is { Length: > 0 } line
            => $"{new string('#', Math.Clamp(heading.Level, 1, 6))} {line}",
        DraftParagraph paragraph => InlineWriter.Write(paragraph.Text),
        DraftTable table => TableWriter.Write(table),
        DraftNoteText note => $"[^{note.Label}]: {Write(note.Blocks).TrimEnd().Replace("\n", "\n    ")}".TrimEnd(),
        _ => "",
    };

    private static string Item(DraftItem item, Stack<(int Depth, bool Ordered, int Indent)> marks)
    {
        var ordered = item.Number is not null;
        while (marks.TryPeek(out var above) && (above.Depth > item.Depth || (above.Depth == item.Depth && above.Ordered != ordered)))
        {
            marks.Pop();
        }

        if (!marks.TryPeek(out var list) || list.Depth < item.Depth)
        {
            var indent = marks.TryPeek(out var outer) ? outer.Indent + (outer.Ordered ? 4 : 2) : 0;
            marks.Push(list = (item.Depth, ordered, indent));
        }

        var inner = list.Indent + (ordered ? 4 : 2);
        var line = InlineWriter.Write(item.Text).Replace("\n", "\n" + new string(' ', inner));
        var mark = ordered ? $"{item.Number}.".PadRight(4) : "- ";
        return line.Length == 0 ? "" : new string(' ', list.Indent) + mark + line;
    }
}

using System.Text;
using Livelihood.Formats.Markdown;

namespace Livelihood.Formats.Word.Reading;

/// <summary>Writes what was found in a document as plain text: numbers before paragraphs, notes behind them.</summary>
internal sealed class WordTextWriter(WordContext context)
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉";

    private readonly List<WordTextBlock> _written = [];
    private readonly HashSet<string> _notes = new(StringComparer.Ordinal);

    public IReadOnlyList<WordTextBlock> Write(IEnumerable<WordBlock> blocks)
    {
        foreach (var block in blocks)
        {
            Add(block);
        }

        return _written;
    }

    /// <summary>Notes stand behind what refers to them first, so that each stays with its document.</summary>
    private void Add(WordBlock block)
    {
        _written.Add(block.Table is { } table
            ? new WordTextTable([.. table.Rows.Select(r => Row(r, table.Columns))], table.HeaderRows)
            : new WordTextParagraph(Paragraph(block)));
        foreach (var label in NotesIn(block).Where(_notes.Add))
        {
            var (_, note, part) = context.Notes.Used().First(n => n.Label == label);
            var blocks = WordBlocks.Read(context, part, note).Where(b => !b.IsEmpty).ToList();
            blocks = blocks is [{ Table: null } first, .. var rest]
                ? [first with { Number = null, Inlines = [new DraftText($"注{label}："), .. first.Inlines] }, .. rest]
                : [new() { Inlines = [new DraftText($"注{label}：")] }, .. blocks];
            blocks.ForEach(Add);
        }
    }

    private static IEnumerable<string> NotesIn(WordBlock block) =>
        block.Inlines.Concat(block.Table is { } table ? InlinesOf(table) : []).OfType<DraftNote>().Select(n => n.Label);

    private static IEnumerable<DraftInline> InlinesOf(DraftTable table) => table.Rows.SelectMany(r => r).SelectMany(c => c.Blocks).SelectMany(b => b switch
    {
        DraftParagraph paragraph => paragraph.Text,
        DraftItem item => item.Text,
        DraftTable inner => InlinesOf(inner),
        _ => [],
    });

    private static string Paragraph(WordBlock block) => block.Number switch
    {
        null => Text(block.Inlines),
        { Kind: WordNumberKind.Bullet } => "• " + Text(block.Inlines),
        { } number => Numbered(number.Text, Text(number.Text.Length > 0 ? block.Inlines.Skip(1) : block.Inlines)),
    };

    /// <summary>Word shows a gap behind a number. 一、 and 1. need none; 第一条 and 1.2 do.</summary>
    private static string Numbered(string number, string text) =>
        number.Length > 0 && (char.IsLetterOrDigit(number[^1]) || char.GetUnicodeCategory(number[^1]) == System.Globalization.UnicodeCategory.OtherNumber)
            ? $"{number} {text}" : number + text;

    private static string[] Row(IReadOnlyList<DraftCell> cells, int columns)
    {
        var row = new string[columns];
        Array.Fill(row, "");
        foreach (var cell in cells)
        {
            row[Math.Min(cell.Column, columns - 1)] += Cell(cell);
        }

        return row;
    }

    private static string Cell(DraftCell cell) => string.Join('\n', cell.Blocks.Select(Block).Where(t => t.Trim().Length > 0));

    private static string Cells(DraftTable table) => string.Join('\n', table.Rows.SelectMany(r => r).Select(Cell));

    private static string Block(DraftBlock block) => block switch
    {
        DraftParagraph paragraph => Text(paragraph.Text),
        DraftItem { Number: { } number } item => $"{number}.{Text(item.Text)}",
        DraftItem item => "• " + Text(item.Text),
        DraftTable table => Cells(table),
        _ => "",
    };

    private static string Text(IEnumerable<DraftInline> inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case DraftText piece when piece.Style.HasFlag(SpanStyle.Superscript):
                    text.Append(Shifted(piece.Text, Raised));
                    break;
                case DraftText piece when piece.Style.HasFlag(SpanStyle.Subscript):
                    text.Append(Shifted(piece.Text, Lowered));
                    break;
                case DraftText piece:
                    text.Append(piece.Text);
                    break;
                case DraftBreak:
                    text.Append('\n');
                    break;
                case DraftNote note:
                    text.Append($"（注{note.Label}）");
                    break;
            }
        }

        return text.ToString();
    }

    /// <summary>m² stays m², not m2.</summary>
    private static string Shifted(string text, string digits) =>
        text.All(char.IsAsciiDigit) ? string.Concat(text.Select(c => digits[c - '0'])) : text;
}

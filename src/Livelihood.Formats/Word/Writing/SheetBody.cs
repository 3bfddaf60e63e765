using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Markdown;
using Livelihood.Formats.Plain;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace Livelihood.Formats.Word.Writing;

/// <summary>Writes the text: paragraphs, headings, lists, tables, annexes, footnotes.</summary>
internal sealed class SheetBody(Sheet sheet, OpenXmlPart part)
{
    private readonly SheetRuns _runs = new(sheet, part);

    /// <summary>The text's blocks in order.</summary>
    public IEnumerable<OpenXmlElement> Of(MarkdownDocument document)
    {
        var special = OfficialParagraphs.Of(document);
        foreach (var block in document)
        {
            if (block is FootnoteGroup notes)
            {
                SheetNotes.Write(sheet, notes);
                foreach (var element in SheetNotes.Uncited(notes).SelectMany(note => Of(note, SheetStyles.Body)))
                {
                    yield return element;
                }
            }
            else
            {
                foreach (var element in Of(block, special.GetValueOrDefault(block) switch
                {
                    OfficialParagraph.Addressees => SheetStyles.Addressees,
                    OfficialParagraph.Signature => SheetStyles.Signature,
                    _ => SheetStyles.Body,
                }))
                {
                    yield return element;
                }
            }
        }
    }

    /// <summary>A block, its paragraphs in a style.</summary>
    public IEnumerable<OpenXmlElement> Of(Block block, string style) => block switch
    {
        HeadingBlock heading => Heading(heading),
        ParagraphBlock paragraph => [Paragraph(paragraph, style)],
        ListBlock list => List(list, 0, style),
        MarkdownTable table => SheetTables.Of(this, table),
        QuoteBlock quote => quote.SelectMany(b => Of(b, SheetStyles.Quote)),
        CodeBlock code => code.Lines.ToString().Split('\n').Select(l => Sheet.Paragraph(style, Sheet.Text(l))),
        ThematicBreakBlock => [Sheet.Paragraph(SheetStyles.Figure, Sheet.Text("＊　＊　＊"))],
        ContainerBlock container => container.SelectMany(b => Of(b, style)),
        LeafBlock leaf => [Sheet.Paragraph(style, [.. _runs.Of(leaf)])],
        _ => [],
    };

    private Paragraph Paragraph(ParagraphBlock paragraph, string style)
    {
        var runs = _runs.Of(paragraph).ToList();
        // An exact line height would cut a picture off.
        return Sheet.Paragraph(runs.Exists(r => r.Descendants<Drawing>().Any()) ? SheetStyles.Figure : style, runs);
    }

    private IEnumerable<OpenXmlElement> Heading(HeadingBlock heading)
    {
        var text = MarkdownDialect.PlainText(heading);
        var mark = OfficialNumbering.AnnexMarkOf(text);
        if (mark.Length == 0)
        {
            return [Sheet.Paragraph($"Heading{Math.Clamp(heading.Level - 1, 1, 5)}", [.. _runs.Of(heading)])];
        }

        var name = text[mark.Length..].Trim();
        return [Sheet.Paragraph(SheetStyles.AnnexMark, Sheet.Text(mark.Trim())), .. name.Length > 0 ? [Sheet.Paragraph(SheetStyles.AnnexTitle, Sheet.Text(name))] : Array.Empty<OpenXmlElement>()];
    }

    private IEnumerable<OpenXmlElement> List(ListBlock list, int depth, string style)
    {
        var number = sheet.NewList(list.IsOrdered, int.TryParse(list.OrderedStart, out var start) ? start : 1);
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var first = true;
            foreach (var block in item)
            {
                if (block is ListBlock inner)
                {
                    foreach (var element in List(inner, depth + 1, style))
                    {
                        yield return element;
                    }

                    continue;
                }

                foreach (var element in Of(block, style == SheetStyles.Body ? SheetStyles.Item : style))
                {
                    if (first && element is Paragraph paragraph)
                    {
                        (paragraph.ParagraphProperties ??= new()).NumberingProperties = new(
                            new NumberingLevelReference { Val = Math.Min(depth, 8) }, new NumberingId { Val = number });
                        first = false;
                    }

                    yield return element;
                }
            }
        }
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownNote = Markdig.Extensions.Footnotes.Footnote;
using WordNote = DocumentFormat.OpenXml.Wordprocessing.Footnote;

namespace Livelihood.Formats.Word.Writing;

/// <summary>Writes the footnotes.</summary>
internal static class SheetNotes
{
    public static void Write(Sheet sheet, FootnoteGroup notes)
    {
        var part = sheet.Main.FootnotesPart!;
        var body = new SheetBody(sheet, part);
        foreach (var note in notes.OfType<MarkdownNote>().Where(n => n.Order > 0 && IsCited(n)))
        {
            var written = new WordNote { Id = sheet.NoteNumber(note.Order) };
            written.Append(note.SelectMany(b => body.Of(b, SheetStyles.NoteText)));
            if (written.GetFirstChild<Paragraph>() is not { } first)
            {
                written.Append(first = Sheet.Paragraph(SheetStyles.NoteText));
            }

            var mark = new Run(new RunProperties { RunStyle = new() { Val = SheetStyles.NoteMark } }, new FootnoteReferenceMark());
            if (first.ParagraphProperties is { } properties)
            {
                properties.InsertAfterSelf(mark);
            }
            else
            {
                first.PrependChild(mark);
            }

            part.Footnotes.Append(written);
        }
    }

    /// <summary>Notes that only notes refer to: Word shows none that the text does not refer to, so they stand behind the text.</summary>
    public static IEnumerable<MarkdownNote> Uncited(FootnoteGroup notes) => notes.OfType<MarkdownNote>().Where(n => n.Order > 0 && !IsCited(n));

    public static bool IsCited(MarkdownNote note) => note.Links.Exists(link => !link.IsBackLink && !StandsInNote(link));

    private static bool StandsInNote(FootnoteLink link)
    {
        Inline top = link;
        while (top.Parent is { } parent)
        {
            top = parent;
        }

        Block? block = (top as ContainerInline)?.ParentBlock;
        while (block is not (null or MarkdownNote))
        {
            block = block.Parent;
        }

        return block is MarkdownNote;
    }

    /// <summary>The lines between text and notes, which every file with notes has.</summary>
    public static Footnotes Separators() => new(
        new WordNote(Sheet.Paragraph(SheetStyles.NoteText, new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
        new WordNote(Sheet.Paragraph(SheetStyles.NoteText, new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
}

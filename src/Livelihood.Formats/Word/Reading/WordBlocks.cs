using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Livelihood.Formats.Markdown;

namespace Livelihood.Formats.Word.Reading;

/// <summary>A paragraph or table as it was found, before it is known what it is.</summary>
internal sealed record WordBlock
{
    /// <summary>The text with its automatic number, where that is no mark of a list.</summary>
    public IReadOnlyList<DraftInline> Inlines { get; init; } = [];

    /// <summary>The automatic number.</summary>
    public WordNumber? Number { get; init; }

    /// <summary>The outline level, from 0; null for body text.</summary>
    public int? Outline { get; init; }

    public bool IsTitle { get; init; }

    public bool IsCentred { get; init; }

    /// <summary>The table, where it is one.</summary>
    public DraftTable? Table { get; init; }

    /// <summary>The plain text, number included, without spaces at the ends.</summary>
    public string Text => string.Concat(Inlines.Select(i => i switch { DraftText t => t.Text, DraftBreak => "\n", _ => "" })).Trim();

    public bool IsEmpty => Table is null && Inlines.All(i => i is DraftText t && t.Text.All(Livelihood.Formats.Plain.Blank.Is) || i is DraftBreak);
}

/// <summary>Reads the blocks of a body, a cell, a note or a text box.</summary>
internal static class WordBlocks
{
    public static List<WordBlock> Read(WordContext context, OpenXmlPart part, OpenXmlElement parent)
    {
        var blocks = new List<WordBlock>();
        Walk(context, part, parent, blocks);
        return blocks;
    }

    private static void Walk(WordContext context, OpenXmlPart part, OpenXmlElement parent, List<WordBlock> blocks)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Paragraph paragraph:
                    AddParagraph(context, part, paragraph, blocks);
                    break;
                case Table table:
                    blocks.AddRange(WordTable.Read(context, part, table));
                    break;
                case DeletedRun or MoveFromRun:
                    context.Findings.Add(Findings.Revisions);
                    break;
                case AlternateContent choice:
                    Walk(context, part, (OpenXmlElement?)choice.GetFirstChild<AlternateContentChoice>() ?? choice, blocks);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun or OpenXmlUnknownElement:
                    Walk(context, part, child, blocks);
                    break;
            }
        }
    }

    private static void AddParagraph(WordContext context, OpenXmlPart part, Paragraph paragraph, List<WordBlock> blocks)
    {
        var (inlines, boxes) = WordLine.Read(context, part, paragraph);
        inlines = context.KeepsLayout ? [.. PageBreak(BeginsPage(paragraph)), .. inlines, .. PageBreak(EndsPage(paragraph))] : inlines;
        var block = new WordBlock { Inlines = inlines };
        if (!block.IsEmpty)
        {
            var number = context.Styles.NumberingOf(paragraph) is { } list ? context.Numbering.Next(list.Id, list.Level) : null;
            blocks.Add(block with
            {
                Number = number,
                Inlines = number is { Text.Length: > 0 } ? [new DraftText(number.Text), .. inlines] : inlines,
                Outline = context.Styles.OutlineOf(paragraph),
                IsTitle = context.Styles.IsTitle(paragraph),
                IsCentred = context.Styles.IsCentred(paragraph),
            });
        }
        else if (context.KeepsLayout)
        {
            blocks.Add(block);
        }

        foreach (var box in boxes)
        {
            context.Findings.Add(Findings.TextBoxes);
            Walk(context, part, box, blocks);
        }
    }

    private static IEnumerable<DraftInline> PageBreak(bool isThere) => isThere ? [new DraftText("\f")] : [];

    private static bool BeginsPage(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.PageBreakBefore is { } before && (before.Val?.InnerText is null or "1" or "true" or "on");

    /// <summary>The last paragraph of a section carries its properties; most kinds of section begin a new page.</summary>
    private static bool EndsPage(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.SectionProperties is { } section
        && section.GetFirstChild<SectionType>()?.Val?.InnerText is not ("continuous" or "nextColumn");
}

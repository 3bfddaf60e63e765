using Livelihood.Formats.Markdown;
using Livelihood.Formats.Plain;

namespace Livelihood.Formats.Word.Reading;

/// <summary>Decides what each block of the body is: a heading, an item of a list, a paragraph, a table.</summary>
internal static class Drafts
{
    public static IEnumerable<DraftBlock> Of(IReadOnlyList<WordBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Table is { } table)
            {
                yield return table;
            }
            else if (OfficialNumbering.IsAnnex(block.Text) && block.Number is null)
            {
                // 附件1 and the centred line below it are one heading.
                var named = i + 1 < blocks.Count && blocks[i + 1] is { IsCentred: true, Table: null } name && name.Text.Length <= OfficialNumbering.LongestHeading;
                yield return new DraftHeading(2, [.. block.Inlines.Select(Plain), .. named ? [new DraftText(" "), .. blocks[++i].Inlines.Select(Plain)] : Array.Empty<DraftInline>()]);
            }
            else if (HeadingLevel(block, i + 1 < blocks.Count ? blocks[i + 1] : null) is > 0 and var level)
            {
                yield return new DraftHeading(level, [.. block.Inlines.Select(Plain)]);
            }
            else
            {
                yield return ItemOrParagraph(block);
            }
        }
    }

    public static DraftBlock ItemOrParagraph(WordBlock block) => block.Number switch
    {
        { Kind: WordNumberKind.Bullet } bullet => new DraftItem(bullet.Level, null, block.Inlines),
        { Kind: WordNumberKind.Decimal } number => new DraftItem(number.Level, number.Value, [.. block.Inlines.Skip(1)]),
        _ => new DraftParagraph(block.Inlines),
    };

    /// <summary>The level in Markdown; 0 for no heading. The official numbering goes before the outline level.</summary>
    private static int HeadingLevel(WordBlock block, WordBlock? next)
    {
        var text = block.Text;
        var look = OfficialNumbering.LevelOf(text);
        if (block.Outline is { } outline)
        {
            return look > 0 ? look : Math.Min(outline + 2, 6);
        }

        if (look == 0 || text.Contains('\n') || !OfficialNumbering.CanBeHeading(text))
        {
            return 0;
        }

        if (block.Number?.Kind == WordNumberKind.Decimal && next?.Number is { Kind: WordNumberKind.Bullet or WordNumberKind.Decimal })
        {
            return 0;
        }

        // A heading has something below it that is not the next item of the same list.
        var below = next is null ? 0 : next.Table is not null ? int.MaxValue : OfficialNumbering.LevelOf(next.Text);
        return next is not null && (below == 0 || below > look) ? look : 0;
    }

    /// <summary>A heading is bold as it is.</summary>
    private static DraftInline Plain(DraftInline inline) =>
        inline is DraftText text ? text with { Style = text.Style & ~(SpanStyle.Bold | SpanStyle.Italic) } : inline;
}

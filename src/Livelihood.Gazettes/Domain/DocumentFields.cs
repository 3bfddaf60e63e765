using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain;

/// <summary>
/// Derives a document's record (title, number, addressees, signature, dates, copies, subject terms) from its blocks and its entry
/// in the contents, so that whoever changes a block's kind changes the record.
/// </summary>
public static partial class DocumentFields
{
    /// <summary>The document made of <paramref name="blocks"/>, which must not be empty.</summary>
    public static PrintedDocument Of(IReadOnlyList<Block> blocks, string? section, ContentsEntry? entry)
    {
        var number = Number(blocks) ?? entry?.Number;
        var title = First(blocks, BlockKind.Title)?.Text ?? entry?.Title ?? number?.ToString() ?? blocks[0].Text;
        var annex = IndexOf(blocks, BlockKind.Annex);
        var dated = IndexOf(blocks, BlockKind.FormedOn);
        var attached = IndexOf(blocks, BlockKind.AttachedTitle);
        dated = (annex >= 0 && dated > annex) || (attached >= 0 && dated > attached) ? -1 : dated;
        return new(
            SourceText.Clean(title),
            number,
            First(blocks, BlockKind.Addressees)?.Text.TrimEnd('：', ':'),
            Signature(blocks, dated),
            FormedOn(blocks, dated),
            EffectiveDay.Find(blocks),
            section,
            entry,
            blocks,
            blocks.Aggregate(blocks[0].Lines, (span, block) => span.Through(block.Lines)))
        {
            CopiedTo = Unlabelled(First(blocks, BlockKind.CopiedTo)?.Text),
            SubjectTerms = First(blocks, BlockKind.SubjectTerms) is { } terms ? Terms(terms.Text) : [],
        };
    }

    private static Block? First(IReadOnlyList<Block> blocks, BlockKind kind) => blocks.FirstOrDefault(b => b.Kind == kind);

    private static int IndexOf(IReadOnlyList<Block> blocks, BlockKind kind)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }

    private static DocumentNumber? Number(IReadOnlyList<Block> blocks)
    {
        var block = First(blocks, BlockKind.Number) ?? First(blocks, BlockKind.Order);
        return block is not null && DocumentNumber.TryParse(Folding.Squeeze(block.Text), out var number) ? number : null;
    }

    /// <summary>Agencies that sign together stand apart; an official and his name too, but they are one.</summary>
    private static IEnumerable<string> Names(string signature) =>
        (Titles.IsOfficial(signature) ? [signature] : Apart().Split(signature)).Select(SourceText.Clean);

    private static List<string> Signature(IReadOnlyList<Block> blocks, int dated)
    {
        // Where no date follows, the names that an editor marked as signatures sign.
        if (dated < 0)
        {
            return [.. blocks.TakeWhile(b => b.Kind != BlockKind.Annex).Where(b => b.Kind == BlockKind.Signature).SelectMany(b => Names(b.Text))];
        }

        var first = dated;
        while (first > 0 && blocks[first - 1].Kind == BlockKind.Signature)
        {
            first--;
        }

        var names = blocks.Skip(first).Take(dated - first).SelectMany(b => Names(b.Text)).ToList();
        var squeezed = Folding.Squeeze(Folding.Fold(blocks[dated].Text));
        if (WrittenDate.ReadEnd(squeezed, out _, out var start) != WrittenDate.Found.None && start > 0)
        {
            names.Add(squeezed[..start]);
        }

        return names;
    }

    /// <summary>The date under the text; else one in brackets under the title, as speeches and laws have.</summary>
    private static DateOnly? FormedOn(IReadOnlyList<Block> blocks, int dated)
    {
        if (dated >= 0)
        {
            return WrittenDate.ReadEnd(Folding.Squeeze(Folding.Fold(blocks[dated].Text)), out var date, out _) == WrittenDate.Found.Date ? date : null;
        }

        foreach (var subtitle in blocks.Where(b => b.Kind == BlockKind.Subtitle))
        {
            if (WrittenDate.ReadFirst(Folding.Squeeze(Folding.Fold(subtitle.Text)), out var date) == WrittenDate.Found.Date)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>抄送：… without the label and the stop at its end.</summary>
    private static string? Unlabelled(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var colon = text.IndexOfAny(['：', ':']);
        return text[(colon + 1)..].Trim().TrimEnd('。', '.');
    }

    private static IReadOnlyList<string> Terms(string text) =>
        [.. Unlabelled(text)!.Split([' ', '\u3000', '\t', '\u00a0', '\n', '；', ';', '，', '、'], StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The names of a joint issue stand side by side with a wide gap.</summary>
    [GeneratedRegex(@"[ \u00a0]{2,}|\u3000{2,}|\t+|\n")]
    private static partial Regex Apart();
}

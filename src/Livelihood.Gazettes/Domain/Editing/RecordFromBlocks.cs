using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Editing;

/// <summary>Derives a document's record from its blocks after their kinds changed, by the rules of reading.</summary>
internal static partial class RecordFromBlocks
{
    /// <summary><paramref name="before"/> with what <paramref name="blocks"/> say now.</summary>
    public static PrintedDocument Derive(PrintedDocument before, IReadOnlyList<Block> blocks)
    {
        var dated = blocks.Index().Where(b => b.Item.Kind == BlockKind.FormedOn).Select(b => b.Index).DefaultIfEmpty(-1).First();
        var annex = blocks.Index().Where(b => b.Item.Kind == BlockKind.Annex).Select(b => b.Index).DefaultIfEmpty(-1).First();
        dated = annex >= 0 && dated > annex ? -1 : dated;
        return before with
        {
            Title = SourceText.Clean(blocks.FirstOrDefault(b => b.Kind == BlockKind.Title)?.Text ?? ""),
            Number = Number(before, blocks),
            Addressees = blocks.FirstOrDefault(b => b.Kind == BlockKind.Addressees)?.Text.TrimEnd('：', ':'),
            Signature = Signature(blocks, dated),
            FormedOn = FormedOn(blocks, dated),
            EffectiveOn = EffectiveDay.Find(blocks),
            Blocks = [.. blocks],
        };
    }

    /// <summary>The line of the number; an order's number stands in its text, where it stays as long as that does.</summary>
    private static DocumentNumber? Number(PrintedDocument before, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks.Where(b => b.Kind == BlockKind.Number))
        {
            if (DocumentNumber.TryParse(block.Text, out var number))
            {
                return number;
            }
        }

        return before.Blocks.Any(b => b.Kind == BlockKind.Number) ? null : before.Number;
    }

    private static List<string> Signature(IReadOnlyList<Block> blocks, int dated)
    {
        // Where no date follows, the names that are marked as signatures sign.
        if (dated < 0)
        {
            return [.. blocks.TakeWhile(b => b.Kind != BlockKind.Annex).Where(b => b.Kind == BlockKind.Signature).SelectMany(b => Apart().Split(b.Text)).Select(SourceText.Clean)];
        }

        var first = dated;
        while (first > 0 && blocks[first - 1].Kind == BlockKind.Signature)
        {
            first--;
        }

        var names = blocks.Skip(first).Take(dated - first).SelectMany(b => Apart().Split(b.Text)).Select(SourceText.Clean).ToList();
        var squeezed = Folding.Squeeze(Folding.Fold(blocks[dated].Text));
        if (WrittenDate.ReadEnd(squeezed, out _, out var start) != WrittenDate.Found.None && start > 0)
        {
            names.Add(squeezed[..start]);
        }

        return names;
    }

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

    [GeneratedRegex(@"[ \u00a0]{2,}|\u3000{2,}|\t+|\n")]
    private static partial Regex Apart();
}

using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Tells what the joined blocks of a document are: addressees, articles, signature and date, annexes, lists of lines.</summary>
internal sealed partial class BlockClassifier(List<RawBlock> blocks)
{
    private const int LongestSignature = 30;
    private const int LongestTitle = 60;
    private const int LongestLine = 33;
    private const int LongestAddressees = 400;

    /// <summary>The blocks in order. <paramref name="isHead"/> says whether they begin right under the title.</summary>
    public void Classify(bool isHead)
    {
        if (isHead)
        {
            Head();
        }

        Divisions();
        Dates();
        AnnexesAndAttached();
        new HeadingClassifier(blocks).Classify();
        Lists();
        blocks.RemoveAll(b => b.IsGone);
    }

    private void Head()
    {
        for (var i = 0; i < Math.Min(blocks.Count, 6); i++)
        {
            var block = blocks[i];
            var text = block.Content;
            if (!block.IsOpenParagraph || block.Marker.Kind is not (MarkerKind.None or MarkerKind.Dash))
            {
                return;
            }

            if (text.Length <= LongestAddressees && text is [.., '：' or ':'] && !text.Contains('。'))
            {
                block.Kind = BlockKind.Addressees;
                return;
            }

            var isBracketed = text.Length <= 300 && text is ['（' or '(', .., '）' or ')'];
            var isDashed = block.Marker.Kind == MarkerKind.Dash && text.Length <= LongestTitle && !Sentence.IsEnded(text);
            var isByline = text.Length <= 20 && block.IsPlainShort(20) && i + 1 < blocks.Count && blocks[i + 1].IsOpenParagraph;
            if (!isBracketed && !isDashed && !isByline)
            {
                return;
            }

            block.Kind = BlockKind.Subtitle;
        }
    }

    private void Divisions()
    {
        var articles = blocks.Count(b => b.Marker.Kind == MarkerKind.Article);
        foreach (var block in blocks.Where(b => b.IsOpenParagraph))
        {
            if (block.Marker.Kind == MarkerKind.Article && articles >= 2)
            {
                (block.Kind, block.Ordinal) = (BlockKind.Article, block.Marker.Ordinal);
            }
            else if (block.Marker.Kind is MarkerKind.Chapter or MarkerKind.Part && block.Text.Length <= LongestTitle && !Sentence.IsEnded(block.Content))
            {
                (block.Kind, block.Level) = (BlockKind.Heading, block.Marker.Kind == MarkerKind.Chapter ? 1 : 2);
            }
        }
    }

    private void Dates()
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (!block.IsOpenParagraph || block.Text.Length > 60)
            {
                continue;
            }

            var squeezed = Folding.Squeeze(Folding.Fold(block.Content));
            if (WrittenDate.ReadWhole(squeezed, out _) != WrittenDate.Found.None && squeezed[0] is not ('(' or '['))
            {
                block.Kind = BlockKind.FormedOn;
                Sign(i);
            }
            else if (block.Marker.Kind == MarkerKind.None && WrittenDate.ReadEnd(squeezed, out _, out var start) != WrittenDate.Found.None
                && Titles.IsAgency(squeezed[..start]))
            {
                block.Kind = BlockKind.FormedOn;
            }
        }
    }

    /// <summary>The short lines right above a date are who signs, up to four for a joint issue.</summary>
    private void Sign(int date)
    {
        for (var i = date - 1; i >= Math.Max(0, date - 4); i--)
        {
            var squeezed = Folding.Squeeze(blocks[i].Content);
            if (!blocks[i].IsPlainShort(LongestSignature) || blocks[i].First.HasBullet || !(Titles.IsAgency(squeezed) || squeezed.Length <= 12))
            {
                return;
            }

            blocks[i].Kind = BlockKind.Signature;
        }
    }

    private void AnnexesAndAttached()
    {
        var isSigned = false;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.Kind == BlockKind.FormedOn)
            {
                isSigned = true;
                Attach(i + 1);
            }
            else if (block.Marker.Kind == MarkerKind.Annex && block.IsOpenParagraph && (isSigned || IsAlone(block)) && !StartsList(i))
            {
                block.Kind = BlockKind.Annex;
                block.Ordinal = block.Marker.Ordinal;
                if (IsAlone(block))
                {
                    TakeTitle(i, LongestTitle);
                }
            }
        }
    }

    /// <summary>附件：1. … 2. … names annexes; it does not begin one.</summary>
    private bool StartsList(int i)
    {
        var rest = Folding.Fold(blocks[i].Content)[blocks[i].Marker.Length..].TrimStart(':', ' ');
        return Marker.Of(rest) is { Kind: MarkerKind.Numbered, Ordinal: 1 }
            || (rest.Length == 0 && blocks[i].Content.TrimEnd() is [.., '：' or ':'] && i + 1 < blocks.Count && blocks[i + 1].Marker is { Kind: MarkerKind.Numbered, Level: 3, Ordinal: 1 });
    }

    private static bool IsAlone(RawBlock block) => Folding.Squeeze(Folding.Fold(block.Content)).Length <= 6 && AnnexAlone().IsMatch(Folding.Squeeze(Folding.Fold(block.Content)));

    private void TakeTitle(int at, int longest)
    {
        var block = blocks[at];
        for (var i = at + 1; i < blocks.Count && i <= at + 3; i++)
        {
            if (!blocks[i].IsPlainShort(longest) || blocks[i].First.HasBullet || (i > at + 1 && !(blocks[i].IsTight && Titles.NamesAKind(Folding.Squeeze(blocks[i].Content)))))
            {
                return;
            }

            if (i == at + 1)
            {
                block.Text.Append(' ');
            }

            block.Absorb(blocks[i]);
        }
    }

    /// <summary>What follows the date without being called an annex is the text that the document issues.</summary>
    private void Attach(int i)
    {
        if (i + 1 >= blocks.Count || !blocks[i].IsPlainShort(LongestTitle) || blocks[i].First.HasBullet
            || blocks[i].Content.Contains("印发", StringComparison.Ordinal))
        {
            return;
        }

        if (blocks[i + 1].IsTight && blocks[i + 1].IsPlainShort(LongestTitle) && Titles.NamesAKind(Folding.Squeeze(blocks[i + 1].Content)))
        {
            blocks[i].Absorb(blocks[i + 1]);
        }

        blocks[i].Kind = BlockKind.AttachedTitle;
    }

    /// <summary>Bulleted lines are items; three and more short lines without a gap stay lines of one block.</summary>
    private void Lists()
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].IsGone)
            {
                continue;
            }

            if (blocks[i].First.HasBullet && blocks[i].IsOpenParagraph)
            {
                // （一） is mark enough.
                blocks[i].Kind = blocks[i].Marker.Kind == MarkerKind.Numbered ? BlockKind.Paragraph : BlockKind.ListItem;
                continue;
            }

            var end = i + 1;
            while (end < blocks.Count && IsListLine(blocks[end]) && blocks[end].IsTight && IsListLine(blocks[i]))
            {
                end++;
            }

            if (end - i >= 3)
            {
                blocks[i].Kind = BlockKind.Lines;
                for (var k = i + 1; k < end; k++)
                {
                    blocks[i].Absorb(blocks[k], asLine: true);
                }
            }
        }
    }

    private static bool IsListLine(RawBlock block) => block.IsPlainShort(LongestLine) && !block.First.HasBullet;

    [GeneratedRegex(@"^附[件表录]?[0-9一二三四五六七八九十]{0,3}:?$")]
    private static partial Regex AnnexAlone();
}

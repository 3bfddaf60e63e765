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
        Imprint();
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

            if (text.Length <= LongestAddressees && text is [.., '：' or ':'] && !text.Contains('。') && !Announces().IsMatch(text))
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
            HasHeadDate |= isBracketed && WrittenDate.ReadWhole(Folding.Squeeze(Folding.Fold(text)), out _) == WrittenDate.Found.Date;
        }
    }

    private void Divisions()
    {
        var articles = blocks.Count(b => b.Marker.Kind == MarkerKind.Article);
        var hasBooks = blocks.Exists(b => b.Marker.Kind == MarkerKind.Book);
        foreach (var block in blocks.Where(b => b.IsOpenParagraph))
        {
            if (block.Marker.Kind == MarkerKind.Article && articles >= 2)
            {
                (block.Kind, block.Ordinal) = (BlockKind.Article, block.Marker.Ordinal);
            }
            else if (block.Marker.Kind is MarkerKind.Book or MarkerKind.Chapter or MarkerKind.Part && block.Text.Length <= LongestTitle && !Sentence.IsEnded(block.Content))
            {
                var level = block.Marker.Kind switch { MarkerKind.Book => 0, MarkerKind.Chapter => 1, _ => 2 };
                (block.Kind, block.Level) = (BlockKind.Heading, level + (hasBooks ? 1 : 0));
            }
        }
    }

    /// <summary>The lines at a document's foot: 主题词, 抄送, who printed it and when.</summary>
    private void Imprint()
    {
        foreach (var block in blocks.Where(b => b.IsOpenParagraph && b.Text.Length <= LongestAddressees))
        {
            if (block.Marker.Kind == MarkerKind.Imprint)
            {
                block.Kind = block.First.Squeezed[0] == '主' ? BlockKind.SubjectTerms : BlockKind.CopiedTo;
            }
            else if (block.Text.Length <= 60 && block.Marker.Kind == MarkerKind.None && Printed().IsMatch(Folding.Squeeze(Folding.Fold(block.Content))))
            {
                block.Kind = BlockKind.PrintedBy;
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
                && (Titles.IsAgency(squeezed[..start]) || (start <= 16 && Official().IsMatch(squeezed[..start]))))
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
            if (!blocks[i].IsPlainShort(LongestSignature) || blocks[i].First.HasBullet || !(Titles.IsAgency(squeezed) || (squeezed.Length <= 12 && !IsListOfNames(blocks[i].Content))))
            {
                return;
            }

            blocks[i].Kind = BlockKind.Signature;
        }
    }

    /// <summary>Three persons or more side by side are those whom the text names.</summary>
    private static bool IsListOfNames(string text) => !Titles.IsOfficial(text) && SourceText.WideGap().Count(text.Trim()) >= 2;

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
            else if (!isSigned && HasHeadDate && block.IsOpenParagraph && i > 0 && Issues(blocks[i - 1]))
            {
                isSigned = Attach(i);
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

    /// <summary>The date stands under the title, so that none at the end parts the text from what it issues.</summary>
    private bool HasHeadDate { get; set; }

    /// <summary>现印发给你们，请照办。</summary>
    private static bool Issues(RawBlock block) =>
        block.Kind == BlockKind.Paragraph && Sentence.IsEnded(block.Content) && block.Content.AsSpan().ContainsAny(['印', '转', '公', '发']) && IssuesText().IsMatch(block.Content);

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
    private bool Attach(int i)
    {
        while (i < blocks.Count && (blocks[i].Kind is BlockKind.SubjectTerms or BlockKind.CopiedTo or BlockKind.PrintedBy || IsNote(blocks[i])))
        {
            i++;
        }

        if (i + 1 >= blocks.Count || !blocks[i].IsPlainShort(LongestTitle) || blocks[i].First.HasBullet
            || blocks[i].Content.Contains("印发", StringComparison.Ordinal))
        {
            return false;
        }

        if (blocks[i + 1].IsTight && blocks[i + 1].IsPlainShort(LongestTitle) && Titles.NamesAKind(Folding.Squeeze(blocks[i + 1].Content)))
        {
            blocks[i].Absorb(blocks[i + 1]);
        }

        blocks[i].Kind = BlockKind.AttachedTitle;
        return true;
    }

    /// <summary>（此件公开发布）, below the date.</summary>
    private static bool IsNote(RawBlock block) =>
        block.IsOpenParagraph && block.Text.Length <= 30 && block.Content is ['（' or '(', .., '）' or ')'] && block.Content.Contains("此件", StringComparison.Ordinal);

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

    /// <summary>现将……公告如下： begins the text.</summary>
    [GeneratedRegex(@"(?:如下|以下.{0,8}|下列.{0,8})[：:]$|^\s*(?:现将|现就|为了?|根据|按照|经|鉴于|近)")]
    private static partial Regex Announces();

    [GeneratedRegex(Titles.Offices + @"(?:[\u4e00-\u9fff]{2,4})$")]
    private static partial Regex Official();

    [GeneratedRegex(@"(?:印发|转发|发布|公布|批转)(?:给你们|施行|实施|执行|，|。)|附后")]
    private static partial Regex IssuesText();

    [GeneratedRegex(@"^.{0,30}[0-9〇零一二三四五六七八九]{4}年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日印发?(?:\(?共印.{1,8}份\)?)?$|^\(?共印.{1,8}份\)?$")]
    private static partial Regex Printed();

    [GeneratedRegex(@"^附[件表录]?[0-9一二三四五六七八九十]{0,3}:?$")]
    private static partial Regex AnnexAlone();
}

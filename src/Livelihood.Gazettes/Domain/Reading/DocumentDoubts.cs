using System.Text.RegularExpressions;
using Livelihood.Formats.Plain;

namespace Livelihood.Gazettes.Domain.Reading;

/// <summary>Doubts about the inside of one document.</summary>
internal static partial class DocumentDoubts
{
    public static void Find(PrintedDocument document, List<Doubt> doubts)
    {
        if (document.Number is null && document.Addressees is { } to && !to.EndsWith('们') && Titles.NamesAKind(document.Title))
        {
            doubts.Add(new(DoubtCode.NumberMissing, $"《{document.Title}》没有读出发文字号。", [document.Lines], DoubtSeverity.Warning));
        }

        Articles(document, doubts);
        Annexes(document, doubts);
        foreach (var table in document.Blocks.Where(b => b is { Kind: BlockKind.Table, HasHeader: false }))
        {
            doubts.Add(new(DoubtCode.TableWithoutHeader, "表格没有表头。请核对它是不是前面表格或者名单的续页，补上各列的名称。", [table.Lines], DoubtSeverity.Hint));
        }

        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            if (block.Kind is BlockKind.Paragraph or BlockKind.Article && block.Text.Length >= 34 && !Sentence.IsEnded(block.Text)
                && !Sentence.EndsInBracket(block.Text) && i + 1 < document.Blocks.Count && document.Blocks[i + 1].Kind == BlockKind.Paragraph)
            {
                doubts.Add(new(DoubtCode.ParagraphBroken, "这一段没有句末标点，可能在换页处断开，或者漏了标点。请核对。", [block.Lines], DoubtSeverity.Hint));
            }
        }
    }

    private static void Articles(PrintedDocument document, List<Doubt> doubts)
    {
        var expected = 1;
        foreach (var article in document.Blocks.Where(b => b.Kind == BlockKind.Article))
        {
            if (article.Ordinal != expected && article.Ordinal != 1 && !(article.Ordinal == expected - 1 && IsInserted(article)))
            {
                doubts.Add(new(DoubtCode.ArticlesNotInOrder, $"应当是第{expected}条，读到的是第{article.Ordinal}条。请核对有没有遗漏。", [article.Lines], DoubtSeverity.Warning));
            }

            expected = article.Ordinal + 1;
        }
    }

    /// <summary>第十条之一 follows 第十条.</summary>
    private static bool IsInserted(Block article) => article.Text.AsSpan(0, Math.Min(12, article.Text.Length)).Contains("条之", StringComparison.Ordinal);

    /// <summary>附件：1. … 2. … under the text promises as many annexes.</summary>
    private static void Annexes(PrintedDocument document, List<Doubt> doubts)
    {
        var list = document.Blocks.TakeWhile(b => b.Kind != BlockKind.Annex).Index()
            .FirstOrDefault(b => b.Item.Kind == BlockKind.Paragraph && Marker.Of(Folding.Fold(b.Item.Text)).Kind == MarkerKind.Annex);
        if (list.Item is null)
        {
            return;
        }

        var named = Math.Max(1, Item().Count(Folding.Squeeze(Folding.Fold(list.Item.Text))));
        named += document.Blocks.Skip(list.Index + 1).TakeWhile(b => Marker.Of(Folding.Fold(b.Text)) is { Kind: MarkerKind.Numbered, Level: 3 }).Count();
        var found = document.Blocks.Count(b => b.Kind == BlockKind.Annex);
        if (found < named && document.Blocks.All(b => b.Kind != BlockKind.AttachedTitle))
        {
            doubts.Add(new(DoubtCode.AnnexMissing, $"附件说明列了{named}个附件，正文后面找到{found}个。请核对。", [list.Item.Lines], DoubtSeverity.Warning));
        }
    }

    [GeneratedRegex(@"(?<=[:;；。]|^附件:?)[0-9]{1,2}[.、]")]
    private static partial Regex Item();
}

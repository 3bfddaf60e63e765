using System.Text.RegularExpressions;
using Livelihood.Content.Documents;
using Livelihood.Formats.Plain;
using Livelihood.Gazettes.Domain.Editing;
using Livelihood.Gazettes.Domain.Reading;

namespace Livelihood.Gazettes.Domain.Doubts;

/// <summary>Doubts about the inside of one document.</summary>
internal static partial class DocumentDoubts
{
    public static void Find(IReadOnlyList<SourceLine> lines, PrintedDocument document, List<Doubt> doubts)
    {
        if (document.Number is null && document.Addressees is { } to && !to.EndsWith('们') && Titles.NamesAKind(document.Title))
        {
            doubts.Add(new(DoubtCode.NumberMissing, $"《{document.Title}》没有读出发文字号。", [document.Lines], DoubtSeverity.Warning)
            {
                Propose = () => [.. document.Blocks.Take(6).SelectMany(b => DocumentNumber.FindAll(b.Text)).Select(f => f.Number).Distinct().Take(2).Select(n => NumberDoubts.Set(document, n))],
                Own = new SetField(document.Lines.First, DocumentField.Number, ""),
            });
        }

        Articles(lines, document, doubts);
        Annexes(document, doubts);
        Tables(document, doubts);
        for (var i = 0; i + 1 < document.Blocks.Count; i++)
        {
            var (block, next) = (document.Blocks[i], document.Blocks[i + 1]);
            if (block.Kind is BlockKind.Paragraph or BlockKind.Article && block.Text.Length >= 34 && !Sentence.IsEnded(block.Text)
                && !Sentence.EndsInBracket(block.Text) && next.Kind == BlockKind.Paragraph)
            {
                doubts.Add(new(DoubtCode.ParagraphBroken, "这一段没有句末标点，可能在换页处断开，或者漏了标点。请核对。", [block.Lines], DoubtSeverity.Hint)
                {
                    Propose = () => [new("与下一段并成一段", new JoinBlocks(block.Lines.First, next.Lines.Last))],
                });
            }
        }
    }

    private static void Tables(PrintedDocument document, List<Doubt> doubts)
    {
        foreach (var table in document.Blocks.Where(b => b is { Kind: BlockKind.Table, HasHeader: false }))
        {
            doubts.Add(new(DoubtCode.TableWithoutHeader, "表格没有表头。请核对它是不是前面表格或者名单的续页，补上各列的名称。", [table.Lines], DoubtSeverity.Hint)
            {
                Propose = () => WithoutHeader(document, table),
            });
        }
    }

    private static List<Proposal> WithoutHeader(PrintedDocument document, Block table)
    {
        var proposals = new List<Proposal>();
        if (document.Blocks.TakeWhile(b => b != table).LastOrDefault(b => b.Kind == BlockKind.Table) is { Rows: { } rows } before && rows[0].Count == table.Rows?[0].Count)
        {
            proposals.Add(new("接到前一张表的后面", new JoinBlocks(before.Lines.First, table.Lines.Last)));
        }

        if (table.Rows?.Count > 1)
        {
            proposals.Add(new("首行就是表头", new MarkLines(table.Lines.First, table.Lines.Last, BlockKind.Table, 1)));
        }

        return proposals;
    }

    private static void Articles(IReadOnlyList<SourceLine> lines, PrintedDocument document, List<Doubt> doubts)
    {
        var (expected, from) = (1, document.Lines.First);
        foreach (var article in document.Blocks.Where(b => b.Kind == BlockKind.Article))
        {
            if (article.Ordinal != expected && article.Ordinal != 1 && !(article.Ordinal == expected - 1 && IsInserted(article)))
            {
                // A line that begins like the one that lacks, in the text before this article.
                var missing = expected;
                var line = Enumerable.Range(from, Math.Max(0, article.Lines.First - from)).FirstOrDefault(l => IsArticle(lines[l - 1], missing));
                doubts.Add(new(DoubtCode.ArticlesNotInOrder, $"应当是第{expected}条，读到的是第{article.Ordinal}条。请核对有没有遗漏。", [article.Lines], DoubtSeverity.Warning)
                {
                    Propose = () => line > 0 ? [new($"第{line}行起是第{missing}条", new MarkLines(line, LastOfBlock(document, line), BlockKind.Article))] : [],
                });
            }

            (expected, from) = (article.Ordinal + 1, article.Lines.First + 1);
        }
    }

    private static bool IsArticle(SourceLine line, int ordinal) => Marker.Of(line.Folded) is { Kind: MarkerKind.Article } marker && marker.Ordinal == ordinal;

    private static int LastOfBlock(PrintedDocument document, int line) =>
        document.Blocks.FirstOrDefault(b => b.Lines.First <= line && line <= b.Lines.Last)?.Lines.Last ?? line;

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

        List<Block> items = [.. document.Blocks.Skip(list.Index + 1).TakeWhile(b => Marker.Of(Folding.Fold(b.Text)) is { Kind: MarkerKind.Numbered, Level: 3 })];
        var named = Math.Max(1, Item().Count(Folding.Squeeze(Folding.Fold(list.Item.Text)))) + items.Count;
        var found = document.Blocks.Count(b => b.Kind == BlockKind.Annex);
        if (found < named && document.Blocks.All(b => b.Kind != BlockKind.AttachedTitle))
        {
            doubts.Add(new(DoubtCode.AnnexMissing, $"附件说明列了{named}个附件，正文后面找到{found}个。请核对。", [list.Item.Lines], DoubtSeverity.Warning)
            {
                Propose = () => [.. LikelyAnnexes(document, list.Item, items).Take(3).Select(b => new Proposal($"第{b.Lines.First}行起是一个附件", new MarkLines(b.Lines.First, b.Lines.Last, BlockKind.Annex)))],
            });
        }
    }

    /// <summary>Blocks under the signature whose text the list of annexes names, or that begin with 附件.</summary>
    private static IEnumerable<Block> LikelyAnnexes(PrintedDocument document, Block list, List<Block> items)
    {
        var names = Titles.Key(string.Concat(items.Prepend(list).Select(b => b.Text)));
        return document.Blocks.SkipWhile(b => b != list).Skip(1 + items.Count)
            .Where(b => b.Kind is BlockKind.Paragraph or BlockKind.Lines or BlockKind.Heading && b.Text.Length <= 60)
            .Where(b => Marker.Of(Folding.Fold(b.Text)).Kind == MarkerKind.Annex || (Titles.Key(b.Text) is { Length: >= 4 } key && names.Contains(key, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"(?<=[:;；。]|^附件:?)[0-9]{1,2}[.、]")]
    private static partial Regex Item();
}

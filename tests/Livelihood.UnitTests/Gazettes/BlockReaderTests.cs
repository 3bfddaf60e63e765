using Livelihood.Gazettes.Domain;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>Lines read again as what an editor says they are.</summary>
public sealed class BlockReaderTests
{
    [Fact]
    public void EachDocument_ReadAgainFromItsBlocks_IsTheSame()
    {
        foreach (var text in (string[])[SampleIssues.Paragraphs, SampleIssues.Nineties, SampleIssues.NoContents, SampleIssues.Numbers])
        {
            Assert.True(GazetteReader.TryRead(text, out var issue, out _));
            foreach (var document in issue.Documents)
            {
                var again = DocumentFields.Of(document.Blocks, document.Section, document.Entry);
                Assert.Equal(document with { Signature = again.Signature, SubjectTerms = again.SubjectTerms }, again);
                Assert.Equal(document.Signature, again.Signature);
            }
        }
    }

    [Fact]
    public void EachBlock_ReadAgainFromItsLines_HasItsText()
    {
        var source = IssueSource.From(SampleIssues.Paragraphs);
        Assert.True(GazetteReader.TryRead(source, out var issue, out _));
        foreach (var block in issue.Documents.SelectMany(d => d.Blocks).Where(b => b.Kind is not (BlockKind.Heading or BlockKind.Paragraph)))
        {
            var again = BlockReader.Read(source, block.Lines, block.Kind)!;
            Assert.Equal((block.Kind, block.Text, block.Ordinal, block.HasHeader), (again.Kind, again.Text, again.Ordinal, again.HasHeader));
        }
    }

    [Fact]
    public void Lines_BecomeTheKindThatIsAskedFor()
    {
        var source = IssueSource.From(SampleIssues.Paragraphs + "\n甲 一分局\n乙 二分局\n\n— 3 —\n丙 三分局");
        var last = source.Lines.Count;
        var all = new LineSpan(last - 4, last);

        Assert.Equal("甲 一分局乙 二分局丙 三分局", BlockReader.Read(source, all, BlockKind.Paragraph)!.Text);
        Assert.Equal("甲 一分局\n乙 二分局\n丙 三分局", BlockReader.Read(source, all, BlockKind.Lines)!.Text);
        Assert.Equal([["甲", "一分局"], ["乙", "二分局"], ["丙", "三分局"]], BlockReader.Read(source, all, BlockKind.Table)!.Rows!);
        Assert.Equal(3, BlockReader.Read(source, new(last, last), BlockKind.Heading, level: 3)!.Level);
        Assert.Null(BlockReader.Read(source, new(last - 2, last - 1), BlockKind.Paragraph));
        Assert.Null(BlockReader.Read(source, new(last + 1, last + 9), BlockKind.Paragraph));
    }

    [Fact]
    public void AnnexAndArticle_TakeTheirNumberFromTheLines()
    {
        var source = IssueSource.From("附件2\n河段和负责单位\n第十条 本办法自发布之日起施行。");

        Assert.Equal((2, "附件2 河段和负责单位"), BlockReader.Read(source, new(1, 2), BlockKind.Annex) is { } annex ? (annex.Ordinal, annex.Text) : default);
        Assert.Equal(10, BlockReader.Read(source, new(3, 3), BlockKind.Article)!.Ordinal);
    }

    [Fact]
    public void Record_FollowsTheKindsOfTheBlocks()
    {
        var source = IssueSource.From("关于修路的通知\n云政[2021]5号\n各县人民政府:\n请修路。\n云岭市人民政府\n2021年3月2日\n主题词:交通 公路 通知\n抄送:市委办公室,市人大常委会办公室.");
        BlockKind[] kinds =
        [
            BlockKind.Title, BlockKind.Number, BlockKind.Addressees, BlockKind.Paragraph, BlockKind.Signature, BlockKind.FormedOn, BlockKind.SubjectTerms, BlockKind.CopiedTo,
        ];

        var document = DocumentFields.Of([.. kinds.Select((k, i) => BlockReader.Read(source, new(i + 1, i + 1), k)!)], "市政府文件", null);

        Assert.Equal(("关于修路的通知", "云政〔2021〕5号", "各县人民政府"), (document.Title, document.Number?.ToString(), document.Addressees));
        Assert.Equal(["云岭市人民政府"], document.Signature);
        Assert.Equal(new DateOnly(2021, 3, 2), document.FormedOn);
        Assert.Equal(["交通", "公路", "通知"], document.SubjectTerms);
        Assert.Equal("市委办公室，市人大常委会办公室", document.CopiedTo);
        Assert.Equal(new(1, 8), document.Lines);
    }
}

using System.Diagnostics;
using Livelihood.Gazettes.Domain;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>The real issue: 2019年第6号.</summary>
public sealed class SeedIssueTests
{
    private static PrintedIssue Issue()
    {
        Assert.True(GazetteReader.TryRead(Seeds.Read("gazette-2019-06.txt"), out var issue, out var refusal), refusal?.Message);
        return issue;
    }

    [Fact]
    public void Masthead_IsRead()
    {
        var masthead = Issue().Masthead;

        Assert.Equal("三门峡市人民政府公报", masthead.Title);
        Assert.Equal((2019, 6, 161), (masthead.Year, masthead.Number, masthead.TotalNumber));
        Assert.Equal(new DateOnly(2019, 6, 11), masthead.PublishedOn);
        Assert.Equal("三门峡市人民政府办公室", masthead.Publisher);
        Assert.Equal(15, masthead.Board.Count);
    }

    [Fact]
    public void SevenDocuments_HaveTheirPagesNumbersAndDates()
    {
        var issue = Issue();

        Assert.Equal(["重要文件", "市政府文件", "市政府办公室文件"], issue.Sections.Select(s => s.Name));
        Assert.Equal([1, 11, 15, 25, 32, 36, 41], issue.Documents.Select(d => d.Page!.Value));
        Assert.Equal(
            ["国务院令第711号", "三政〔2019〕8号", "三政〔2019〕9号", "三政办〔2019〕7号", "三政办〔2019〕8号", "三政办〔2019〕9号", "三政办〔2019〕10号"],
            issue.Documents.Select(d => d.Number!.ToString()));
        Assert.Equal(
            [new(2019, 4, 3), new(2019, 5, 28), new(2019, 6, 6), new(2019, 4, 26), new(2019, 4, 28), new(2019, 5, 31), new DateOnly(2019, 6, 1)],
            issue.Documents.Select(d => d.FormedOn!.Value));
        Assert.Equal("中华人民共和国政府信息公开条例", issue.Documents[0].Title);
    }

    [Fact]
    public void Regulation_HasItsChaptersAndArticles()
    {
        var blocks = Issue().Documents[0].Blocks;

        Assert.Equal(Enumerable.Range(1, 56), blocks.Where(b => b.Kind == BlockKind.Article).Select(b => b.Ordinal));
        Assert.Equal(6, blocks.Count(b => b is { Kind: BlockKind.Heading, Level: 1 }));
    }

    [Fact]
    public void AnnexesAndAttachedTexts_AreFound()
    {
        var documents = Issue().Documents;

        Assert.Equal([0, 1, 2, 0, 0, 0, 0], documents.Select(d => d.Blocks.Count(b => b.Kind == BlockKind.Annex)));
        Assert.Equal([0, 0, 0, 1, 1, 0, 0], documents.Select(d => d.Blocks.Count(b => b.Kind == BlockKind.AttachedTitle)));
    }

    [Fact]
    public void Doubts_AreTheMisprintInTheContentsAndTheTableWithoutHeader()
    {
        var doubts = Issue().Doubts;

        Assert.Equal([DoubtCode.TitleDiffers, DoubtCode.TableWithoutHeader], doubts.Select(d => d.Code));
        Assert.Equal(2, doubts[0].Lines.Count);
        Assert.Equal(new LineSpan(431, 438), Assert.Single(doubts[1].Lines));
    }

    [Fact]
    public void SeventyFiveThousandCharacters_AreReadWithinASecond()
    {
        var text = Seeds.Read("gazette-2019-06.txt");
        var longer = text + new string('\n', 2) + text[(text.Length / 2)..];
        longer += text[..Math.Max(0, Math.Min(text.Length, 75_000 - longer.Length))];
        var clock = Stopwatch.StartNew();

        Assert.True(GazetteReader.TryRead(longer, out _, out _));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(1), clock.Elapsed.ToString());
    }

    [Theory]
    [InlineData("programme-plan-2020.txt")]
    [InlineData("progress-report-2021.txt")]
    public void OtherRealTexts_AreNoGazettes(string name)
    {
        Assert.False(GazetteReader.TryRead(Seeds.Read(name), out _, out var refusal));
        Assert.Equal(UnreadableReason.NotAGazette, refusal.Reason);
    }
}

using Livelihood.Gazettes.Domain;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

public sealed class GazetteReaderTests
{
    private static PrintedIssue Read(string text)
    {
        Assert.True(GazetteReader.TryRead(text, out var issue, out var refusal), refusal?.Message);
        return issue;
    }

    [Fact]
    public void Masthead_BetweenTheEntries_IsRead()
    {
        var masthead = Read(SampleIssues.Paragraphs).Masthead;

        Assert.Equal("云岭市人民政府公报", masthead.Title);
        Assert.Equal((2021, 3, 58), (masthead.Year, masthead.Number, masthead.TotalNumber));
        Assert.Equal(new DateOnly(2021, 3, 31), masthead.PublishedOn);
        Assert.Equal("云岭市人民政府办公室", masthead.Publisher);
        Assert.Equal(["主任甲一", "委员乙二三", "委员丙四"], masthead.Board.Select(b => b.Role + b.Name));
        Assert.Contains(masthead.Fields, f => f is { Label: "地址", Value: "云岭市溪口路9号行政中心三楼" });
    }

    [Fact]
    public void Contents_TitlesOverBrokenLines_AreJoined()
    {
        var sections = Read(SampleIssues.Paragraphs).Sections;

        Assert.Equal(["市政府文件", "市政府办公室文件"], sections.Select(s => s.Name));
        Assert.Equal(
            [
                (1, "云岭市人民政府关于加强城市内河综合整治与沿岸步道建设的意见"),
                (6, "云岭市人民政府关于命名第三批节水型单位的决定"),
                (9, "云岭市人民政府办公室关于印发云岭市菜市场改造提升方案的通知"),
                (14, "云岭市人民政府办公室关于做好春灌工作的通知"),
            ],
            sections.SelectMany(s => s.Entries).Select(e => (e.Page!.Value, e.Title)));
    }

    [Fact]
    public void Documents_HaveTheirRecord()
    {
        var documents = Read(SampleIssues.Paragraphs).Documents;

        Assert.Equal(["云政〔2021〕5号", "云政〔2021〕6号", "云政办〔2021〕11号", "云政办〔2021〕12号"], documents.Select(d => d.Number!.ToString()));
        Assert.Equal([new(2021, 3, 2), new(2021, 3, 9), new(2021, 3, 15), new DateOnly(2021, 3, 20)], documents.Select(d => d.FormedOn!.Value));
        Assert.All(documents, d => Assert.Equal([d.Number!.AgencyCode == "云政" ? "云岭市人民政府" : "云岭市人民政府办公室"], d.Signature));
        Assert.Equal("各县（市、区）人民政府，市人民政府各部门", documents[0].Addressees);
        Assert.Equal("市政府办公室文件", documents[2].Section);
        Assert.Equal("云岭市人民政府关于加强城市内河综合整治与沿岸步道建设的意见", documents[0].Title);
    }

    [Fact]
    public void ParagraphBrokenByAPage_IsJoined()
    {
        var paragraph = Read(SampleIssues.Paragraphs).Documents[0].Blocks.First(b => b.Kind == BlockKind.Paragraph);

        Assert.EndsWith("由市水利局汇总后告知各有关单位。", paragraph.Text);
        Assert.True(paragraph.Lines.Last - paragraph.Lines.First == 2);
    }

    [Fact]
    public void Headings_RunInAndAlone_HaveTheirLevel()
    {
        var headings = Read(SampleIssues.Paragraphs).Documents[0].Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => (b.Level, b.Text));

        Assert.Equal([(1, "一、总的想法"), (2, "（一）先治水后修路。"), (2, "（二）分段负责。"), (1, "二、做什么"), (3, "1. 清淤。"), (3, "2. 截污。")], headings);
    }

    [Fact]
    public void Annexes_TablesAndLists_AreKept()
    {
        var documents = Read(SampleIssues.Paragraphs).Documents;

        var annexes = documents[0].Blocks.Where(b => b.Kind == BlockKind.Annex).ToList();
        Assert.Equal([(1, "附件 1 河段和负责单位"), (2, "附件 2 步道断面尺寸")], annexes.Select(a => (a.Ordinal, a.Text)));
        var table = Assert.Single(documents[0].Blocks, b => b.Kind == BlockKind.Table);
        Assert.True(table.HasHeader);
        Assert.Equal(["上溪段", "上溪区人民政府"], table.Rows![1]);
        var lines = Assert.Single(documents[1].Blocks, b => b.Kind == BlockKind.Lines);
        Assert.Equal("市第一中学\n市自来水厂\n市图书馆\n市儿童医院", lines.Text);
        Assert.Equal("云岭市菜市场改造提升方案", Assert.Single(documents[2].Blocks, b => b.Kind == BlockKind.AttachedTitle).Text);
    }

    [Fact]
    public void CleanIssue_HasNoDoubts() => Assert.Empty(Read(SampleIssues.Paragraphs).Doubts);

    [Fact]
    public void Nineties_NumeralsLeadersAndFurniture_AreRead()
    {
        var issue = Read(SampleIssues.Nineties);

        Assert.Equal((1995, 3, 21), (issue.Masthead.Year, issue.Masthead.Number, issue.Masthead.TotalNumber));
        Assert.Equal(new DateOnly(1995, 9, 30), issue.Masthead.PublishedOn);
        Assert.Equal(["市政府令", "市政府文件", "领导讲话"], issue.Sections.Select(s => s.Name));
        Assert.Equal([1, 4, 6, 8], issue.Documents.Select(d => d.Page!.Value));
        Assert.Equal(["云岭市人民政府令第12号", "云政〔1995〕33号", "云政办〔1995〕20号", null], issue.Documents.Select(d => d.Number?.ToString()));
        Assert.Equal([new(1995, 8, 10), new(1995, 9, 5), new(1995, 9, 18), new DateOnly(1995, 9, 20)], issue.Documents.Select(d => d.FormedOn!.Value));
        Assert.Equal(8, issue.Furniture.Count);
    }

    [Fact]
    public void Nineties_LinesOfPrint_BecomeParagraphsAndArticles()
    {
        var issue = Read(SampleIssues.Nineties);

        var articles = issue.Documents[0].Blocks.Where(b => b.Kind == BlockKind.Article).ToList();
        Assert.Equal([1, 2, 3, 4], articles.Select(a => a.Ordinal));
        Assert.EndsWith("依照第三条的规定另行鉴定的除外。", articles[1].Text);
        Assert.Equal(["第一章　总　　则", "第二章　附　　则"], issue.Documents[0].Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Text));
        var paragraph = issue.Documents[1].Blocks.First(b => b.Kind == BlockKind.Paragraph);
        Assert.Equal("近来一些集贸市场出现占道经营、乱收费用、缺斤少两的现象，群众意见很大。为了维护市场秩序，保护买卖双方的利益，通知如下：", paragraph.Text);
        Assert.Equal("同志们", issue.Documents[3].Addressees);
    }

    [Fact]
    public void NoContents_DocumentsAreFoundByNumberAndTitle()
    {
        var issue = Read(SampleIssues.NoContents);

        Assert.Equal((2008, 4, 33), (issue.Masthead.Year, issue.Masthead.Number, issue.Masthead.TotalNumber));
        Assert.Equal(["云政发〔2008〕9号", "云政发〔2008〕10号"], issue.Documents.Select(d => d.Number!.ToString()));
        Assert.Equal(["云岭市人民政府关于修建城北水库的通知", "云岭市人民政府关于成立防汛指挥部的通知"], issue.Documents.Select(d => d.Title));
        Assert.Equal([new(2008, 4, 1), new DateOnly(2008, 4, 3)], issue.Documents.Select(d => d.FormedOn!.Value));
        Assert.Contains(issue.Doubts, d => d.Code == DoubtCode.ContentsMissing);
    }

    [Fact]
    public void Numbers_InTheContentsAndAboveTitles_BelongToTheirDocuments()
    {
        var issue = Read(SampleIssues.Numbers);

        Assert.Equal(
            ["云府〔2014〕3号", "云岭市人民政府公告2014年第1号", "云府人〔2014〕1号", "云民发〔2014〕11号"],
            issue.Documents.Select(d => d.Number!.ToString()));
        Assert.Equal([3, 9, 15, 18], issue.Documents.Select(d => d.Page!.Value));
        Assert.Equal(["云岭市民政局", "云岭市财政局"], issue.Documents[3].Signature);
        Assert.Equal("序号", Assert.Single(issue.Documents[1].Blocks, b => b.Kind == BlockKind.Table).Rows![0][0]);
        Assert.Equal(new DateOnly(2014, 3, 1), issue.Documents[0].EffectiveOn);
        Assert.Equal(new DateOnly(2014, 2, 10), issue.Masthead.PublishedOn);
        Assert.Empty(issue.Doubts);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\u3000\n")]
    public void Blank_IsRefusedAsEmpty(string text)
    {
        Assert.False(GazetteReader.TryRead(text, out _, out var refusal));
        Assert.Equal(UnreadableReason.Empty, refusal.Reason);
    }

    [Theory]
    [InlineData("今天天气很好，大家去公园走走。\n明天也许下雨。")]
    [InlineData("云岭市菜市场改造提升方案\n\n一、范围\n\n全市的室内菜市场。\n\n二、要求\n\n每个市场有一个公平秤。")]
    public void OtherText_IsRefusedAndSaysWhatWasLookedFor(string text)
    {
        Assert.False(GazetteReader.TryRead(text, out _, out var refusal));
        Assert.Equal(UnreadableReason.NotAGazette, refusal.Reason);
        Assert.Contains("目录", refusal.Message);
        Assert.Contains("刊头", refusal.Message);
    }
}

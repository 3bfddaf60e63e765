using Livelihood.Gazettes.Domain;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>Single manners in which gazettes print their contents, pages, tables and documents.</summary>
public sealed class ReadingTests
{
    private const string First = "云岭市人民政府关于修建城北水库的通知";
    private const string Second = "云岭市人民政府关于成立防汛指挥部的通知";

    private const string Long = "工程分三年完成，第一年修路，第二年筑坝，第三年安装闸门，";

    private const string Body = """

        云岭市人民政府
        关于修建城北水库的通知
        云政〔2008〕9号

        各县（市、区）人民政府：
        城北水库今年开工，请有关县区做好征地和安置工作。
        云岭市人民政府
        2008年4月1日

        云岭市人民政府
        关于成立防汛指挥部的通知
        云政〔2008〕10号

        各县（市、区）人民政府：
        决定成立市防汛指挥部，由市长任指挥长。
        云岭市人民政府
        2008年4月3日
        """;

    private static PrintedIssue Read(string text)
    {
        Assert.True(GazetteReader.TryRead(text, out var issue, out var refusal), refusal?.Message);
        return issue;
    }

    private static PrintedIssue WithContents(params string[] contents) =>
        Read("云岭市人民政府公报\n2008年第4期（总第33期）\n\n" + string.Join('\n', contents) + "\n" + Body);

    public static TheoryData<string[]> Contents() => new(
        ["目　录", "【市政府文件】", $"{First}……………………1", $"{Second}······3"],
        ["本期目录", "●市政府文件", $"{First}⋯⋯⋯（1）", $"{Second}........[3]"],
        ["目 次", "◆市政府文件◆", $"{First}\t1", $"{Second}\t3"],
        ["要目", "市政府文件", "云岭市人民政府关于修建", "城北水库的通知 1-2", "云岭市人民政府关于成立", "防汛指挥部的通知 3—4"],
        ["目录", "〖市政府文件〗", First, "………… 1", Second, "3"],
        ["目录", "■市政府文件", $"1　{First}", $"3　{Second}"],
        ["目录", "○市政府文件", $"(1) {First}", $"(3) {Second}"],
        ["目录 CONTENTS", "· 市政府文件 ·", $"{First}/1", "Notice of Yunling on Building a Reservoir 1", $"{Second}/3", "Notice of Yunling on Flood Control 3"],
        ["目录", "市政府文件", "云岭市人民政府关于修建      云岭市人民政府关于成立", "城北水库的通知……1      防汛指挥部的通知……3"],
        ["目录", "【市政府文件】", $"{First}（云政〔2008〕9号）（第1页）", $"{Second}（云政〔2008〕", "10号）（第3页）"]);

    [Theory]
    [MemberData(nameof(Contents))]
    public void Contents_InAnyManner_GiveTitlesPagesAndSections(string[] contents)
    {
        var issue = WithContents(contents);

        Assert.Equal([(First, 1), (Second, 3)], issue.Documents.Select(d => (d.Title, d.Page!.Value)));
        Assert.All(issue.Documents, d => Assert.Equal("市政府文件", d.Section));
        Assert.Equal(["云政〔2008〕9号", "云政〔2008〕10号"], issue.Documents.Select(d => d.Number!.ToString()));
    }

    [Theory]
    [InlineData("在全市防汛会议上的讲话……………………钱三（5）")]
    [InlineData("在全市防汛会议上的讲话······钱　三 5")]
    [InlineData("在全市防汛会议上的讲话（5）")]
    public void Contents_NameWhoSpoke_BehindTheLeaders_NotInTheTitle(string speech)
    {
        var entry = WithContents("目录", "【市政府文件】", $"{First}…………1", $"{Second}…………3", "【领导讲话】", speech).Sections[1].Entries.Single();

        Assert.Equal(("在全市防汛会议上的讲话", 5), (entry.Title, entry.Page));
    }

    [Fact]
    public void Contents_WithoutPages_StillLead()
    {
        var issue = WithContents("目录", "【市政府文件】", First, Second);

        Assert.Equal([(First, null, "市政府文件"), (Second, null, "市政府文件")], issue.Documents.Select(d => (d.Title, d.Page, d.Section)));
    }

    [Fact]
    public void Contents_AtTheEnd_Lead()
    {
        var issue = Read($"云岭市人民政府公报\n2008年第4期（总第33期）\n{Body}\n\n目　录\n\n【市政府文件】\n{First} …… 1\n{Second} …… 3\n");

        Assert.Equal([(First, 1), (Second, 3)], issue.Documents.Select(d => (d.Title, d.Page!.Value)));
        Assert.Equal(new DateOnly(2008, 4, 3), issue.Documents[1].FormedOn);
    }

    [Theory]
    [InlineData("云岭市人民政府公报\n2008年第7、8期合刊（总第36、37期）", "云岭市人民政府公报", 2008, 7, 36)]
    [InlineData("云岭政报\n一九九七年第五期（总第二十三期）", "云岭政报", 1997, 5, 23)]
    [InlineData("云岭省人民政府公报\n1997年第5号(总号:135)", "云岭省人民政府公报", 1997, 5, 135)]
    [InlineData("上溪县人民政府公报\n2019\n第 6 号(总第 161 号)", "上溪县人民政府公报", 2019, 6, 161)]
    [InlineData("云岭市人民政府公报\n2008年第7-8号（总第36-37号）", "云岭市人民政府公报", 2008, 7, 36)]
    public void Masthead_OfAnyAge_IsRead(string head, string title, int year, int number, int total)
    {
        var masthead = Read($"{head}\n\n目录\n\n【市政府文件】\n{First} 1\n{Second} 3\n{Body}").Masthead;

        Assert.Equal((title, year, number, total), (masthead.Title, masthead.Year, masthead.Number, masthead.TotalNumber));
    }

    [Theory]
    [InlineData("- 3 -")]
    [InlineData("— 3 —")]
    [InlineData("·3·")]
    [InlineData("第3页 共48页")]
    [InlineData("\f云岭市人民政府公报　　　　　　2008年第4期")]
    [InlineData("市政府文件                        云岭市人民政府公报")]
    [InlineData("2008·4　云岭市人民政府公报")]
    public void Furniture_IsDropped_AndTheParagraphGoesOn(string furniture)
    {
        var text = $"云岭市人民政府公报\n2008年第4期（总第33期）\n\n目录\n\n【市政府文件】\n{First} 1\n{Second} 3\n"
            + Body.Replace("请有关县区做好", $"{Long}请有关县区做\n{furniture}\n好", StringComparison.Ordinal);

        var issue = Read(text);

        Assert.Contains(issue.Documents[0].Blocks, b => b is { Kind: BlockKind.Paragraph, Text: "城北水库今年开工，" + Long + "请有关县区做好征地和安置工作。" });
        Assert.Single(issue.Furniture);
    }

    [Fact]
    public void HeadsOfDocuments_OnManyPages_AreNoRunningHeads()
    {
        var pages = string.Concat(Enumerable.Range(1, 5).Select(i => $"{i}\n云政〔2008〕{i}号\n云岭市人民政府\n关于第{i}次检查的通知\n\n各县（市、区）人民政府：\n" + string.Concat(Enumerable.Repeat("请按要求做好准备，不得延误。\n", 8)) + "云岭市人民政府\n2008年4月1日\n\n"));
        var issue = Read("云岭市人民政府公报\n2008年第4期（总第33期）\n\n" + pages);

        Assert.Equal([1, 2, 3, 4, 5], issue.Documents.Select(d => d.Number!.Serial));
        Assert.Equal(4, issue.Furniture.Count);
    }

    private static Block Table(string table) =>
        Assert.Single(Read("云岭市人民政府公报\n2008年第4期（总第33期）\n" + Body + "\n\n附件\n\n任务分解表\n\n" + table).Documents[1].Blocks, b => b.Kind == BlockKind.Table);

    [Theory]
    [InlineData("序号\t项目\t单位\n1\t清淤\t市水利局\n2\t截污\t市建设局")]
    [InlineData("序号  项目  单位\n1     清淤  市水利局\n2     截污  市建设局")]
    [InlineData("序号 项目 单位\n1 清淤 市水利局\n2 截污 市建设局")]
    [InlineData("序号　项目　单位\n1　清淤　市水利局\n2　截污　市建设局")]
    [InlineData("|序号|项目|单位|\n|---|---|---|\n|1|清淤|市水利局|\n|2|截污|市建设局|")]
    [InlineData("序号  项目  单位\n\n1     清淤  市水利局\n\n2     截污  市建设局")]
    [InlineData("序号  项目  单位\n1     清淤  市水利局\n— 3 —\n续表\n序号  项目  单位\n2     截污  市建设局")]
    [InlineData("|序号|项目|单位|\n|---|---|---|\n|1|清淤|市水利局|\n\n（续上表）\n\n|序号|项目|单位|\n|---|---|---|\n|2|截污|市建设局|")]
    [InlineData("序号  项目  单位\n1     清淤  市水\n            利局\n2     截污  市建\n            设局")]
    public void Tables_InAnyManner_HaveTheirCells(string table)
    {
        var block = Table(table);

        Assert.True(block.HasHeader);
        Assert.Equal([["序号", "项目", "单位"], ["1", "清淤", "市水利局"], ["2", "截污", "市建设局"]], block.Rows!);
    }

    [Fact]
    public void Tables_WithEmptyCells_KeepTheirColumns() =>
        Assert.Equal(
            [["序号", "项目", "单位"], ["1", "清淤", "市水利局"], ["2", "", "市建设局"], ["3", "植树", ""]],
            Table("序号  项目  单位\n1     清淤  市水利局\n2           市建设局\n3     植树").Rows!);

    [Fact]
    public void Imprint_OfADocument_GivesCopiesAndTerms()
    {
        var issue = Read("云岭市人民政府公报\n2008年第4期（总第33期）\n" + Body
            + "\n\n主题词：水利  防汛  机构  通知\n抄送：市委办公室，市人大常委会办公室。\n云岭市人民政府办公室　　　2008年4月5日印发\n（共印120份）\n");
        var document = issue.Documents[1];

        Assert.Equal(["水利", "防汛", "机构", "通知"], document.SubjectTerms);
        Assert.Equal("市委办公室，市人大常委会办公室", document.CopiedTo);
        Assert.Contains(document.Blocks, b => b.Kind == BlockKind.PrintedBy);
        Assert.Equal(new DateOnly(2008, 4, 3), document.FormedOn);
        Assert.DoesNotContain(document.Blocks, b => b.Kind == BlockKind.AttachedTitle);
    }

    [Fact]
    public void DateUnderTheTitle_IsTheFormedDate_AndTheIssuedTextIsAttached()
    {
        var issue = Read("""
            云岭市人民政府公报
            2008年第4期（总第33期）

            目录
            云岭市人民政府关于印发云岭市节水办法的通知 1

            云岭市人民政府
            关于印发云岭市节水办法的通知
            云政〔2008〕9号
            （2008年4月1日）

            各县（市、区）人民政府：
            现将《云岭市节水办法》印发给你们，请认真执行。

            云岭市节水办法

            第一编 总则
            第一章 目的
            第一条 为了节水，制定本办法。
            第一条之一 本办法由市水利局解释。
            第二条 本办法自2008年5月1日起施行。
            """);
        var document = Assert.Single(issue.Documents);

        Assert.Equal(new DateOnly(2008, 4, 1), document.FormedOn);
        Assert.Equal("云岭市节水办法", Assert.Single(document.Blocks, b => b.Kind == BlockKind.AttachedTitle).Text);
        Assert.Equal([1, 1, 2], document.Blocks.Where(b => b.Kind == BlockKind.Article).Select(b => b.Ordinal));
        Assert.Equal([1, 2], document.Blocks.Where(b => b.Kind == BlockKind.Heading).Select(b => b.Level));
        Assert.DoesNotContain(issue.Doubts, d => d.Code == DoubtCode.ArticlesNotInOrder);
    }

    [Fact]
    public void Announcement_BeginsItsTextWithAColon_AndHasNoAddressees()
    {
        var issue = Read("云岭市人民政府公报\n2008年第4期（总第33期）\n\n云岭市人民政府公告\n2008年第2号\n\n云岭市人民政府关于停水的公告\n\n现将停水时间公告如下：\n\n一、城北停水一天。\n\n云岭市人民政府\n2008年4月1日");
        var document = Assert.Single(issue.Documents);

        Assert.Null(document.Addressees);
        Assert.Equal("云岭市人民政府公告2008年第2号", document.Number!.ToString());
        Assert.Equal("云岭市人民政府关于停水的公告", document.Title);
    }

    [Fact]
    public void SpeechesAndChronicles_WithoutContents_AreDocuments()
    {
        var issue = Read("云岭市人民政府公报\n2008年第4期（总第33期）\n\n在全市防汛工作会议上的讲话\n\n（2008年4月1日）\n\n同志们：\n\n今年雨水多，任务重，希望大家做好准备。\n" + Body + "\n\n云岭市2008年4月大事记\n\n1日，市政府召开防汛工作会议。\n\n3日，市防汛指挥部成立。");

        Assert.Equal(["在全市防汛工作会议上的讲话", First, Second, "云岭市2008年4月大事记"], issue.Documents.Select(d => d.Title));
        Assert.Equal(("同志们", new DateOnly(2008, 4, 1)), (issue.Documents[0].Addressees, issue.Documents[0].FormedOn!.Value));
    }

    [Fact]
    public void LinesBrokenAnywhere_BecomeParagraphs()
    {
        var issue = Read("云岭市人民政府公报\n2008年第4期（总第33期）\n" + Body.Replace(
            "决定成立市防汛指挥部，由市长任指挥长。",
            "　　决定成立市防汛\n指挥部，由市长任指挥长，\n市水利局局长任副指\n挥长，成员由有关部门负责人担任，\n办公室设在市水利局。\n　　各县也要成立\n指挥部，并把名单报市防汛指挥部办公\n室。",
            StringComparison.Ordinal));

        Assert.Equal(
            ["决定成立市防汛指挥部，由市长任指挥长，市水利局局长任副指挥长，成员由有关部门负责人担任，办公室设在市水利局。", "各县也要成立指挥部，并把名单报市防汛指挥部办公室。"],
            issue.Documents[1].Blocks.Where(b => b.Kind == BlockKind.Paragraph).Select(b => b.Text));
    }
}

using Livelihood.Gazettes.Domain;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>Manners of print that gazettes of different decades and places have, in issues written for the purpose.</summary>
public sealed class MannersTests
{
    private const string OrderNamedBeforeItsTitle = """
        YUNLING GAZETTE
        云岭市人民政府公报
        1996 第1号 (总号:9)
        一九九六年三月十五日

        目录
        云岭市人民政府令（第12号）
            云岭市河道采砂管理规定 (2)
        云岭市人民政府关于调整最低工资标准的通知 (5)
        云岭市人民政府任免通知 (7)

        云岭市人民政府令

        第12号

        现发布《云岭市河道采砂管理规定》，自发布之日起施行。

        市 长 乙二

        一九九六年二月一日

        云岭市河道采砂管理规定

        第一条 为加强河道采砂管理，制定本规定。
        第二条 采砂必须领取许可证。
        第三条 本规定自发布之日起施行。

        云岭市人民政府关于调整最低工资标准的通知

        云政发[1996]3号

        各县、区人民政府：
        经研究，将最低工资标准调整如下，请遵照执行。

        一九九六年二月十日

        云岭市人民政府任免通知

        云政任[1996]1号

        市人民政府决定：
        任命丙三为市水利局局长；
        免去丁四的市水利局局长职务。

        一九九六年二月十二日
        """;

    private const string PagesBeforeTitles = """
        云岭县人民政府公报
        1994年第4期
        （总第四期）
        云岭县人民政府办公室编　　一九九四年十二月三十日

        　　　　　　　　　　　目　　　录

        1　云岭县人民政府关于加快发展乡镇企业的决定
        6　云岭县人民政府批转县农业局关于搞好秋冬农田水利建设意见的通知
        11　云岭县人民政府关于授予李三等十名同志劳动模范称号的决定
        13　县长在全县教育工作会议上的讲话
        18　1994年云岭县大事记（7—12月）

        　　　　云岭县人民政府
        　　关于加快发展乡镇企业的决定
        　　（一九九四年八月十日）

        各乡、镇人民政府，县直各单位：
        　　乡镇企业是农村经济的重要支柱。为加快我县乡镇企业发展，特作如下决定。
        　　一、提高认识，加强领导。各乡镇要把发展乡镇企业摆上重要议事日程，主要领导
        亲自抓，分管领导具体抓，一级抓一级，层层抓落实。
        　　二、放宽政策，增加投入。
        　　（一）凡新办企业，三年内免征所得税。
        　　（二）银行、信用社要优先安排贷款。
        　　三、本决定自下发之日起执行。

        　　　　云岭县人民政府批转县农业局关于
        　　　搞好秋冬农田水利建设意见的通知
        　　　　　云政〔1994〕27号

        各乡、镇人民政府，县直有关单位：
        　　县人民政府同意县农业局《关于搞好秋冬农田水利建设的意见》，现转发给你们，请
        认真贯彻执行。
        　　　　　　　　　　　　　　　　云岭县人民政府
        　　　　　　　　　　　　　　　一九九四年九月二十日

        　　　关于搞好秋冬农田水利建设的意见
        　　　　　　县农业局
        　　　　（一九九四年九月十五日）
        县人民政府：
        　　今冬明春，全县要完成土石方三百万方。现提出如下意见：
        　　一、抓好水库除险。
        　　二、抓好渠道清淤。

        　　　　云岭县人民政府关于授予
        　　李三等十名同志劳动模范称号的决定
        　　　　　云政〔1994〕30号

        各乡、镇人民政府：
        　　县人民政府决定，授予下列同志劳动模范称号：
        　　李　三　　王　四　　赵　五　　钱　六
        　　孙　七　　周　八　　吴　九　　郑　十
        　　　　　　　　　　　　　　　一九九四年十月一日

        　　　　在全县教育工作会议上的讲话
        　　　　　　县长　王　五
        　　　　（一九九四年十月八日）
        同志们：
        　　这次会议很重要。我讲三点意见。
        　　一、教育是大事。
        　　二、教师要尊重。
        　　三、校舍要安全。

        　　　1994年云岭县大事记
        　　　　（7—12月）
        　　7月3日　县长王五到防汛一线检查工作。
        　　8月10日　县政府召开乡镇企业工作会议。
        　　12月1日　县自来水厂竣工。
        """;

    private const string AgenciesLeftOutOfTheContents = """
        2009 2
        YUNLINGSHI RENMIN ZHENGFU GONGBAO
        云岭市人民政府公报
        二○○九年第二期
        主 办：云岭市人民政府
        承 办：云岭市人民政府办公室
        编 辑：《云岭市人民政府公报》编辑部
        地 址：云岭市中心路1号
        邮 编：470000

        目 录
        【领导讲话】
        在全市经济工作会议上的讲话…………………………………甲一(1)
        【市政府令】
        云岭市城市绿化管理办法(市政府令第45号)………………(10)
        【市政府文件】
        云岭市人民政府关于 2008 年度目标考核结果的
        通报(云政〔2009〕6 号)………………………………………(16)
        云岭市人民政府关于加强农村公路养护的意
        见(云政〔2009〕8 号)…………………………………………(18)
        【市政府办公室文件】
        关于成立市汛期指挥部的通知(云政办〔2009〕15 号)………(22)
        【大事记】
        2009 年 1 月—2 月………………………………………………(24)

        在全市经济工作会议上的讲话
        中共云岭市委副书记、市长 甲 一
        (2009年1月12日)

        同志们:
        　　今天召开全市经济工作会议,主要任务是总结去年工作,部署今年任务。
        　　一、去年工作回顾
        　　去年全市生产总值增长 12.5%,财政收入增长 15.3%。
        　　(一)工业较快增长。规模以上工业增加值增长 18%。
        　　(二)农业连年丰收。粮食总产达到 12 亿公斤。
        　　二、今年工作安排
        　　今年要抓好十件实事。

        云岭市人民政府令
        第45号

        　　《云岭市城市绿化管理办法》已经 2009 年 1 月 5 日市政府第 12 次常务会
        议审议通过,现予公布,自 2009 年 3 月 1 日起施行。

        　　　　　　　　　　　　　　　　　　市　长　甲　一
        　　　　　　　　　　　　　　　　　　二○○九年一月二十日

        云岭市城市绿化管理办法

        第一章　总　则
        　　第一条　为加强城市绿化,改善环境,根据国务院《城市绿化条例》,制定本办
        法。
        　　第二条　本市建成区内的绿化适用本办法。
        第二章　法律责任
        　　第三条　违反本办法第二条规定的,责令改正。
        　　第四条　本办法自2009年3月1日起施行。1998年6月发布的《云岭市城市绿化规
        定》(市政府令第3号)同时废止。

        云岭市人民政府
        关于2008年度目标考核结果的通报
        云政〔2009〕6号

        各县(区)人民政府:
        　　2008年度目标考核结果如下:
        　　一等奖:云岭县、城东区。
        　　二等奖:城西区。
        　　　　　　　　　　　　　　　　　　二○○九年二月三日

        云岭市人民政府
        关于加强农村公路养护的意见
        云政〔2009〕8号

        各县(区)人民政府:
        　　农村公路要做到有路必养。
        　　1、县道由县养。
        　　2、乡道由乡养。
        　　　　　　　　　　　　　　　　　　二○○九年二月十日

        云岭市人民政府办公室
        关于成立市汛期指挥部的通知
        云政办〔2009〕15号

        各县(区)人民政府:
        　　经研究,成立市汛期指挥部,其组成人员如下:
        　　指 挥 长:甲　一(市长)
        　　副指挥长:乙　二(副市长)
        　　成　　员:丙　三(市水利局局长)
        　　　　　　　丁　四(市气象局局长)
        　　指挥部办公室设在市水利局。
        　　　　　　　　　　　　　　　　　　二○○九年二月十六日

        2009年1月—2月大事记

        1月
        　　5日　市政府召开第12次常务会议。
        　　12日　全市经济工作会议召开。
        2月
        　　3日　市长甲一到城东区调研。
        """;

    private const string OrderWithAnEntryOfItsOwn = """
        云岭市人民政府公报
        2005年第4期（总第30期）
        目录
        市政府令
        云岭市人民政府令　第21号………………………………（1）
        云岭市户外广告管理办法……………………………（1）
        市政府文件
        云岭市人民政府关于公布行政审批事项的公告…………（5）
        云岭市人民政府令
        第21号
        《云岭市户外广告管理办法》已经市人民政府常务会议通过，现予发布。
        市长 甲一
        二〇〇五年四月二日
        云岭市户外广告管理办法
        第一条 为了规范户外广告，制定本办法。
        第二条 户外广告应当安全。
        第三条 本办法自发布之日起施行。
        云岭市人民政府
        关于公布行政审批事项的公告
        根据国务院要求，现将我市保留的行政审批事项公告如下：
        一、建设用地审批。
        二、取水许可。
        特此公告。
        二〇〇五年四月十日
        """;

    private static PrintedIssue Read(string text)
    {
        Assert.True(GazetteReader.TryRead(text, out var issue, out var refusal), refusal?.Message);
        return issue;
    }

    private static IEnumerable<(string Title, string? Number, int? Page)> Heads(PrintedIssue issue) => issue.Documents.Select(d => (d.Title, d.Number?.ToString(), d.Page));

    [Fact]
    public void AnOrder_NamedBeforeItsTitleInTheContents_EndsWhereTheNextDocumentBegins()
    {
        var issue = Read(OrderNamedBeforeItsTitle);

        Assert.Equal(
            [("云岭市河道采砂管理规定", "云岭市人民政府令第12号", 2), ("云岭市人民政府关于调整最低工资标准的通知", "云政发〔1996〕3号", 5), ("云岭市人民政府任免通知", "云政任〔1996〕1号", (int?)7)],
            Heads(issue));
        Assert.Equal(["市长乙二"], issue.Documents[0].Signature);
        Assert.Empty(issue.Doubts);
    }

    [Fact]
    public void AnOrder_WithoutItsEntry_DoesNotTakeTheTitleOfTheNextDocument()
    {
        var issue = Read(OrderNamedBeforeItsTitle.Replace("云岭市人民政府令（第12号）\n    云岭市河道采砂管理规定 (2)\n", "", StringComparison.Ordinal));

        Assert.Equal(["云岭市河道采砂管理规定", "云岭市人民政府关于调整最低工资标准的通知", "云岭市人民政府任免通知"], issue.Documents.Select(d => d.Title));
    }

    [Fact]
    public void PagesBeforeTitles_ATitleThatBeginsWithAYear_AndASpeechWhoseSpeakerOnlyTheContentsName()
    {
        var issue = Read(PagesBeforeTitles);

        Assert.Equal([1, 6, 11, 13, 18], issue.Documents.Select(d => d.Page));
        Assert.Equal(["在全县教育工作会议上的讲话", "1994年云岭县大事记（7—12月）"], issue.Documents.Skip(3).Select(d => d.Title));
        Assert.Equal(new DateOnly(1994, 10, 8), issue.Documents[3].FormedOn);
    }

    [Fact]
    public void PersonsNamedAboveADate_SignNothing() => Assert.Empty(Read(PagesBeforeTitles).Documents[2].Signature);

    [Fact]
    public void AgenciesLeftOutOfTheContents_BelongToTheTitleBelowThem()
    {
        var issue = Read(AgenciesLeftOutOfTheContents);

        Assert.Equal("云岭市人民政府办公室关于成立市汛期指挥部的通知", issue.Documents[4].Title);
        Assert.Equal("二〇〇九年二月十日", issue.Documents[3].Blocks[^1].Text);
        Assert.DoesNotContain(issue.Doubts, x => x.Code == DoubtCode.NumberDiffers);
        Assert.Contains(issue.Documents[5].Blocks, x => x.Text == "2月");
    }

    [Fact]
    public void LabelsSideBySide_AndALabelBehindItsAgency()
    {
        var several = Read(AgenciesLeftOutOfTheContents.Replace("主 办：云岭市人民政府\n承 办", "主管：云岭市委    主办：云岭市人民政府    印数：200\n承 办", StringComparison.Ordinal));
        Assert.Equal("云岭市人民政府", several.Masthead.Publisher);
        Assert.Contains(several.Masthead.Fields, x => x is { Label: "印数", Value: "200" });

        Assert.Equal("云岭市人民政府办公室", Read(AgenciesLeftOutOfTheContents.Replace("主 办：云岭市人民政府\n", "云岭市人民政府办公室主办\n", StringComparison.Ordinal)).Masthead.Publisher);
    }

    [Fact]
    public void AnOfficialBelowASentence_Signs_AndIsNoPartOfIt()
    {
        var order = Read(OrderNamedBeforeItsTitle.Replace("自发布之日起施行。\n\n市 长 乙二", "自发布之日起施行。\n市  长  乙  二", StringComparison.Ordinal)).Documents[0];

        Assert.Equal(["市长乙二"], order.Signature);
        Assert.Contains(order.Blocks, x => x.Text == "现发布《云岭市河道采砂管理规定》，自发布之日起施行。");
    }

    [Fact]
    public void AnOrder_WithAnEntryOfItsOwn_IsADocumentOfItsOwn()
    {
        var issue = Read(OrderWithAnEntryOfItsOwn);

        Assert.Equal(
            [("云岭市人民政府令第21号", "云岭市人民政府令第21号", 1), ("云岭市户外广告管理办法", null, 1), ("云岭市人民政府关于公布行政审批事项的公告", null, (int?)5)],
            Heads(issue));
        Assert.DoesNotContain(issue.Doubts, x => x.Code is DoubtCode.DocumentMissing or DoubtCode.EntryMissing);
    }
}

using Livelihood.Gazettes.Domain;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

/// <summary>What optical reading does to a line, and what is set right.</summary>
public sealed class CorrectionTests
{
    private static string Corrected(string line) => IssueSource.From(line).Lines[0];

    [Theory]
    [InlineData("各有关部门要提高认识,加强领导;明确责任,抓好落实.", "各有关部门要提高认识，加强领导；明确责任，抓好落实。")]
    [InlineData("各县(市、区)人民政府:", "各县（市、区）人民政府：")]
    [InlineData("(一)提高认识｡", "（一）提高认识。")]
    [InlineData("(1)清理河道｡", "（1）清理河道。")]
    [InlineData("同比增长8%,其中工业增长9%;", "同比增长8%，其中工业增长9%；")]
    [InlineData("怎么办?马上办!", "怎么办？马上办！")]
    [InlineData("落实\"放管服\"改革要求,简化程序。", "落实“放管服”改革要求，简化程序。")]
    [InlineData("国内生产总值(GDP)增长5%,", "国内生产总值（GDP）增长5%，")]
    [InlineData("本办法--以下简称办法--自发布之日起施行。", "本办法——以下简称办法——自发布之日起施行。")]
    [InlineData("电 话:0398-1234567", "电 话：0398-1234567")]
    public void HalfWidthPunctuation_InChineseText_IsSetRight(string printed, string expected) => Assert.Equal(expected, Corrected(printed));

    [Theory]
    [InlineData("增长3.5个百分点，达到1,234.5亿元。")]
    [InlineData("每日8:30至17:30受理，比例为3:1。")]
    [InlineData("网址：http://www.example.gov.cn/a?b=1,2;c=(3)")]
    [InlineData("邮箱：a.b@example.cn")]
    [InlineData("Smith, J. (2008). Water; a report: draft?")]
    [InlineData("第一章 总 则")]
    [InlineData("目　录")]
    [InlineData("张 三 云岭市水利局")]
    [InlineData("云岭市人民政府 关于做好春灌工作的通知")]
    [InlineData("第一条 为了保障供水，制定本办法。")]
    [InlineData("1. 清淤。三年内清完。")]
    [InlineData("序号  项目 内容  责任单位  期限")]
    [InlineData("云岭市人民政府关于做好春灌工作的通知……………(3)")]
    [InlineData("云岭市人民政府关于做好春灌工作的通知.......... 3")]
    [InlineData("一.总的要求")]
    [InlineData("联系电话(0398)1234567")]
    [InlineData("使用 Windows 系统，型号A1O2、O2和CO2。")]
    [InlineData("函数 f(x)=x^n，价格5$到6$。")]
    [InlineData("| 项目 甲 | 单位 |")]
    [InlineData("A&B公司；R&D经费")]
    public void WhatIsRight_IsLeftAlone(string line) => Assert.Equal(line, Corrected(line));

    [Theory]
    [InlineData("云政〔2021〕 5号", "云政〔2021〕5号")]
    [InlineData("云政[2021]5号", "云政〔2021〕5号")]
    [InlineData("云政﹝2021﹞5号", "云政〔2021〕5号")]
    [InlineData("云政办(2021)第12号", "云政办〔2021〕第12号")]
    [InlineData("根据《关于修路的通知》(云政办发[1998]7号)的要求,抓紧落实。", "根据《关于修路的通知》（云政办发〔1998〕7号）的要求，抓紧落实。")]
    [InlineData("云政【95】7 号", "云政〔95〕7号")]
    public void BracketsOfNumbers_AreSetRight(string printed, string expected) => Assert.Equal(expected, Corrected(printed));

    [Theory]
    [InlineData("自 2019 年 5 月 15 日起施行，原办法 同时废止。", "自2019年5月15日起施行，原办法同时废止。")]
    [InlineData("2019 年 6 月 11 日", "2019年6月11日")]
    [InlineData("各县 ( 市、区 ) 人民政府：", "各县（市、区）人民政府：")]
    [InlineData("为 进 一 步 做 好 全 市 防 汛 抗 旱 工 作", "为进一步做好全市防汛抗旱工作")]
    [InlineData("到20 19年底全部完成，", "到2019年底全部完成，")]
    [InlineData("占 40 %，比上年提高 2 个百分点。", "占40%，比上年提高2个百分点。")]
    public void StraySpaces_AreTakenOut(string printed, string expected) => Assert.Equal(expected, Corrected(printed));

    [Fact]
    public void ALineBetweenTwoOfRunningText_IsRunningTextToo() =>
        Assert.Equal(
            "建设资金要按照分级负担和专款专用的原则由市县两级财政",
            IssueSource.From("各地要高度重视，把农村公路的养护放在重要位置，\n建设资金要按照分级负担 和专款专用的原则由市县 两级财政\n分别安排，不得挪用。").Lines[1]);

    [Theory]
    [InlineData("$PM_{2.5}$平均浓度下降。", "PM2.5平均浓度下降。")]
    [InlineData("PM_{10}平均浓度为85μg/m^{3}。", "PM10平均浓度为85μg/m³。")]
    [InlineData("占比达到35\\%以上", "占比达到35%以上")]
    [InlineData("优良天数比例达到$62.2\\%$。", "优良天数比例达到62.2%。")]
    [InlineData("温度不低于$18^{\\circ}\\mathrm{C}$。", "温度不低于18℃。")]
    [InlineData("浓度控制在$60 \\mu \\mathrm{g} / \\mathrm{m}^{3}$以下", "浓度控制在60μg/m³以下")]
    [InlineData("CO_{2}排放、SO_2排放", "CO2排放、SO2排放")]
    [InlineData("面积$\\geq 200m^{2}$的", "面积≥200m²的")]
    public void FormulaRemains_BecomePlainText(string printed, string expected) => Assert.Equal(expected, Corrected(printed));

    [Theory]
    [InlineData("第一条&nbsp;为了保障供水。", "第一条 为了保障供水。")]
    [InlineData("浓度&lt;60，温度&gt;18", "浓度<60，温度>18")]
    [InlineData("甲&middot;乙", "甲·乙")]
    public void Entities_BecomeTheirSigns(string printed, string expected) => Assert.Equal(expected, Corrected(printed));

    [Theory]
    [InlineData("二○○八年四月一日", "二〇〇八年四月一日")]
    [InlineData("二OO八年四月一日", "二〇〇八年四月一日")]
    [InlineData("2O19年6月11日", "2019年6月11日")]
    [InlineData("投资1l0万元，新建1O0套。", "投资110万元，新建100套。")]
    [InlineData("共5O个，完成率2O%。", "共50个，完成率20%。")]
    public void LookAlikes_AreSetRightWhereOnlyOneReadingIsPossible(string printed, string expected) => Assert.Equal(expected, Corrected(printed));

    [Fact]
    public void OneCorrection_CanBeReverted_TheOthersStay()
    {
        const string Line = "认识,领导(市、区)8%,";
        var made = IssueSource.From(Line);
        Assert.Equal(["1:3:Punctuation", "1:6:Punctuation", "1:10:Punctuation", "1:13:Punctuation"], made.Corrections.Select(c => c.Key));

        var without = IssueSource.From(Line, new() { Reverted = new HashSet<string> { "1:6:Punctuation", "1:10:Punctuation" } });

        Assert.Equal("认识，领导(市、区)8%，", without.Lines[0]);
        Assert.Equal(2, without.Corrections.Count);
    }
}

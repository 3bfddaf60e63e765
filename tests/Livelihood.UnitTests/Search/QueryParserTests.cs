using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Queries;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class QueryParserTests
{
    [Theory]
    [InlineData("断头路", "断头路")]
    [InlineData("断头路　改造", "断头路|改造")]
    [InlineData("断头路，改造、建设", "断头路|改造|建设")]
    [InlineData("\"断头路 改造\"", "“断头路 改造”")]
    [InlineData("“断头路”改造", "“断头路”|改造")]
    [InlineData("2019年 公路", "2019 年|公路")]
    [InlineData("covid-19 a.b", "covid 19|a b")]
    [InlineData("断头路 断头路", "断头路")]
    public void Parse_WordsAndPhrases_AreTakenApart(string text, string words) => Assert.Equal(words, Show(QueryParser.Parse(text).Words));

    [Theory]
    [InlineData("公路 -断头路", "断头路")]
    [InlineData("公路 －断头路", "断头路")]
    [InlineData("公路 -\"断头 路\"", "断头 路")]
    [InlineData("公路-断头路", "")]
    public void Parse_Minus_Excludes(string text, string excluded) =>
        Assert.Equal(excluded, string.Join('|', QueryParser.Parse(text).Excluded.Select(w => w.Shown)));

    [Theory]
    [InlineData("残疾儿童康复救助标准是多少", "残疾儿童康复救助标准")]
    [InlineData("什么是断头路", "断头路")]
    [InlineData("答复期限是多久", "答复期限")]
    [InlineData("公租房怎么申请？", "公租房|申请")]
    [InlineData("是多少", "是多少")]
    [InlineData("\"是多少\"", "“是多少”")]
    public void Parse_Question_KeepsWhatIsAskedFor(string text, string words) => Assert.Equal(words, Show(QueryParser.Parse(text).Words));

    [Theory]
    [InlineData("三政办[2019]8号")]
    [InlineData("三政办〔2019〕8号")]
    [InlineData("三政办（２０１９）８号")]
    [InlineData("三政办2019 8")]
    [InlineData("《三政办〔2019〕8号》")]
    [InlineData("三政办 2019年8号")]
    [InlineData("三 政 办 2019年第8号")]
    public void Parse_DocumentNumber_IsRecognised(string text) =>
        Assert.Equal(new DocumentNumberQuery("三政办", 2019, 8), QueryParser.Parse(text).Number);

    [Theory]
    [InlineData("2019 8")]
    [InlineData("2019年8号")]
    [InlineData("〔2019〕8号")]
    public void Parse_YearAndSerial_AreANumberWithoutAgency(string text) =>
        Assert.Equal(new DocumentNumberQuery(null, 2019, 8), QueryParser.Parse(text).Number);

    [Fact]
    public void Parse_NumberAmongWords_IsOneWord()
    {
        var query = QueryParser.Parse("三政办〔2019〕8号 断头路");

        Assert.Null(query.Number);
        Assert.Equal([new DocumentNumberQuery("三政办", 2019, 8)], query.Numbers);
        Assert.Equal(["三政办〔2019〕8号", "断头路"], query.Words.Select(w => w.Shown));
    }

    [Theory]
    [InlineData("三政办2019年8号 断头路", "三政办", "三政办2019年8号", "断头路")]
    [InlineData("三政办2019年8号断头路", "三政办", "三政办2019年8号", "断头路")]
    [InlineData("断头路 三政办２０１９ 第８号文件", "三政办", "三政办２０１９ 第８号文件", "断头路")]
    [InlineData("三政办二〇一九年第八号断头路", "三政办", "三政办二〇一九年第八号", "断头路")]
    [InlineData("关于三政办2019-8号文的断头路", "三政办", "三政办2019-8号文", "关于|的断头路")]
    [InlineData("2019年8号 断头路", null, "2019年8号", "断头路")]
    [InlineData("断头路 改造 2019年8号", null, "2019年8号", "断头路|改造")]
    [InlineData("断头路 三政办〔2019〕8号", "三政办", "三政办〔2019〕8号", "断头路")]
    public void Parse_NumberInTheMidstOfWords_IsOneWord(string text, string? code, string number, string words)
    {
        var query = QueryParser.Parse(text);

        Assert.Null(query.Number);
        Assert.Equal([new DocumentNumberQuery(code, 2019, 8)], query.Numbers);
        Assert.Equal([number, .. words.Split('|')], query.Words.Select(w => w.Shown));
        Assert.Equal([.. words.Split('|'), .. code is null ? Array.Empty<string>() : [code]], query.WithoutNumbers().Words.Select(w => w.Shown));
        Assert.Equal(query.Numbers, query.Loosen().Numbers);
    }

    [Theory]
    [InlineData("2019年8月8号 断头路")]
    [InlineData("2019年3号楼 改造")]
    [InlineData("电话12019年8号 断头")]
    [InlineData("2019年8号令 断头")]
    [InlineData("文件 2119年8号 断头")]
    [InlineData("2019年0号 断头")]
    public void Parse_WhatIsCountedOtherwise_IsNoNumber(string text) => Assert.Empty(QueryParser.Parse(text).Numbers);

    [Theory]
    [InlineData("“三政办〔2019〕8号” 断头路", "“三政办 2019 8 号”|断头路")]
    [InlineData("\"2019年8号\"", "“2019 年 8 号”")]
    [InlineData("“断头路” 三政办2019年8号", "三政办2019年8号|“断头路”")]
    public void Parse_NumberInQuotes_IsAPhrase(string text, string words) => Assert.Equal(words, Show(QueryParser.Parse(text).Words));

    [Theory]
    [InlineData("断头路 -三政办〔2019〕8号")]
    [InlineData("断头路 －三政办2019年8号")]
    public void Parse_NumberAfterAMinus_IsExcluded(string text)
    {
        var query = QueryParser.Parse(text);

        Assert.Equal(["断头路"], query.Words.Select(w => w.Shown));
        Assert.Equal(new DocumentNumberQuery("三政办", 2019, 8), Assert.Single(query.Excluded).Number);
    }

    [Fact]
    public void WithoutNumbers_NumberByName_Stays() =>
        Assert.Equal([new DocumentNumberQuery(null, 2019, 8)], QueryParser.Parse("文号:2019年8号 断头路").WithoutNumbers().Numbers);

    [Fact]
    public void WithoutNumbers_NothingElse_TakesTheirLetters() =>
        Assert.Equal(["2019 年 8 号", "2020 年 9 号"], QueryParser.Parse("2019年8号、2020年9号").WithoutNumbers().Words.Select(w => w.Shown));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Parse_Nothing_SaysNothing(string? text)
    {
        var query = QueryParser.Parse(text);

        Assert.True(query.IsEmpty);
        Assert.Empty(query.Notices);
    }

    [Theory]
    [InlineData("！@#￥%……&*（）", "没有可以查找的文字")]
    [InlineData("\0\u202E\u200B", "没有可以查找的文字")]
    [InlineData("\u3164\u3164", "没有可以查找的文字")]
    [InlineData("-断头路", "只有要排除的词")]
    [InlineData("\"断头路", "引号没有成对")]
    public void Parse_WhatCannotBeMeant_IsSaid(string text, string notice) =>
        Assert.StartsWith(notice, Assert.Single(QueryParser.Parse(text).Notices));

    /// <summary>The text of a query is quoted on pages, where such signs would turn sentences around.</summary>
    [Theory]
    [InlineData("\u202E断头\u200B路\u2069", "断头路")]
    [InlineData("断头路\u0007农村\r\n公路", "断头路 农村  公路")]
    [InlineData("\u3164断头路\uFFA0", "断头路")]
    public void Parse_SignsThatNobodySees_AreNotInItsText(string typed, string text)
    {
        var query = QueryParser.Parse(typed);

        Assert.Equal(text, query.Text);
        Assert.Equal(Show(QueryParser.Parse(text).Words), Show(query.Words));
    }

    [Fact]
    public void Parse_TenThousandCharacters_TakesTheFirst()
    {
        var query = QueryParser.Parse(string.Concat(Enumerable.Repeat("断头路 ", 2500)));

        Assert.Equal("断头路", Show(query.Words));
        Assert.StartsWith("查询词太长", Assert.Single(query.Notices));
    }

    [Fact]
    public void Parse_TooManyWords_TakesTheFirst()
    {
        var query = QueryParser.Parse(string.Join(' ', Enumerable.Range(1, 40).Select(i => $"第{i}")));

        Assert.Equal(QueryParser.MostWords, query.Words.Count);
        Assert.StartsWith("查询词太多", Assert.Single(query.Notices));
    }

    [Theory]
    [InlineData("标题:断头路", "断头路@Title")]
    [InlineData("标题：断头路 资金", "断头路@Title|资金")]
    [InlineData("标题:“断头路 整治” 资金", "断头路@Title|整治@Title|资金")]
    [InlineData("发文机关:财政局 资金", "资金")]
    [InlineData("日期:2019..2021 资金", "资金")]
    [InlineData("文号:2019年8号", "2019年8号")]
    [InlineData("副标题:断头路", "副标题|断头路")]
    public void Parse_NamedParts_AreTakenApart(string text, string words) =>
        Assert.Equal(words, string.Join('|', QueryParser.Parse(text).Words.Select(w => w.Shown + (w.Forms[0].Column is { } column ? $"@{column}" : ""))));

    [Fact]
    public void Parse_NumberByName_IsTheNumber() =>
        Assert.Equal(new DocumentNumberQuery(null, 2019, 8), QueryParser.Parse("文号:2019年8号").Number);

    [Theory]
    [InlineData("日期:去年 断头路", "“去年”不像日期")]
    [InlineData("日期:2021..2019 断头路", "“2021..2019”的先后颠倒了，按2019-01-01至2021-12-31查找。")]
    [InlineData("文号:断头路", "“断头路”不像文号")]
    public void Parse_NamedPartThatMakesNoSense_IsSaid(string text, string notice) =>
        Assert.StartsWith(notice, Assert.Single(QueryParser.Parse(text).Notices));

    [Fact]
    public void Parse_AgencyAndDateAlone_AreAQuery()
    {
        var query = QueryParser.Parse("发文机关:财政局 日期:2019");

        Assert.False(query.IsEmpty);
        Assert.Empty(query.Notices);
        Assert.Equal(["财政局"], query.Agencies);
    }

    [Fact]
    public void Parse_AnyInput_IsBounded() =>
        Scribble.Holds(Scribble.Text, text =>
        {
            var query = QueryParser.Parse(text);
            return query.Words.Count <= QueryParser.MostWords && query.Excluded.Count <= QueryParser.MostWords
                && query.Words.All(w => w.Phrase.Count <= QueryParser.LongestText + 1 && w.Pattern.Trim().Length > 0);
        });

    [Theory]
    [InlineData("农村公路的建设标准", "农村 公路 建设 标准")]
    [InlineData("断头路改", "")]
    [InlineData("第三十三条", "")]
    [InlineData("\"农村公路建设\"", "")]
    public void Pieces_LongWord_LeaveOutWhatOnlyJoins(string text, string pieces) =>
        Assert.Equal(pieces, string.Join(' ', Assert.Single(QueryParser.Parse(text).Words).Pieces));

    private static string Show(IEnumerable<QueryWord> words) =>
        string.Join('|', words.Select(w => w.IsExact ? $"“{w.Shown}”" : w.Shown));
}

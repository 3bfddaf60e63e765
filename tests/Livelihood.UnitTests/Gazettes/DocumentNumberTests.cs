using FsCheck;
using FsCheck.Fluent;
using Livelihood.Content.Documents;
using Xunit;

namespace Livelihood.UnitTests.Gazettes;

public sealed class DocumentNumberTests
{
    [Theory]
    [InlineData("云政办〔2019〕8号")]
    [InlineData("云政办[2019]8号")]
    [InlineData("云政办［2019］8号")]
    [InlineData("云政办（2019）8号")]
    [InlineData("云政办(2019)8号")]
    [InlineData("云政办【2019】8号")]
    [InlineData("云政办﹝2019﹞8号")]
    [InlineData("云政办<2019>8号")]
    [InlineData("云政办〔2019]8号")]
    [InlineData("云政办〔2019 8号")]
    [InlineData("云政办2019〕8号")]
    [InlineData("云政办〔２０１９〕８号")]
    [InlineData(" 云政办 〔 2019 〕 8 号 ")]
    [InlineData("云政办　〔2019〕　第　8　号")]
    [InlineData("云政办〔2019〕第8号")]
    [InlineData("云政办〔2019〕第08号")]
    [InlineData("云政办〔2019〕008")]
    [InlineData("云政办2019 8号")]
    [InlineData("云政办2019 8")]
    [InlineData("云政办2019年8号")]
    [InlineData("云政办2019年第8号")]
    [InlineData("云政办第〔2019〕8号")]
    [InlineData("（云政办〔2019〕8号）")]
    [InlineData("云政办〔二〇一九〕八号")]
    [InlineData("云政办〔2019年〕8号")]
    [InlineData("云政办〔2019〕8号文件")]
    [InlineData("云政办〖2019〗8号")]
    [InlineData("云政办〈2019〉8号")]
    [InlineData("云政办{2019}8号")]
    [InlineData("云政办｛2019｝8号")]
    [InlineData("云政办〔二○一九〕8号")]
    [InlineData("云政办〔二零一九〕8号")]
    [InlineData("云政办〔二O一九〕八号")]
    [InlineData("云政办〔2019〕8號")]
    [InlineData("云政办2019-8")]
    [InlineData("云政办2019—8号")]
    [InlineData("云政办〔2019－8〕")]
    [InlineData("云政办(2019) 8")]
    public void TryParse_AnyWayOfWriting_IsOneNumber(string written)
    {
        Assert.True(DocumentNumber.TryParse(written, out var number));
        Assert.Equal(new DocumentNumber("云政办", 2019, 8), number);
        Assert.Equal("云政办〔2019〕8号", number.ToString());
    }

    [Theory]
    [InlineData("云政〔95〕3号", "云政〔1995〕3号")]
    [InlineData("国办公开办函〔2019〕61号", "国办公开办函〔2019〕61号")]
    [InlineData("中华人民共和国国务院令第711号", "国务院令第711号")]
    [InlineData("国务院令 第 711 号", "国务院令第711号")]
    [InlineData("中华人民共和国主席令（第二十四号）", "主席令第24号")]
    [InlineData("云岭市人民政府令第三十五号", "云岭市人民政府令第35号")]
    [InlineData("国家税务总局公告2019年第14号", "国家税务总局公告2019年第14号")]
    [InlineData("国家发展改革委令 2019 年 第 3 号", "国家发展改革委令2019年第3号")]
    [InlineData("云政〔九五〕3号", "云政〔1995〕3号")]
    [InlineData("云政字〔2OO9〕3号", null)]
    [InlineData("云政字（二OO九）第三号", "云政字〔2009〕3号")]
    [InlineData("SMX政办函〔2019〕二百零七号", "SMX政办函〔2019〕207号")]
    [InlineData("云政办发〔2019〕一千二百三十四号", "云政办发〔2019〕1234号")]
    [InlineData("国务院第711号令", "国务院令第711号")]
    [InlineData("中华人民共和国国务院第711号令", "国务院令第711号")]
    [InlineData("云岭市人民政府第三十五号令", "云岭市人民政府令第35号")]
    [InlineData("国家税务总局2019年第14号公告", "国家税务总局公告2019年第14号")]
    [InlineData("主席令第四十二号", "主席令第42号")]
    public void TryParse_OtherSorts_AreWrittenCanonically(string written, string? canonical)
    {
        Assert.Equal(canonical is not null, DocumentNumber.TryParse(written, out var number));
        Assert.Equal(canonical, number?.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("云政办")]
    [InlineData("2019 8")]
    [InlineData("2019年8月")]
    [InlineData("2019年8月8日")]
    [InlineData("云政办〔2019〕")]
    [InlineData("云政办〔2019〕0号")]
    [InlineData("云政办〔1848〕8号")]
    [InlineData("云政办〔2019〕8号的通知")]
    [InlineData("这是一句很长的话而不是什么代字〔2019〕8号")]
    [InlineData("令第5号")]
    public void TryParse_NoNumber_IsRefused(string? written) => Assert.False(DocumentNumber.TryParse(written, out _));

    [Theory]
    [InlineData("2019 8", null, 2019, 8)]
    [InlineData("2019年8号", null, 2019, 8)]
    [InlineData("〔2019〕8号", null, 2019, 8)]
    [InlineData("2019年第8号", null, 2019, 8)]
    [InlineData("云政办8号", "云政办", null, 8)]
    [InlineData("云政办[2019]8", "云政办", 2019, 8)]
    [InlineData("(2019) 8", null, 2019, 8)]
    [InlineData("2019-8", null, 2019, 8)]
    [InlineData("云政办2019年八号", "云政办", 2019, 8)]
    [InlineData("二〇一九年第八号", null, 2019, 8)]
    public void TryParseQuery_Partial_AsksForWhatIsThere(string typed, string? code, int? year, int serial)
    {
        Assert.True(DocumentNumber.TryParseQuery(typed, out var query));
        Assert.Equal(new DocumentNumberQuery(code, year, serial), query);
        Assert.True(query.Matches(new DocumentNumber("云政办", 2019, 8)));
        Assert.False(query.Matches(new DocumentNumber("云政办", 2019, 9)));
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("20198")]
    [InlineData("断头路")]
    [InlineData("第8号")]
    [InlineData("2019年8月")]
    [InlineData("2019-08")]
    [InlineData("2019-8-8")]
    [InlineData("0398-2816123")]
    [InlineData("13800001234")]
    public void TryParseQuery_OrdinaryWords_AreNone(string typed) => Assert.False(DocumentNumber.TryParseQuery(typed, out _));

    [Fact]
    public void TryParse_ManySpaces_AreOneAndTakeNoTime()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();

        for (var spaces = 1; spaces <= 45; spaces++)
        {
            Assert.True(DocumentNumber.TryParse("云政" + new string(' ', spaces) + "办〔2014〕10号", out var number));
            Assert.Equal(new DocumentNumber("云政办", 2014, 10), number);
        }

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }

    [Fact]
    public void FindAll_InARunningText_GivesEachWithItsPlace()
    {
        const string Text = "根据省政办〔2016〕207号和云政[2017]第3号，转发云政办（2018）12号文件；《某条例》（国务院令第711号）；从府办〔2019〕4号。";

        var found = DocumentNumber.FindAll(Text);

        Assert.Equal(
            ["省政办〔2016〕207号", "云政〔2017〕3号", "云政办〔2018〕12号", "国务院令第711号", "从府办〔2019〕4号"],
            found.Select(f => f.Number.ToString()));
        Assert.Equal(
            ["省政办〔2016〕207号", "云政[2017]第3号", "云政办（2018）12号", "国务院令第711号", "从府办〔2019〕4号"],
            found.Select(f => Text.Substring(f.Start, f.Length)));
    }

    [Theory]
    [InlineData("见云政〔2016〕207号、208号", "云政〔2016〕207号=云政〔2016〕207号 云政〔2016〕208号=208号")]
    [InlineData("见云政〔2016〕207、209号文件", "云政〔2016〕207号=云政〔2016〕207 云政〔2016〕209号=209号")]
    [InlineData("云政〔2016〕3号和第4号及5号", "云政〔2016〕3号=云政〔2016〕3号 云政〔2016〕4号=第4号 云政〔2016〕5号=5号")]
    [InlineData("云政〔2016〕207号至210号", "云政〔2016〕207号=云政〔2016〕207号 云政〔2016〕210号=210号")]
    [InlineData("云政〔2016〕207—210号", "云政〔2016〕207号=云政〔2016〕207 云政〔2016〕210号=210号")]
    [InlineData("云政〔2016〕3号、〔2017〕8号", "云政〔2016〕3号=云政〔2016〕3号 云政〔2017〕8号=〔2017〕8号")]
    [InlineData("云政〔2016〕3号、云政办〔2018〕4号", "云政〔2016〕3号=云政〔2016〕3号 云政办〔2018〕4号=云政办〔2018〕4号")]
    [InlineData("云政〔2016〕3号，2019年8月印发", "云政〔2016〕3号=云政〔2016〕3号")]
    [InlineData("云政〔2016〕3号、5号楼", "云政〔2016〕3号=云政〔2016〕3号")]
    [InlineData("国务院第711号令修订，2017年国务院第687号令公布", "国务院令第711号=国务院第711号令 国务院令第687号=国务院第687号令")]
    [InlineData("国家税务总局2019年第14号公告", "国家税务总局公告2019年第14号=国家税务总局2019年第14号公告")]
    [InlineData("依照国务院办公厅国办发〔2019〕8号", "国办发〔2019〕8号=国办发〔2019〕8号")]
    [InlineData("市政府云政〔二〇一九〕八号", "云政〔2019〕8号=云政〔二〇一九〕八号")]
    [InlineData("云岭市人民政府〔2019〕8号", "云岭市人民政府〔2019〕8号=云岭市人民政府〔2019〕8号")]
    [InlineData("财政厅、教育厅（云财〔2019〕12号、云教〔2019〕3号）", "云财〔2019〕12号=云财〔2019〕12号 云教〔2019〕3号=云教〔2019〕3号")]
    [InlineData("同时停止施行云政办字〔95〕第08号", "云政办字〔1995〕8号=云政办字〔95〕第08号")]
    public void FindAll_ListsAndOrders_GiveEachNumber(string text, string expected) => Assert.Equal(
        expected, string.Join(' ', DocumentNumber.FindAll(text).Select(f => $"{f.Number}={text.Substring(f.Start, f.Length)}")));

    [Fact]
    public void FindAll_WhatIsNoNumber_IsNeverTaken() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(5000), Prop.ForAll(NoNumbers(), text =>
        Assert.True(DocumentNumber.FindAll(text).Count == 0, string.Join(' ', DocumentNumber.FindAll(text).Select(f => f.Number)) + " in " + text)));

    [Fact]
    public void FindAll_FindsWhatStandsBetweenOrdinaryWords() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(NoNumbers(), Numbers(), (text, number) =>
        Assert.Equal([number], DocumentNumber.FindAll($"{text}。（{number}）{text}").Select(f => f.Number))));

    [Theory]
    [InlineData("〔2019〕1、2、3、")]
    [InlineData("云政〔2019〕8号、")]
    [InlineData("政政政政政政政政")]
    [InlineData("〔2019〕")]
    [InlineData("第第第第8号")]
    [InlineData("令 令 令 ")]
    [InlineData("2019年2019年")]
    [InlineData("    ")]
    public void FindAll_TakesTimeThatGrowsWithTheText(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 400_000 / piece.Length));
        DocumentNumber.FindAll(text[..20_000]);

        var clock = System.Diagnostics.Stopwatch.StartNew();
        DocumentNumber.FindAll(text);

        // A hundred times what a fast machine takes; a quadratic reading would take hours.
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
    }

    [Fact]
    public void Order_IsByCodeThenYearThenSerial()
    {
        string[] written = ["云政办〔2019〕10号", "云政〔2020〕1号", "云政办〔2018〕30号", "云政办〔2019〕9号", "云政〔2019〕2号"];

        var sorted = written.Select(w => DocumentNumber.TryParse(w, out var n) ? n : null!).Order().Select(n => n.ToString());

        Assert.Equal(["云政〔2019〕2号", "云政〔2020〕1号", "云政办〔2018〕30号", "云政办〔2019〕9号", "云政办〔2019〕10号"], sorted);
        Assert.True(new DocumentNumber("云政", 2019, 2) < new DocumentNumber("云政", 2019, 10));
    }

    [Fact]
    public void AnyText_NeverThrows_AndWhatIsFoundLiesInTheText() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(Texts(), text =>
    {
        Assert.True(DocumentNumber.TryParseQuery(text, out var query) || !DocumentNumber.TryParse(text, out _), "a full number is a query too");
        Assert.True(query is null || query.Serial > 0);
        var end = 0;
        foreach (var found in DocumentNumber.FindAll(text))
        {
            Assert.InRange(found.Start, end, text.Length);
            end = found.Start + found.Length;
            Assert.InRange(end, 0, text.Length);
            // In a list only the first number is written whole; what is written of the others fits.
            var written = text.Substring(found.Start, found.Length);
            Assert.True(DocumentNumber.TryParseQuery("云" + written, out var again) || DocumentNumber.TryParseQuery(written, out again), written);
            Assert.Equal(found.Number.Serial, again.Serial);
        }
    }));

    [Fact]
    public void CanonicalForm_ReadAgain_IsTheSame() => Prop.ForAll(Numbers(), number =>
    {
        Assert.True(DocumentNumber.TryParse(number.ToString(), out var again));
        Assert.Equal(number, again);
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<string> Texts() =>
        Gen.Elements("云", "政", "办", "令", "公告", "和", "第", "号", "〔", "〕", "[", "]", "（", "2019", "95", "8", "０", "一", "〇", " ", "　", "\n", "。", "a", "\ud83d")
            .ListOf().Select(string.Concat).ToArbitrary();

    private static Arbitrary<string> NoNumbers() =>
        (from n in Gen.Choose(1, 9999)
         from year in Gen.Choose(1949, 2099)
         from pieces in Gen.Elements(
             $"电话0398-28{n:0000}12", $"投资{n}万元", $"{year}年{n % 12 + 1}月{n % 28 + 1}日", $"第{n}条", $"（{year}）云12民初{n}号", $"〔{year}〕{n}号",
             $"第（{year}）{n}次会议", $"GB/T {n}-{year}", $"云ICP备{year}{n:0000}号", $"{year}—{year + 5}年", $"第{n}号楼", $"人民路{n}号", $"（{n}）", $"{year}年第{n}号",
             $"[{year}]第{n}条", $"第三十三条第{n % 9 + 1}款", $"{n}号、{n + 1}号", $"占{n % 100}%", $"138{n:0000}5678", $"附件{n}", $"《公报》{year}年第{n}期", $"第{n}号公告栏", $"号令第{n}次")
             .ListOf()
         select string.Join("，", pieces)).ToArbitrary();

    private static Arbitrary<DocumentNumber> Numbers() =>
        (from code in Gen.Elements("云政", "云政办", "国办发", "沪府办规", "云发改", "国务院令", "云岭市公告")
         from year in Gen.Choose(1949, 2099)
         from serial in Gen.Choose(1, 9999)
         select new DocumentNumber(code, code == "国务院令" ? null : year, serial)).ToArbitrary();
}

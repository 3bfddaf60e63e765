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
    public void TryParse_OtherSorts_AreWrittenCanonically(string written, string canonical)
    {
        Assert.True(DocumentNumber.TryParse(written, out var number));
        Assert.Equal(canonical, number.ToString());
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
            Assert.True(DocumentNumber.TryParse(text.Substring(found.Start, found.Length), out var again));
            Assert.Equal(found.Number, again);
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

    private static Arbitrary<DocumentNumber> Numbers() =>
        (from code in Gen.Elements("云政", "云政办", "国办发", "沪府办规", "云发改", "国务院令", "云岭市公告")
         from year in Gen.Choose(1949, 2099)
         from serial in Gen.Choose(1, 9999)
         select new DocumentNumber(code, code == "国务院令" ? null : year, serial)).ToArbitrary();
}

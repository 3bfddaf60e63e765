using System.Text;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Suggestions;
using Livelihood.Search.Domain.Text;
using Livelihood.Search.Domain.Words;
using Xunit;

namespace Livelihood.UnitTests.Search.Words;

/// <summary>What is known of the language: words, traditional characters, readings.</summary>
public sealed class WordsTests
{
    private static readonly TitleBook Titles = new(
    [
        new("云岭市应急管理局"),
        new("云岭市人民政府关于做好民生实事的通知", "云政〔2031〕6号", 1),
        new("云岭市河道管理办法", "云政办〔2030〕12号", 2),
        new("民生实事进展", null, 3),
    ]);

    [Fact]
    public void Build_WithNpm_HasAllLanguageData() => Assert.Empty(LanguageData.Missing);

    [Fact]
    public void Cut_AnyRun_KeepsEveryCharacter()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var run = new StringBuilder();
            for (var length = random.Next(0, 40); length > 0; length--)
            {
                run.Append((char)random.Next(0x4E00, 0x9FFF));
            }

            Assert.Equal(run.ToString(), string.Concat(WordCutter.Embedded!.Cut(run.ToString())));
        }
    }

    [Fact]
    public void Cut_ByFrequency_TakesTheLikeliestWords()
    {
        var cutter = new WordCutter([("河道", 500), ("道路", 900), ("管理", 900), ("河道管理", 300), ("理由", 400)]);

        Assert.Equal(["河道管理", "由"], cutter.Cut("河道管理由"));
        Assert.Equal(["河", "道路"], cutter.Cut("河道路"));
    }

    [Theory]
    [InlineData("河道采砂许可去哪里办", "河道 采砂 许可")]
    [InlineData("请问高龄补贴怎么申请", "高龄 补贴 申请")]
    [InlineData("我想知道低保标准是多少", "低保 标准")]
    public void Parse_Question_KeepsTheWordsThatCarryIt(string question, string words)
    {
        var asked = QueryParser.Parse(question).Loosen().Words.SelectMany(w => w.Forms[0].Pieces).Select(p => p.Text.Trim());

        Assert.All(words.Split(' '), w => Assert.Contains(w, string.Join(' ', asked), StringComparison.Ordinal));
        Assert.DoesNotContain("哪里", asked);
        Assert.DoesNotContain("怎么", asked);
    }

    [Theory]
    [InlineData("應急管理體系", "应急管理体系")]
    [InlineData("斷頭路，２０１９年", "断头路 2019 年")]
    [InlineData("應", "应")]
    public void Canonical_Traditional_IsSimplified(string typed, string canonical)
    {
        Assert.Equal(canonical, CanonicalText.TextOf(typed).Trim());
        Assert.Equal(CanonicalText.TextOf(canonical), CanonicalText.TextOf(CanonicalText.TextOf(typed)));
    }

    [Theory]
    [InlineData("msss", "民生实事")]
    [InlineData("minshengshishi", "民生实事")]
    [InlineData("minsheng ss", "民生实事")]
    [InlineData("Yingji guanli", "应急管理")]
    [InlineData("hedao", "河道")]
    public void ReadLetters_Pinyin_FindsTheWordsOfTitles(string typed, string meant) => Assert.Equal(meant, Titles.ReadLetters(typed));

    [Theory]
    [InlineData("GDP")]
    [InlineData("PM2.5")]
    [InlineData("COVID")]
    [InlineData("covid")]
    [InlineData("ms")]
    [InlineData("民生")]
    [InlineData("")]
    public void ReadLetters_RealWords_AreLeftAlone(string typed) => Assert.Null(Titles.ReadLetters(typed));

    [Theory]
    [InlineData("民声实事", "民生实事")]
    [InlineData("河到", "河道")]
    [InlineData("应急管里", "应急管理")]
    [InlineData("民生食事进展", "民生实事进展")]
    public void Nearest_OneWrongCharacter_IsPutRight(string typed, string meant) => Assert.Equal(meant, Titles.Nearest(typed));

    [Theory]
    [InlineData("应急急管理", "应急管理")]
    [InlineData("应急的管理", "应急管理")]
    [InlineData("民生实事事", "民生实事")]
    [InlineData("河道理办法", "河道管理办法")]
    [InlineData("云岭市急管理局", "云岭市应急管理局")]
    public void Nearest_OneCharacterTooManyOrTooFew_IsPutRight(string typed, string meant) => Assert.Equal(meant, Titles.Nearest(typed));

    [Fact]
    public void Suggest_NamesAndDocuments_AreToldApart()
    {
        var book = new TitleBook([new("一、A 标题"), new("二\0标题", "某〔2030〕1号", 7), new("三标题"), new("四标题", null, int.MaxValue)]);
        Assert.Equal([new(0, "一、A 标题"), new(7, null), new(0, "三标题"), new(int.MaxValue, null)], book.Suggest("标题", 8));
    }

    [Theory]
    [InlineData("民生")]
    [InlineData("水库")]
    [InlineData("道")]
    [InlineData("abc")]
    [InlineData("应管")]
    [InlineData("河道管理办法吗")]
    public void Nearest_RightOrFarWords_AreLeftAlone(string typed) => Assert.Null(Titles.Nearest(typed));

    [Fact]
    public void Suggest_TypedSoFar_FindsTitlesNumbersAndAgencies()
    {
        Assert.Equal([3, 1], Titles.Suggest("民生", 8).Select(t => t.Document));
        Assert.Equal(2, Assert.Single(Titles.Suggest("云政办[2030]12", 8)).Document);
        Assert.Equal(1, Assert.Single(Titles.Suggest("2031年6号", 8)).Document);
        Assert.Equal([1, 2], Titles.Suggest("云政", 8).Select(t => t.Document));
        Assert.Equal("云岭市应急管理局", Assert.Single(Titles.Suggest("yjgl", 8)).Name);
        Assert.Single(Titles.Suggest("云岭", 1));
        Assert.Empty(Titles.Suggest("\n", 8));
    }

    [Fact]
    public void AnyInput_IsAnswered()
    {
        const string characters = "民生实事abmsghz 〔〕12\n\0\uD800\u202E號";
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(0, 30)).Select(_ => characters[random.Next(characters.Length)]));
            Titles.Suggest(typed, 8);
            Titles.ReadLetters(typed);
            Titles.Nearest(typed);
            Advice.For(QueryParser.Parse(typed), Titles);
        }
    }
}

using Livelihood.Search.Domain.Text;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class AnalyserTests
{
    [Theory]
    [InlineData("断头路", "断头 头路 路")]
    [InlineData("路", "路")]
    [InlineData("2019年8号", "2019 年 8 号")]
    [InlineData("COVID-19疫苗", "covid 19 疫 疫苗 苗")]
    [InlineData("𠮷野", "𠮷野 野")]
    [InlineData("2019年第6号", "2019 年 年第 第 6 号")]
    [InlineData("人民，政府", "人民 民 。 政府 府")]
    [InlineData("", "")]
    public void Terms_Text_AreOverlappingPairsAndWords(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', Analyser.Terms(CanonicalText.TextOf(text))));

    [Theory]
    [InlineData("断头路", "断头0 头路1")]
    [InlineData("人民政府", "人民0 政府2")]
    [InlineData("路", "路0")]
    [InlineData("2019年", "20190 年1")]
    [InlineData("2019年度", "20190 年度2")]
    [InlineData("一、目标任务", "一0 目标2 任务4")]
    [InlineData("断头 路", "断头0")]
    public void Phrase_Text_CoversItsCharacters(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', Analyser.Phrase(CanonicalText.TextOf(text)).Select(t => $"{t.Text}{t.Offset}")));

    [Fact]
    public void Phrase_AnyPartOfAText_IsFoundAmongItsTerms() =>
        Scribble.Holds(Scribble.Text, Scribble.Text, (before, part) =>
        {
            var asked = Analyser.Phrase(CanonicalText.TextOf(part));
            var terms = Analyser.Terms(CanonicalText.TextOf($"{before} {part} 以后")).ToList();
            return asked.Count == 0 || Enumerable.Range(-1, terms.Count + 1)
                .Any(at => asked.All(t => at + t.Offset >= 0 && at + t.Offset < terms.Count && terms[at + t.Offset] == t.Text));
        });

    [Fact]
    public void Places_AnyText_AreItsTerms() =>
        Scribble.Holds(Scribble.Text, text =>
        {
            var canonical = CanonicalText.TextOf(text);
            return Analyser.Terms(canonical).SequenceEqual(Analyser.Places(canonical).Select(p =>
                p.Start == p.End ? Analyser.Break : Analyser.Whole(canonical[p.Start..p.End])));
        });

    [Fact]
    public void Terms_AnyText_AreShortAndHaveNoSigns() =>
        Scribble.Holds(Scribble.Text, text => Analyser.Terms(CanonicalText.TextOf(text + new string('a', 500)))
            .All(t => t == Analyser.Break || t.Length is > 0 and <= Analyser.LongestTerm && t.EnumerateRunes().All(r => Runs.KindOf(r) != RunKind.None)));

    [Fact]
    public void Characters_Text_AreItsIdeographsOnce() =>
        Assert.Equal(["断", "头", "路", "𠮷"], Analyser.Characters(CanonicalText.TextOf("断头路 road 断路𠮷")));
}

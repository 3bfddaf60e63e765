using Livelihood.Search.Domain.Text;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class AnalyserTests
{
    [Theory]
    [InlineData("断头路", "断头 头路 路")]
    [InlineData("路", "路")]
    [InlineData("2019年8号", "2019 年 8 号")]
    [InlineData("COVID-19疫苗", "covid 19 疫苗 苗")]
    [InlineData("𠮷野", "𠮷野 野")]
    [InlineData("", "")]
    public void Terms_Text_AreOverlappingPairsAndWords(string text, string terms) =>
        Assert.Equal(terms, string.Join(' ', Analyser.Terms(CanonicalText.TextOf(text))));

    [Theory]
    [InlineData("断头路", "断头 头路", false)]
    [InlineData("路", "路", false)]
    [InlineData("2019年", "2019 年", true)]
    [InlineData("一、目标任务", "一 目标 标任 任务", false)]
    [InlineData("断头 路", "断头 头 路", true)]
    public void Phrase_Text_AsksForNeighboursOnly(string text, string terms, bool lastIsPrefix)
    {
        var phrase = Analyser.Phrase(CanonicalText.TextOf(text));

        Assert.Equal(terms, string.Join(' ', phrase.Terms));
        Assert.Equal(lastIsPrefix, phrase.LastIsPrefix);
    }

    [Fact]
    public void Phrase_AnyPartOfAText_IsFoundAmongItsTerms() =>
        Scribble.Holds(Scribble.Text, Scribble.Text, (before, part) =>
        {
            var asked = Analyser.Phrase(CanonicalText.TextOf(part));
            var terms = Analyser.Terms(CanonicalText.TextOf($"{before} {part} 以后")).ToList();
            return asked.Terms.Count == 0 || Enumerable.Range(0, terms.Count).Any(at => StandsAt(terms, at, asked));
        });

    [Fact]
    public void Terms_AnyText_AreShortAndHaveNoSigns() =>
        Scribble.Holds(Scribble.Text, text => Analyser.Terms(CanonicalText.TextOf(text + new string('a', 500)))
            .All(t => t.Length is > 0 and <= Analyser.LongestTerm && t.EnumerateRunes().All(r => Runs.KindOf(r) != RunKind.None)));

    [Fact]
    public void Characters_Text_AreItsIdeographsOnce() =>
        Assert.Equal(["断", "头", "路", "𠮷"], Analyser.Characters(CanonicalText.TextOf("断头路 road 断路𠮷")));

    private static bool StandsAt(List<string> terms, int at, (IReadOnlyList<string> Terms, bool LastIsPrefix) phrase)
    {
        for (var i = 0; i < phrase.Terms.Count; i++)
        {
            var isPrefix = phrase.LastIsPrefix && i == phrase.Terms.Count - 1;
            if (at + i >= terms.Count || !(isPrefix ? terms[at + i].StartsWith(phrase.Terms[i]) : terms[at + i] == phrase.Terms[i]))
            {
                return false;
            }
        }

        return true;
    }
}

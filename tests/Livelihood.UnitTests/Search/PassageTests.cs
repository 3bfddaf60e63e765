using Livelihood.Content.Publication;
using Livelihood.Search.Domain.Indexing;
using Livelihood.Search.Domain.Passages;
using Livelihood.Search.Domain.Queries;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class PassageTests
{
    private static readonly TextSection[] Sections =
    [
        new("", "", "这是前言，说明来由。"),
        new("一", "一、总体要求", "坚持统筹规划。打通断头路，方便群众出行。"),
        new("二", "二、资金", new string('文', 300) + "。这里再次说到断头路和农村公路的建设，资金由市县分担。" + new string('末', 300)),
        new("三", "三、断头路整治", "本节说明办法。"),
    ];

    [Fact]
    public void Pick_Word_GivesThePlacesWithAnchors()
    {
        var passages = Pick("断头路");

        Assert.Equal(["一", "二", "三"], passages.Select(p => p.Anchor));
        Assert.Equal(["断头路"], Marked(passages[0]));
        Assert.Equal("坚持统筹规划。打通断头路，方便群众出行。", passages[0].Text);
        Assert.StartsWith("这里再次说到断头路", passages[1].Text);
        Assert.Equal("本节说明办法。", passages[2].Text);
    }

    [Fact]
    public void Pick_TwoWords_PrefersThePlaceWithBoth()
    {
        var passages = Pick("断头路 农村公路", most: 1);

        Assert.Equal("二", Assert.Single(passages).Anchor);
        Assert.Equal(["断头路", "农村公路"], Marked(passages[0]));
        Assert.True(passages[0].IsCutAfter);
        Assert.True(passages[0].Text.Length < 200);
    }

    [Fact]
    public void Pick_LongSentence_BeginsWithAClause()
    {
        var text = new string('文', 200) + "，" + new string('字', 20) + "断头路" + new string('末', 200);

        var passage = Assert.Single(new PassagePicker(new MarkFinder(QueryParser.Parse("断头路"))).Pick(Read(new TextSection("", "", text)), 3));

        Assert.StartsWith("字", passage.Text);
        Assert.True(passage.IsCutBefore);
    }

    [Fact]
    public void Pick_NothingInTheText_GivesItsBeginning()
    {
        var passage = Assert.Single(Pick("不存在的词"));

        Assert.Equal("这是前言，说明来由。", passage.Text);
        Assert.Empty(Marked(passage));
    }

    [Fact]
    public void Pick_NoText_GivesNothing() => Assert.Empty(new PassagePicker(new MarkFinder(QueryParser.Parse("断头路"))).Pick([], 3));

    [Fact]
    public void Pick_DocumentNumber_MarksItsSpellings()
    {
        var passage = Assert.Single(new PassagePicker(new MarkFinder(QueryParser.Parse("2019 8")))
            .Pick(Read(new TextSection("", "", "根据三政办〔2019〕8号文件，2019年8月8日起施行。")), 3));

        Assert.Equal(["2019〕8"], Marked(passage));
    }

    [Fact]
    public void Pick_DocumentNumberThatIsNotThere_MarksNoYears()
    {
        var query = QueryParser.Parse("三政办〔2019〕8号");

        Assert.Empty(new MarkFinder(query).Find("2019年的工作，第8号。"));
        Assert.NotEmpty(new MarkFinder(query, isByNumber: false).Find("2019年的工作，第8号。"));
    }

    [Fact]
    public void Pick_LongWord_MarksItsPiecesWhereItIsNotWhole()
    {
        var passage = Assert.Single(new PassagePicker(new MarkFinder(QueryParser.Parse("残疾儿童康复救助标准")))
            .Pick(Read(new TextSection("", "", "对残疾儿童实施康复救助的标准另行公布。")), 3));

        Assert.Equal(["残疾", "儿童", "康复", "救助", "标准"], Marked(passage));
    }

    [Fact]
    public void Pick_AnyText_NeverFailsAndKeepsTheTextInOrder() =>
        Scribble.Holds(Scribble.Text, Scribble.Text, (text, query) =>
            new PassagePicker(new MarkFinder(QueryParser.Parse(query))).Pick(Read(new TextSection("a", query, text)), 3)
                .All(p => text.Contains(p.Text, StringComparison.Ordinal)));

    private static IReadOnlyList<Passage> Pick(string query, int most = 3) =>
        new PassagePicker(new MarkFinder(QueryParser.Parse(query))).Pick(Read(Sections), most);

    private static IReadOnlyList<Section> Read(params TextSection[] sections) => SectionText.Read(SectionText.Write(sections));

    private static IEnumerable<string> Marked(Passage passage) => passage.Segments.Where(s => s.IsMarked).Select(s => s.Text);
}

using Livelihood.Search.Domain.Matching;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Ranking;
using Livelihood.Search.Domain.Text;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class DocumentScorerTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    [Fact]
    public void Score_Word_TitleOverHeadingOverText() => Expect(
        "断头路",
        Document("通知", "打通断头路", "2026-01-01"),
        Document("通知", "断头路一节", "2025-01-01", headings: "断头路"),
        Document("断头路整治通知", "正文", "2010-01-01"));

    [Fact]
    public void Score_LongWord_WholeOverPieces() => Expect(
        "农村公路建设标准",
        Document("通知", "农村的公路在建设，村公，路建，设标，标准另定，农村公路，建设，标准", "2026-01-01"),
        Document("通知", "农村公路建设标准", "2020-01-01"));

    [Fact]
    public void Score_TwoWords_NearOverFar() => Expect(
        "断头路 资金",
        Document("通知", "断头路" + new string('文', 400) + "资金", "2025-12-31"),
        Document("通知", "断头路的专项资金" + new string('文', 400), "2025-06-01"));

    [Fact]
    public void Score_TwoWords_TogetherOverNear() => Expect(
        "断头路 资金",
        Document("通知", "断头路的专项资金", "2025-12-31"),
        Document("通知", "断头路资金到位", "2025-06-01"));

    [Fact]
    public void Score_Repealed_IsLess() => Expect(
        "断头路",
        Document("断头路整治", "正文", "2025-12-31", isInForce: false),
        Document("断头路整治", "正文", "2015-12-31"));

    [Fact]
    public void Score_Equal_NewerIsMore() => Expect(
        "断头路", Document("断头路整治", "正文", "2019-01-01"), Document("断头路整治", "正文", "2019-01-02"));

    [Theory]
    [InlineData("\"断头路\"", "断头，头路", false)]
    [InlineData("\"断头路\"", "断头路", true)]
    [InlineData("\"人民政府\"", "人民，政府", false)]
    [InlineData("\"人民政府\"", "省人民政府令", true)]
    [InlineData("\"人民政府办\"", "人民政府，府办", false)]
    [InlineData("\"2019年\"", "自2019年起", true)]
    [InlineData("\"2019年度\"", "2019年，年度", false)]
    [InlineData("\"2019年度\"", "在2019年度内", true)]
    [InlineData("\"第8号\"", "见第8号令", true)]
    [InlineData("\"第8号\"", "第8条，8号", false)]
    [InlineData("断头路 资金", "断头路", false)]
    public void Score_WhatMustStandTogether_DoesOrIsNoAnswer(string query, string text, bool isAnswer) =>
        Assert.Equal(isAnswer, ScoreOf(query, Document("通知", text, "2019-01-01")) >= 0);

    [Fact]
    public void Score_PartOfAnyText_IsFoundInIt() =>
        Scribble.Holds(Scribble.Text, Scribble.Text, (before, part) =>
        {
            var canonical = CanonicalText.TextOf(part);
            var query = new SearchQuery(part, [QueryWord.Exact(canonical)], [], null, []);
            return canonical.Length < 2 || query.Words[0].IsSingle || Analyser.Phrase(canonical).Count == 0
                || Score(MatchPlanner.All(query), Document("通知", $"{before}。{part}。以后", "2019-01-01")) >= 0;
        });

    private static void Expect(string query, params (string Title, string Headings, string Text, DateOnly Date, bool IsInForce)[] worstToBest)
    {
        var scores = worstToBest.Select(d => ScoreOf(query, d)).ToList();

        Assert.All(scores, s => Assert.True(s >= 0));
        Assert.Equal(scores.Order(), scores);
        Assert.Distinct(scores);
    }

    private static float ScoreOf(string query, (string Title, string Headings, string Text, DateOnly Date, bool IsInForce) document) =>
        Score(MatchPlanner.All(QueryParser.Parse(query)), document);

    private static float Score(MatchPlan plan, (string Title, string Headings, string Text, DateOnly Date, bool IsInForce) document) =>
        new DocumentScorer(plan, Today).Score(
            new TextPositions(plan).Of(
                CanonicalText.TextOf(document.Title), CanonicalText.TextOf(document.Headings), CanonicalText.TextOf(document.Text), []),
            document.Date.DayNumber, document.IsInForce);

    private static (string, string, string, DateOnly, bool) Document(
        string title, string text, string date, string headings = "", bool isInForce = true) =>
        (title, headings, text, DateOnly.Parse(date), isInForce);
}

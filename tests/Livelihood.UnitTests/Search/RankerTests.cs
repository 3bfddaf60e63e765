using Livelihood.Content.Documents;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Domain.Ranking;
using Livelihood.Search.Domain.Text;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class RankerTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    [Fact]
    public void Rank_Number_TheDocumentItselfIsFirst() => Expect(
        "2019 8",
        Document("关于2019 8的说明", "2019 8 2019 8 2019 8", "2026-01-01"),
        Document("工作方案的通知", "正文", "2019-04-30", number: "三政办〔2019〕8号"));

    [Fact]
    public void Rank_Word_TitleBeforeHeadingBeforeText() => Expect(
        "断头路",
        Document("通知", "打通断头路", "2026-01-01"),
        Document("通知", "断头路一节", "2025-01-01", headings: "断头路"),
        Document("断头路整治通知", "正文", "2010-01-01"));

    [Fact]
    public void Rank_LongWord_WholeBeforePieces() => Expect(
        "农村公路建设标准",
        Document("通知", "农村的公路在建设，标准另定，农村公路，建设，标准", "2026-01-01"),
        Document("通知", "农村公路建设标准", "2020-01-01"));

    [Fact]
    public void Rank_TwoWords_NearBeforeFar() => Expect(
        "断头路 资金",
        Document("通知", "断头路" + new string('文', 400) + "资金", "2025-12-31"),
        Document("通知", "断头路的专项资金" + new string('文', 400), "2025-06-01"));

    [Fact]
    public void Rank_TwoWords_TogetherBeforeNear() => Expect(
        "断头路 资金",
        Document("通知", "断头路的专项资金", "2025-12-31"),
        Document("通知", "断头路资金到位", "2025-06-01"));

    [Fact]
    public void Rank_Repealed_StandsBehind() => Expect(
        "断头路",
        Document("断头路整治", "正文", "2025-12-31", isInForce: false),
        Document("断头路整治", "正文", "2015-12-31"));

    [Fact]
    public void Rank_Equal_NewerFirst() => Expect(
        "断头路", Document("断头路整治", "正文", "2019-01-01"), Document("断头路整治", "正文", "2019-01-02"));

    [Fact]
    public void HasAllWhole_ScatteredPhrase_IsFalse()
    {
        var ranker = new Ranker(QueryParser.Parse("\"断头路\""), Today);

        Assert.False(ranker.HasAllWhole(Document("通知", "断头，头路", "2019-01-01")));
        Assert.True(ranker.HasAllWhole(Document("通知", "断头路", "2019-01-01")));
    }

    private static void Expect(string query, params Candidate[] worstToBest)
    {
        var ranked = new Ranker(QueryParser.Parse(query), Today).Rank(worstToBest);

        Assert.Equal(worstToBest.Reverse(), ranked.Select(r => r.Candidate));
    }

    private static Candidate Document(
        string title, string text, string date, string headings = "", bool isInForce = true, string? number = null) =>
        new(
            Id: 1, CanonicalText.TextOf(title), CanonicalText.TextOf(headings), CanonicalText.TextOf($"{headings}\n{text}"),
            DateOnly.Parse(date), isInForce, DocumentNumber.TryParse(number, out var parsed) ? parsed : null);
}

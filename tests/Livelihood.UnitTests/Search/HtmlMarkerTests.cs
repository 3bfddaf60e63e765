using Livelihood.Search.Domain.Passages;
using Livelihood.Search.Domain.Queries;
using Xunit;

namespace Livelihood.UnitTests.Search;

public sealed class HtmlMarkerTests
{
    [Theory]
    [InlineData("<p>打通断头路。</p>", "断头路", "<p>打通<mark>断头路</mark>。</p>")]
    [InlineData("<p>断<strong>头</strong>路</p>", "断头路", "<p><mark>断</mark><strong><mark>头</mark></strong><mark>路</mark></p>")]
    [InlineData("<p>断头</p><p>路</p>", "断头路", "<p>断头</p><p>路</p>")]
    [InlineData("<p>A &amp; B&lt;断头路</p>", "断头路", "<p>A &amp; B&lt;<mark>断头路</mark></p>")]
    [InlineData("<p>&#26029;头路</p>", "断头路", "<p><mark>&#26029;头路</mark></p>")]
    [InlineData("<a title=\"断头路\" href=\"/x?q=断头路\">公路</a>", "断头路 公路", "<a title=\"断头路\" href=\"/x?q=断头路\"><mark>公路</mark></a>")]
    [InlineData("<script>断头路</script><p>断头路</p>", "断头路", "<script>断头路</script><p><mark>断头路</mark></p>")]
    [InlineData("<p>三政办〔2019〕8号</p>", "2019 8", "<p>三政办〔<mark>2019〕8</mark>号</p>")]
    [InlineData("<p>公路</p>", "", "<p>公路</p>")]
    public void Mark_Html_MarksTextOnly(string html, string query, string expected) => Assert.Equal(expected, Mark(html, query));

    [Fact]
    public void Mark_AnyHtml_ChangesNothingButTheMarks() =>
        Scribble.Holds(Scribble.Html, Scribble.Text, (html, query) =>
            Mark(html, query).Replace("<mark>", "").Replace("</mark>", "") == html);

    [Fact]
    public void Mark_AnyHtml_OpensAndClosesMarksInTurnOutsideTags() =>
        Scribble.Holds(Scribble.Html, html =>
        {
            var pieces = Mark(html, "断头路 公路 2019").Split("<mark>");
            return pieces.Skip(1).All(p =>
                p.IndexOf("</mark>", StringComparison.Ordinal) is > 0 and var end && !p.AsSpan(0, end).ContainsAny('<', '>'));
        });

    private static string Mark(string html, string query) => HtmlMarker.Mark(html, new MarkFinder(QueryParser.Parse(query)));
}

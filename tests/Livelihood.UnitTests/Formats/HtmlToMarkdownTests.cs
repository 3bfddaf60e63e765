using Livelihood.Content.Rendering;
using Livelihood.Formats;
using Livelihood.Formats.Html;
using Xunit;

namespace Livelihood.UnitTests.Formats;

/// <summary>What Word and browsers put on the clipboard.</summary>
public sealed class HtmlToMarkdownTests
{
    private static string Markdown(string html) => HtmlToMarkdown.Convert(html).Markdown;

    [Theory]
    [InlineData("<h1>背景</h1>", "## 背景\n")]
    [InlineData("<h2><b>（一）目标</b></h2>", "### （一）目标\n")]
    [InlineData("<p class=MsoNormal style='mso-outline-level:2'>现状</p>", "### 现状\n")]
    [InlineData("<p class=MsoHeading3>措施</p>", "#### 措施\n")]
    [InlineData("<p class=MsoNormal>一、总体要求</p>", "## 一、总体要求\n")]
    [InlineData("<p class=MsoNormal>一、请按时报送。</p>", "一、请按时报送。\n")]
    public void Headings(string html, string expected) => Assert.Equal(expected, Markdown(html));

    [Fact]
    public void Words_lists_keep_their_numbers()
    {
        const string Html = """
            <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>（一）<span style='font:7.0pt "Times New Roman"'>&nbsp;</span></span><![endif]>甲事项。</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>乙</p>
            <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;</span></span>丙</p>
            <p class=MsoListParagraph style='mso-list:l2 level2 lfo3'><span style='font-family:Wingdings;mso-list:Ignore'>Ø<span>&nbsp;</span></span>丁</p>
            """;

        Assert.Equal("（一）甲事项。\n\n1.  乙\n2.  丙\n    - 丁\n", Markdown(Html));
    }

    [Fact]
    public void Lists_of_the_web() =>
        Assert.Equal("- 甲\n  1.  乙\n- 丙\n", Markdown("<ul><li>甲<ol><li>乙</li></ol></li><li><p>丙</p></li></ul>"));

    [Fact]
    public void A_table_with_merged_cells()
    {
        var html = MarkdownRenderer.ToHtml(Markdown(
            "<table><tr><td rowspan=2><p class=MsoNormal>地区</p></td><td colspan=2>数量</td></tr><tr><td>计划</td><td>完成</td></tr><tr><td>城东</td><td>1</td><td>2</td></tr></table>"));

        Assert.Contains("<th rowspan=\"2\"", html);
        Assert.Contains("<th colspan=\"2\"", html);
        Assert.Contains("<tbody>", html);
    }

    [Fact]
    public void Looks_and_links()
    {
        const string Html = "<p><b>注意</b><span style='font-weight:bold'>：</span>见<a href='https://example.org/x'>通知</a>、<a href='javascript:alert(1)'>此处</a>，10m<sup>2</sup>，<i>斜</i><b style='font-weight:normal'>常</b></p>";

        Assert.Equal("**注意：**见[通知](https://example.org/x)、此处，10m^2^，*斜*常\n", Markdown(Html));
    }

    [Fact]
    public void Footnotes_count_on()
    {
        const string Html = """
            <p>节能<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>。</p>
            <div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1">[1]</a> 见公报。</p></div></div>
            """;

        Assert.Equal("节能[^3]。\n\n[^3]: 见公报。\n", HtmlToMarkdown.Convert(Html, notesBefore: 2).Markdown);
    }

    [Fact]
    public void Scripts_styles_comments_and_what_is_hidden_stay_out()
    {
        const string Html = "<html><head><style>p{}</style><title>x</title></head><body><script>alert(1)</script><!-- x --><p>正文<span style='display:none'>密</span><del>旧</del></p><p style='mso-element:comment'>批注</p></body></html>";

        Assert.Equal("正文\n", Markdown(Html));
    }

    [Fact]
    public void A_picture_stays_out_and_that_is_said()
    {
        var pasted = HtmlToMarkdown.Convert("<p>见图<img src='file:///c:/x.png'></p>");

        Assert.Equal("见图\n", pasted.Markdown);
        Assert.Contains("图片", Assert.Single(pasted.Notices));
    }

    [Fact]
    public void A_line_that_Word_wrapped_is_one() =>
        Assert.Equal("关于做好防汛工作 of 2020\n", Markdown("<p>关于做好\r\n防汛工作\nof 2020</p>"));

    [Fact]
    public void What_is_too_long_or_too_deep_is_refused()
    {
        Assert.Throws<UnreadableDocumentException>(() => HtmlToMarkdown.Convert(new string('x', HtmlToMarkdown.LongestHtml + 1)));
        Assert.Throws<UnreadableDocumentException>(() => HtmlToMarkdown.Convert(string.Concat(Enumerable.Repeat("<div>", 5_000))));
    }

    [Fact]
    public void Nothing_is_nothing() => Assert.Equal("", Markdown(""));
}

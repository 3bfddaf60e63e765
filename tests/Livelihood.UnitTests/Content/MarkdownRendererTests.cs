using Livelihood.Content.Rendering;
using Xunit;

namespace Livelihood.UnitTests.Content;

public sealed class MarkdownRendererTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("文字 <img src=x onerror=alert(1)> 文字")]
    [InlineData("<!-- 注释 -->")]
    [InlineData("<a href=\"javascript:alert(1)\">点</a>")]
    public void Html_in_the_text_is_shown_not_run(string markdown)
    {
        var html = MarkdownRenderer.ToHtml(markdown);

        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<img", html);
        Assert.DoesNotContain("<!--", html);
        Assert.DoesNotContain("<a ", html);
    }

    [Theory]
    [InlineData("[点](javascript:alert(1))")]
    [InlineData("![图](data:text/html;base64,AAAA)")]
    [InlineData("[点]( JaVaScRiPt:alert(1))")]
    [InlineData("[点](vbscript:x)")]
    [InlineData("<javascript:alert(1)>")]
    public void A_link_leads_only_to_web_and_mail(string markdown)
    {
        var html = MarkdownRenderer.ToHtml(markdown);

        Assert.DoesNotMatch("(?i)(href|src)=\"[^\"]*(script|data):", html);
    }

    [Theory]
    [InlineData("[点](https://example.org/a)", "href=\"https://example.org/a\"")]
    [InlineData("[点](/gazettes/2019/6)", "href=\"/gazettes/2019/6\"")]
    [InlineData("[点](#第三条)", "href=\"#")]
    [InlineData("[点](mailto:a@example.org)", "href=\"mailto:a@example.org\"")]
    public void A_lawful_link_stays(string markdown, string expected) =>
        Assert.Contains(expected, MarkdownRenderer.ToHtml(markdown));

    [Fact]
    public void An_article_can_be_linked_to()
    {
        var html = MarkdownRenderer.ToHtml("第三十三条 行政机关甲。\n\n第三十三条之一 乙。");

        Assert.Contains("<p id=\"第三十三条\" class=\"article\"><a href=\"#", html);
        Assert.Contains(">第三十三条</a> 行政机关甲。</p>", html);
        Assert.Contains("id=\"第三十三条之一\"", html);
    }

    [Fact]
    public void A_reference_to_an_article_inside_a_sentence_is_none() =>
        Assert.DoesNotContain("id=", MarkdownRenderer.ToHtml("依照第三十三条的规定。"));

    [Fact]
    public void Headings_that_are_alike_have_different_anchors()
    {
        var outline = MarkdownRenderer.Outline("## 一、总则\n\n### （一）目标\n\n## 二、任务\n\n### （一）目标");

        Assert.Equal(["一、总则", "（一）目标", "二、任务", "（一）目标-2"], outline.Select(o => o.Anchor));
    }

    [Fact]
    public void A_chapters_anchor_is_its_number() =>
        Assert.Equal("第一章", MarkdownRenderer.Outline("## 第一章 总 则")[0].Anchor);

    [Fact]
    public void Sections_have_the_anchors_of_the_page()
    {
        const string text = "引言。\n\n## 第一章 总则\n\n第一条 甲。\n\n接着说。\n\n第二条 乙。";

        var sections = MarkdownRenderer.Sections(text);

        Assert.Equal(["", "第一章", "第一条", "第二条"], sections.Select(s => s.Anchor));
        Assert.Equal("第一条 甲。\n接着说。\n", sections[2].Text);
        Assert.All(sections.Where(s => s.Anchor.Length > 0), s => Assert.Contains($"id=\"{s.Anchor}\"", MarkdownRenderer.ToHtml(text)));
    }

    [Theory]
    [InlineData("2019年5月28日")]
    [InlineData("二〇〇一年三月十二日")]
    [InlineData("2019 年 4 月 3 日")]
    public void A_signature_and_its_date_are_set_apart(string date)
    {
        var html = MarkdownRenderer.ToHtml($"甲市人民政府各部门：\n\n现予公布。\n\n甲市人民政府\n\n{date}");

        Assert.Contains("<p class=\"addressees\">甲市人民政府各部门：</p>", html);
        Assert.Contains("<p>现予公布。</p>", html);
        Assert.Contains("<p class=\"signature\">甲市人民政府</p>", html);
        Assert.Contains($"<p class=\"signature\">{date}</p>", html);
    }

    [Fact]
    public void A_date_in_a_sentence_is_no_signature() =>
        Assert.DoesNotContain("signature", MarkdownRenderer.ToHtml("自2019年5月28日起施行。\n\n此前的规定，同时废止。"));

    [Fact]
    public void A_table_scrolls_by_itself()
    {
        var html = MarkdownRenderer.ToHtml("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |");

        Assert.Contains("<div class=\"scroll-region\" role=\"region\" tabindex=\"0\"", html);
        Assert.Contains("<th>甲</th>", html);
    }

    [Fact]
    public void An_aligned_table_needs_no_inline_style()
    {
        var html = MarkdownRenderer.ToHtml("| 甲 | 乙 |\n|:-:|--:|\n| 1 | 2 |");

        Assert.DoesNotContain("style=", html);
        Assert.Contains("<td class=\"centred\">1</td>", html);
        Assert.Contains("<td class=\"to-the-right\">2</td>", html);
    }

    [Theory]
    [InlineData("3~5天，7~9天")]
    [InlineData("周一~周五，5月~6月")]
    public void A_range_is_no_subscript(string text) => Assert.Equal($"<p>{text}</p>\n", MarkdownRenderer.ToHtml(text));

    [Fact]
    public void Emphasis_works_next_to_Chinese_punctuation() =>
        Assert.Equal("<p><strong>注意：</strong>请带<em>“原件”</em>。CO<sub>2</sub></p>\n", MarkdownRenderer.ToHtml("**注意：**请带*“原件”*。CO~2~"));
}

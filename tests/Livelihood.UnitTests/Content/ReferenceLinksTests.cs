using System.Net;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Livelihood.Content.Documents;
using Livelihood.Content.References;
using Livelihood.Content.Rendering;
using Xunit;

namespace Livelihood.UnitTests.Content;

/// <summary>References in a text become links; the text stays.</summary>
public sealed partial class ReferenceLinksTests
{
    private static readonly Dictionary<string, ReferenceTarget> Targets = new(StringComparer.Ordinal)
    {
        ["云政〔2017〕3号"] = new("a", "/documents/a", "关于甲的通知", null),
        ["云政〔2017〕5号"] = new("b", "/documents/b", "关于乙的通知", Livelihood.Content.Parts.Validity.Repealed),
        ["《云岭市测试条例》"] = new("c", "/documents/c", "云岭市测试条例", null),
    };

    private static string Html(string markdown) => MarkdownRenderer.ToHtml(markdown, new TextSurroundings { PathBase = "/zwgk", References = Targets, CiteAddress = "/cite/x?place=" });

    // Angle brackets stand escaped in attributes, so that tags end where they seem to.
    private static string Text(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    private static string Decoded(string html) => WebUtility.HtmlDecode(Uri.UnescapeDataString(html));

    [Theory]
    [InlineData("依照云政〔2017〕3号办理。", "云政〔2017〕3号=/zwgk/documents/a")]
    [InlineData(@"依照云政\[2017\]第03号办理。", "云政[2017]第03号=/zwgk/documents/a")]
    [InlineData("依照**云政（2017）3号**办理。", "云政（2017）3号=/zwgk/documents/a")]
    [InlineData("云政〔2017〕3号、4号和5号", "云政〔2017〕3号=/zwgk/documents/a 5号=/zwgk/documents/b")]
    [InlineData("根据《云岭市 测试条例》制定。", "《云岭市 测试条例》=/zwgk/documents/c")]
    [InlineData("| 依据 |\n|---|\n| 云政〔2017〕3号 |", "云政〔2017〕3号=/zwgk/documents/a")]
    [InlineData("第一条 依照云政〔2017〕3号。", "云政〔2017〕3号=/zwgk/documents/a")]
    [InlineData("[见云政〔2017〕3号](https://example.org/)", "")]
    [InlineData("`云政〔2017〕3号`", "")]
    [InlineData("    云政〔2017〕3号", "")]
    [InlineData("依照云政〔2018〕3号和《另一条例草案》办理。", "")]
    public void What_has_a_target_becomes_a_link_and_nothing_else(string markdown, string expected)
    {
        var links = Reference().Matches(Html(markdown));

        Assert.Equal(expected, string.Join(' ', links.Select(l => $"{l.Groups["text"]}={l.Groups["href"]}")));
        Assert.Equal(Text(MarkdownRenderer.ToHtml(markdown)), Text(Html(markdown)));
    }

    [Fact]
    public void A_target_that_no_longer_binds_is_told() =>
        Assert.Contains("title=\"关于乙的通知（已废止）\"", Html("云政〔2017〕5号"));

    [Fact]
    public void A_title_cannot_break_out_of_its_attribute()
    {
        var targets = new Dictionary<string, ReferenceTarget> { ["云政〔2017〕3号"] = new("a", "/a", "\"><script>alert(1)</script>", null) };

        var html = MarkdownRenderer.ToHtml("云政〔2017〕3号", new TextSurroundings { References = targets });

        Assert.DoesNotContain("<script", html);
        Assert.Contains("title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"", html);
    }

    [Fact]
    public void AnyText_HasTheSameTextWithAndWithoutLinks() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Texts(), markdown =>
        Assert.Equal(Text(MarkdownRenderer.ToHtml(markdown)), Text(Html(markdown)))));

    [Fact]
    public void Every_place_that_can_be_cited_has_a_link_that_adds_no_text()
    {
        var html = Html("## 第一章 总 则\n\n第一条 甲。\n\n## 附 件 １ 清单\n\n附件2\n\n## 三、其他");

        Assert.Equal(["第一章", "第一条", "附件1", "附件2", "三、其他"], Id().Matches(html).Select(m => m.Groups["id"].Value));
        var links = Cite().Matches(html);
        Assert.Equal(["第一章", "第一条", "附件1", "附件2", "三、其他"], links.Select(l => Decoded(l.Groups["place"].Value)));
        Assert.Equal(["引用第一章", "引用第一条", "引用附件1", "引用附件2", "引用三、其他"], links.Select(l => l.Groups["label"].Value));
    }

    [Theory]
    [InlineData("附件一：项目清单", "附件1")]
    [InlineData("附件12 分工", "附件12")]
    [InlineData("附件", "附件")]
    [InlineData("附件清单", "附件清单")]
    public void An_annex_is_named_by_its_number(string heading, string anchor) =>
        Assert.Equal(anchor, MarkdownRenderer.Outline("## " + heading)[0].Anchor);

    [Fact]
    public void Sections_and_page_share_the_anchors_of_annexes()
    {
        const string Text = "正文。\n\n附件1\n\n清单。\n\n## 附件2 分工\n\n表。";

        Assert.Equal(["", "附件1", "附件2"], MarkdownRenderer.Sections(Text).Select(s => s.Anchor));
    }

    [Theory]
    [InlineData("《关于修改〈云岭市测试条例〉的决定》", "《关于修改〈云岭市测试条例〉的决定》")]
    [InlineData("《《云岭市测试条例》实施办法》（云政〔2017〕3号）", "《《云岭市测试条例》实施办法》 云政〔2017〕3号")]
    [InlineData("《转发云政〔2017〕3号的通知》", "《转发云政〔2017〕3号的通知》")]
    [InlineData("《日报》", "")]
    [InlineData("《没有写完的题名", "")]
    public void Titles_and_numbers_are_found(string text, string keys) =>
        Assert.Equal(keys, string.Join(' ', TextReferences.In(text).Select(r => r.Key)));

    private static Arbitrary<string> Texts() =>
        Gen.Elements("云政", "〔2017〕", "\\[2017\\]", "3号", "、5号", "《", "》", "云岭市测试条例", "**", "`", "[", "](/a)", "\n", "\n\n", "## ", "| ", "第一条 ", " ", "<b>", "&amp;", "~", "*", "和")
            .ListOf().Select(string.Concat).ToArbitrary();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<a href=\"(?<href>[^\"]*)\" class=\"reference\"[^>]*>(?<text>[^<]*)</a>")]
    private static partial Regex Reference();

    [GeneratedRegex(" id=\"(?<id>[^\"]*)\"")]
    private static partial Regex Id();

    // Nothing stands between the tags: the link adds no text.
    [GeneratedRegex("<a href=\"/zwgk/cite/x\\?place=(?<place>[^\"]*)\" class=\"cite-link\" aria-label=\"(?<label>[^\"]*)\" rel=\"nofollow\"></a>")]
    private static partial Regex Cite();
}

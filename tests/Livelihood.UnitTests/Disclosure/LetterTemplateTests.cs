using Livelihood.Content.Rendering;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Letters;
using Livelihood.Disclosure.Domain.Outcomes;
using Xunit;

namespace Livelihood.UnitTests.Disclosure;

/// <summary>Templates of letters: what is refused when they are saved, and how they are filled.</summary>
public sealed class LetterTemplateTests
{
    private static readonly LetterKind Correction = LetterKinds.Get(3);

    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 26)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_delivered_template_says_everything_and_without_any_element_it_is_refused_by_its_rule(int number)
    {
        var kind = LetterKinds.Get(number);
        var template = WordingKey.Of(kind).Default;
        Assert.Empty(WordingKey.Of(kind).Objections(template));
        Assert.NotEmpty(kind.Elements);
        foreach (var element in kind.Elements)
        {
            Assert.StartsWith("R-", element.Rule);
            var without = element.Marks.Aggregate(template, (text, mark) => text.Replace(mark, "", StringComparison.Ordinal));
            Assert.Contains(LetterTemplate.Objections(kind, without), objection => objection.Contains($"“{element.Name}”（规则{element.Rule}）", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(Remedy.Choice, "6个月")]
    [InlineData(Remedy.ReconsiderationFirst, "应当")]
    public void Remedies_must_name_organ_court_and_limits(Remedy remedy, string mark)
    {
        var key = WordingKey.Of(remedy);
        Assert.Empty(key.Objections(key.Default));
        foreach (var without in new[] { "{{复议机关}}", "{{法院}}", "60日", mark })
        {
            Assert.NotEmpty(key.Objections(key.Default.Replace(without, "", StringComparison.Ordinal)));
        }

        Assert.Contains("是不是“复议机关”", Assert.Single(key.Objections(key.Default + "{{复议机构}}")));
    }

    [Fact]
    public void Ways_against_silence_must_say_where_to_go_and_know_no_letter()
    {
        Assert.Equal(3, WordingKey.AgainstSilence.Count);
        foreach (var (key, mark) in WordingKey.AgainstSilence.Zip(["投诉", "{{复议机关}}", "{{法院}}"]))
        {
            Assert.Same(key, WordingKey.Find(key.Key, []));
            Assert.Empty(key.Objections(key.Default));
            Assert.Contains(mark, Assert.Single(key.Objections(key.Default.Replace(mark, "", StringComparison.Ordinal))));
            Assert.Contains("没有叫“本件”的栏目", Assert.Single(key.Objections(key.Default + "{{本件}}")));
            Assert.NotEmpty(key.Objections(" "));
        }
    }

    [Theory]
    [InlineData("{{收到日}}", "没有叫“收到日”的栏目，是不是“收到日期”？")]
    [InlineData("{{收到曰期}}", "是不是“收到日期”？")]
    [InlineData("{{天气}}", "可以用的栏目：")]
    [InlineData("{{回执编号", "没有写完整")]
    [InlineData("｛｛回执编号｝｝", "没有写完整")]
    [InlineData("{{回执 编号}}", "没有写完整")]
    [InlineData("{{不公开的部分}}", "没有叫“不公开的部分”的栏目")]
    [InlineData("\n\n某某机关\n\n2026年3月4日", "署名和成文日期由系统印在正文后面")]
    [InlineData("\n\n{{补正期限}}\n\n以前", "单独成段的日期")]
    public void A_wrong_template_is_refused_with_what_to_do(string added, string objection) =>
        Assert.Contains(objection, Assert.Single(LetterTemplate.Objections(Correction, WordingKey.Of(Correction).Default.Trim() + added)));

    [Fact]
    public void A_template_needs_a_title_and_no_addressee()
    {
        var template = WordingKey.Of(Correction).Default;
        var text = template[(template.IndexOf('\n') + 1)..].Trim();
        Assert.Contains("第一行应当是标题", Assert.Single(LetterTemplate.Objections(Correction, text)));
        Assert.Contains("标题里只能有栏目{{申请类别}}", Assert.Single(LetterTemplate.Objections(Correction, "# {{机关名称}}告知书\n\n" + text)));
        Assert.Contains("收件人由系统印在正文前面", Assert.Single(LetterTemplate.Objections(Correction, $"# 告知书\n\n{{{{申请人}}}}：\n\n{text}")));
        Assert.Equal(["请填写文书的文字。"], LetterTemplate.Objections(Correction, " \n"));
        Assert.Contains("不能超过", Assert.Single(LetterTemplate.Objections(Correction, new string('字', LetterTemplate.Longest + 1))));
        Assert.Empty(LetterTemplate.Objections(Correction, template.Replace("{{补正事项}}", "{{ 补正事项 }}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("<script>alert(1)</script><b>粗</b>")]
    [InlineData("[点这里](https://example.com) ![图](x.png) <https://example.com>")]
    [InlineData("# 标题\n## 一、小标题\n- 项\n1. 项\n> 引\n---\n===\n```\n代码\n```\n    缩进")]
    [InlineData("**粗** *斜* `码` ~~删~~ H~2~O x^2^ \\ [^1]")]
    [InlineData("|甲|乙|\n|---|---|\n|丙|丁|")]
    [InlineData("{{回执编号}} {{理由}}")]
    [InlineData("2026年1月1日\n附件1")]
    [InlineData("&lt;b&gt; &amp; \" '")]
    public void Typed_text_never_becomes_markup(string typed)
    {
        var values = new Dictionary<string, string?> { ["回执编号"] = typed, ["补正事项"] = typed, ["联系方式"] = "电话" };
        foreach (var template in new[] { "# 题\n\n前{{补正事项}}", "# 题\n\n{{补正事项}}\n\n{{回执编号}}，尾", "# 题\n\n- {{补正事项}}\n- {{回执编号}}", "# 题\n\n| 甲 | 乙 |\n|---|---|\n| {{回执编号}} | {{补正事项}} |" })
        {
            var plain = new Dictionary<string, string?>(values) { ["回执编号"] = "字", ["补正事项"] = string.Join('\n', typed.Split('\n').Where(line => line.Trim().Length > 0).Select(_ => "字")) };
            var html = MarkdownRenderer.ToHtml(LetterTemplate.Fill(Correction, template, values).Markdown);
            Assert.Equal(Tags(MarkdownRenderer.ToHtml(LetterTemplate.Fill(Correction, template, plain).Markdown)), Tags(html));
            var text = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", ""));
            Assert.All(typed.Split('\n').Select(line => line.Trim()), line => Assert.Contains(line, text));
        }

        static string Tags(string html) => string.Concat(System.Text.RegularExpressions.Regex.Matches(html, "<[^>]*>").Select(match => match.Value));
    }

    [Fact]
    public void An_empty_optional_field_takes_its_paragraph_along_and_a_needed_one_is_refused()
    {
        var kind = LetterKinds.Get(16);
        var template = "# 题\n\n甲{{理由}}\n\n可以向{{负责机关}}申请，\n一并说明。\n\n乙\n\n| 一 | 二 |\n|---|---|\n| 丙 | {{负责机关}} |\n| 丁 | {{理由}} |";
        Assert.Equal("甲不是。\n\n乙\n\n| 一 | 二 |\n|---|---|\n| 丁 | 不是。 |", LetterTemplate.Fill(kind, template, new Dictionary<string, string?> { ["理由"] = "不是", ["负责机关"] = " " }).Markdown);
        var refusal = Assert.Throws<DisclosureRuleException>(() => LetterTemplate.Fill(kind, template, new Dictionary<string, string?> { ["负责机关"] = "某机关" }));
        Assert.Equal("R-36-5", refusal.Rule);
    }
}

using AngleSharp.Html.Parser;
using Livelihood.Formats;
using Livelihood.Gazettes.Edition;
using Livelihood.Gazettes.Edition.Printing;
using Xunit;

namespace Livelihood.UnitTests.Gazettes.Edition;

/// <summary>The page that is printed, and its styles.</summary>
public sealed class IssueSheetTests
{
    private static IssueLayout Issue(string section, params string[] texts) => new()
    {
        Title = "云岭市人民政府公报", Year = 2026, Number = 3,
        Sections = [new(section, [.. texts.Select((t, i) => new IssueEntry($"第{i + 1}份", new() { Title = $"标题{i + 1}", Markdown = t, Signature = "云岭市人民政府", FormedOn = new(2026, 3, 1) }, i + 1))])],
    };

    private static AngleSharp.Html.Dom.IHtmlDocument Page(IssueLayout issue, Dictionary<int, int>? pages = null, bool withBlank = false) =>
        new HtmlParser().ParseDocument(IssueSheet.Of(issue, pages ?? [], withBlank));

    [Fact]
    public void Ids_of_documents_do_not_collide_and_links_stay_within_their_document()
    {
        var page = Page(Issue("", "第一条 甲。\n\n## 一、检查\n\n见[上文](#一、检查)。", "第一条 乙。\n\n## 一、检查"));

        var ids = page.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.NotNull(page.GetElementById("document-1-第一条"));
        Assert.NotNull(page.GetElementById("document-2-第一条"));
        Assert.Equal("#document-1-一、检查", Uri.UnescapeDataString(page.QuerySelector(".document__body a")!.GetAttribute("href")!));
        Assert.Equal("第一条", page.QuerySelector("span.article-number")!.TextContent);
    }

    [Theory]
    [InlineData("市政府文件", 2, new[] { "3", "4" })]
    [InlineData("", 1, new[] { "2", "3" })]
    public void Headings_lie_below_section_and_title(string section, int title, string[] levels)
    {
        var page = Page(Issue(section, "## 一、检查\n\n### （一）记录"));

        Assert.Equal($"H{title}", page.QuerySelector(".document__title")!.TagName);
        Assert.Equal(levels, page.QuerySelectorAll(".document__body :is(h2, h3)").Select(h => h.GetAttribute("aria-level")));
        Assert.Equal(section.Length > 0, page.QuerySelector("h1.edition-document__section") is not null);
    }

    [Fact]
    public void Contents_lead_to_documents_and_name_their_pages()
    {
        var page = Page(Issue("甲", "一", "二") with { IsProof = true }, new() { [1] = 1, [2] = 12 }, withBlank: true);

        Assert.Equal(["#document-1", "#document-2"], page.QuerySelectorAll(".edition-contents a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["1", "12"], page.QuerySelectorAll(".edition-contents__page").Select(e => e.TextContent));
        Assert.Single(page.QuerySelectorAll(".edition-blank"));
        Assert.Single(page.QuerySelectorAll(".edition-proof"));
    }

    [Fact]
    public void An_annex_stands_apart_after_the_signature()
    {
        var page = Page(Issue("", "正文。\n\n## 附件1 测试井名单\n\n甲、乙"));

        Assert.Equal("附件1", page.QuerySelector("h2.annex .annex-number")!.TextContent);
        Assert.Equal("测试井名单", page.QuerySelector("h2.annex .annex-name")!.TextContent);
        var text = page.Body!.TextContent;
        Assert.InRange(text.IndexOf("2026年3月1日", StringComparison.Ordinal), 0, text.IndexOf("附件1", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_that_a_title_holds_is_code()
    {
        const string Wild = "关于<b>\"}; @page{}</style><script>的\\通知";
        var issue = Issue("<i>", "文") with { Title = Wild };
        issue = issue with { Sections = [issue.Sections[0] with { Entries = [issue.Sections[0].Entries[0] with { Title = Wild, Document = new() { Title = Wild, Markdown = "文" } }] }] };

        var page = Page(issue);
        Assert.Empty(page.QuerySelectorAll("script, b, i"));
        Assert.Equal(Wild, page.QuerySelector(".document__title")!.TextContent);
        var css = IssueStyles.Of(issue);
        Assert.DoesNotContain("<", css);
        Assert.Contains("\\22 \\7d \\3b ", css);
    }

    [Theory]
    [InlineData("云岭市测试设施管理办法", "云岭市测试设施管理办法")]
    [InlineData("云岭市人民政府办公室关于做好测试设施维护和安全检查工作的通知", "关于做好测试设施维护和安全检查工作的通知")]
    [InlineData("云岭市人民政府办公室关于做好测试设施维护和安全检查工作并进一步完善长效管理机制的通知", "关于做好测试设施维护和安全检查工作并进一步…")]
    [InlineData("一二三四五六七八九十一二三四五六七八九十𠮷二三", "一二三四五六七八九十一二三四五六七八九十…")]
    public void Long_titles_are_cut_for_the_head(string title, string head) => Assert.Equal(head, ShortTitle.Of(title));

    [Theory]
    [InlineData(3, false, 1, false, true, 1)]
    [InlineData(4, false, 1, false, false, 1)]
    [InlineData(4, true, 1, false, true, 1)]
    [InlineData(4, false, 2, false, true, 2)]
    [InlineData(3, false, 1, true, false, 2)]
    public void Odd_numbers_are_on_the_right(int front, bool hasBlank, int first, bool counts, bool needsBlank, int number)
    {
        var issue = Issue("", "文") with { FirstNumber = first, CountsContents = counts };
        var sheets = new IssueSheets(front, 1, new Dictionary<int, int> { [1] = 1 });

        Assert.Equal(needsBlank, sheets.NeedsBlank(issue, hasBlank));
        Assert.Equal(number, sheets.NumbersIn(issue)[1]);
    }
}

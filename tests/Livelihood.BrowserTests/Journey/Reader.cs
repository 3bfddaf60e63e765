using System.Text.RegularExpressions;
using Livelihood.BrowserTests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests.Journey;

/// <summary>Somebody who reads the gazette and searches it.</summary>
internal sealed class Reader(BrowserWindow window)
{
    private const string Test = "Journey";

    private IPage Page => window.Page;

    private ILocator Main => Page.GetByRole(AriaRole.Main);

    private ILocator Results => Page.Locator(".search-result");

    /// <summary>From the home page to the table of contents as printed.</summary>
    public async Task OpenTheIssueAsync()
    {
        await window.OpenAsync("/", Test);
        await window.FollowAsync(Page.Locator("nav").GetByRole(AriaRole.Link, new() { Name = "政府公报" }).First, "gazettes", Test);
        await window.FollowAsync(Main.Locator("a[href$='/gazettes/2019/6']").First, "issue", Test);
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("2019年第6号");
        await Assertions.Expect(Main).ToContainTextAsync("总第161号");
    }

    /// <summary>The Regulation, its record, and a link to one of its 56 articles.</summary>
    public async Task ReadTheRegulationAsync()
    {
        await window.FollowAsync(Main.GetByRole(AriaRole.Link, new() { Name = "中华人民共和国政府信息公开条例" }).First, "regulation", Test);
        await Assertions.Expect(Main).ToContainTextAsync("索引号");
        Assert.Equal(56, await Page.Locator("p.article").CountAsync());
        var article = Page.Locator("[id='第三十三条']");
        await article.GetByRole(AriaRole.Link, new() { Name = "第三十三条" }).ClickAsync();
        Assert.EndsWith("#" + Uri.EscapeDataString("第三十三条"), Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(article).ToBeInViewportAsync();
    }

    /// <summary>By a word, with the place marked, and by three spellings of a document's number.</summary>
    public async Task SearchAsync()
    {
        await window.OpenAsync("/search", Test);
        await Main.Locator("input[type=search]").FillAsync("断头路");
        await window.FollowAsync(Main.GetByRole(AriaRole.Button, new() { Name = "搜索" }), "found", Test);
        await Assertions.Expect(Results.Locator("mark").Filter(new() { HasText = "断头路" }).First).ToBeVisibleAsync();
        foreach (var spelling in new[] { "三政办[2019]8号", "三政办〔2019〕8号", "2019 8" })
        {
            await Main.Locator("input[type=search]").FillAsync(spelling);
            await Main.GetByRole(AriaRole.Button, new() { Name = "搜索" }).ClickAsync();
            await Assertions.Expect(Page).ToHaveTitleAsync(new Regex("^" + Regex.Escape(spelling)));

            // Two agencies have an eighth document of that year; with the agency's code there is one.
            var found = spelling == "2019 8" ? Results.Filter(new() { HasText = "三政办〔2019〕8号" }).First : Results.First;
            await Assertions.Expect(found).ToContainTextAsync("三政办〔2019〕8号");
        }
    }
}

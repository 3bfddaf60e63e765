using Livelihood.BrowserTests.Fixtures;
using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>A reader goes from the wall of issues into a document, finds an article and how it is cited.</summary>
public sealed class GazetteReadingTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone, Scripts.On)]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task From_the_wall_to_a_citation(Width width, Scripts scripts)
    {
        await using var window = await browser.OpenWindowAsync(width, scripts);
        var page = window.Page;
        await window.OpenAsync("/gazettes?view=list");
        await window.OpenAsync("/gazettes?issue=" + Uri.EscapeDataString("第0号"));
        await window.OpenAsync("/gazettes");
        await window.FollowAsync(page.Locator("a.issue-cover").First, "issue");
        await window.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "阅读全文" }), "reader");

        var isWide = width == Width.Desk;
        Assert.Equal(isWide, await page.Locator(".reader__contents--wide").IsVisibleAsync());
        Assert.Equal(!isWide, await page.Locator(".reader__contents--narrow").IsVisibleAsync());
        if (!isWide)
        {
            var current = page.Locator(".reader__contents--narrow [aria-current=page]");
            Assert.False(await current.IsVisibleAsync());
            await page.Locator(".reader__contents--narrow > summary").PressAsync("Enter");
            Assert.True(await current.IsVisibleAsync());
            await window.CheckAsync("reader-contents");
        }

        await window.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "本文件的页面" }), "document");
        await window.OpenAsync(await RegulationAsync());

        // By keyboard: the article's number is reached first, and only then its link 引用.
        var article = page.Locator("p.article").First;
        var cite = article.Locator(".cite-link");
        Assert.False(await cite.IsVisibleAsync());
        await article.Locator(".article-number").FocusAsync();
        Assert.True(await cite.IsVisibleAsync());
        await window.CheckAsync("article");
        await window.FollowAsync(cite, "cite");
        Assert.Contains("引用第", await page.Locator("h1").TextContentAsync());
        Assert.Equal(scripts == Scripts.On, await page.Locator("[data-copy]").First.IsVisibleAsync());
    }

    /// <summary>A regulation that another one amends, and that names a document of the portal.</summary>
    private Task<string> RegulationAsync() => browser.Host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        await PublishAsync(store, "云岭市浏览器测试条例", new() { Validity = Validity.InForce, EffectiveOn = new(2020, 1, 1), FormedOn = new(2019, 12, 1) }, "第一条　为了测试。");
        var item = await PublishAsync(
            store, "云岭市测试规章", new() { Number = "云测令第7号", IssuingAgencies = ["云岭市人民政府"], FormedOn = new(2020, 3, 1), EffectiveOn = new(2020, 4, 1) },
            "## 第一章 总则\n\n第一条　根据《云岭市浏览器测试条例》，制定本规章。\n\n第二条　本规章适用于测试。\n\n## 第二章 附则\n\n第三条　本规章自2020年4月1日起施行。\n\n## 附件1 清单\n\n| 项目 | 数量 |\n|---|---|\n| 甲 | 1 |");
        await PublishAsync(
            store, "关于修改《云岭市测试规章》的决定", new() { Number = "云测令第9号", FormedOn = new(2024, 3, 1), EffectiveOn = new(2024, 4, 1) }, "修改《云岭市测试规章》。", new RelationsPart { Amends = [item.ItemId] });
        return item.Item.Path;
    });

    private static async Task<ContentVersion> PublishAsync(IContentStore store, string title, OfficialDocumentPart document, string text, params object[] parts)
    {
        var draft = await store.CreateAsync(new("OfficialDocument", "SMX-JYJ", new ContentData([new TitlePart(title), document, new DisclosureRecordPart(), new MarkdownBodyPart(text), .. parts])));
        return await store.PublishAsync(draft.ItemId);
    }
}

using Livelihood.Content.Items;
using Livelihood.Content.Parts;
using Livelihood.IntegrationTests.Feeds;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Search;

/// <summary>How a reader narrows and orders what was found. Every test uses words that occur nowhere else; the portal is shared.</summary>
public abstract class FacetTests(PortalFixture portal) : IAsyncLifetime
{
    private const string Result = ".search-result__title";
    private const string Facet = ".facets__link";
    private readonly Library _library = new(portal.Host);
    private readonly PortalVisitor _visitor = portal.NewVisitor();

    public async ValueTask InitializeAsync() => await _library.OpenAsync();

    public ValueTask DisposeAsync()
    {
        _visitor.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task UnknownValues_InTheAddress_AreNamed()
    {
        await _library.PublishAsync("肉苁蓉", "肉苁蓉。", formed: "2015-01-01");
        var page = await _visitor.GetPageAsync("/search?q=肉苁蓉&year=去年&validity=perhaps");
        Assert.Equal(["肉苁蓉"], page.TextsOf(Result));
        Assert.Equal(
            ["网址中的筛选条件有误：year 应当是四位的年份，例如 2021。", "网址中的筛选条件有误：没有“perhaps”这种有效性。"], page.TextsOf(".govuk-inset-text").Order(StringComparer.Ordinal));
        Assert.Contains("没有编码为“NONE9”的机关", (await _visitor.GetPageAsync("/search?q=肉苁蓉&agency=NONE9")).VisibleText);
    }

    [Fact]
    public async Task SeveralValues_OfOneFacetAreAdded_OfSeveralNarrow()
    {
        await _library.PublishAsync("甲 梭梭林", "梭梭林。", formed: "2015-01-01");
        await _library.PublishAsync("乙 梭梭林", "梭梭林。", formed: "2016-01-01", validity: Validity.Repealed);
        await _library.PublishAsync("丙 梭梭林", "梭梭林。", formed: "2017-01-01", agency: Library.OtherAgencyId);

        var page = await (await SearchAsync("梭梭林")).FollowAsync($"{Facet}[href*='year=2015']");
        Assert.Equal(["甲 梭梭林"], page.TextsOf(Result));
        Assert.Contains("2016年 1篇", page.TextsOf(Facet));
        page = await page.FollowAsync($"{Facet}[href*='year=2016']");
        Assert.Equal(["甲 梭梭林", "乙 梭梭林"], page.TextsOf(Result));
        Assert.Equal(["取消年份：2015年 ✕", "取消年份：2016年 ✕", "取消全部筛选"], page.TextsOf(".chosen a"));
        Assert.DoesNotContain("测试市财政局 1篇", page.TextsOf(Facet));
        page = await page.FollowAsync($"{Facet}[href*='validity=ended']");
        Assert.Equal(["乙 梭梭林"], page.TextsOf(Result));
        page = await page.FollowAsync(".chosen__value[href*='year=2016']:not([href*='year=2015'])");
        Assert.Equal(["乙 梭梭林"], page.TextsOf(Result));
        page = await page.FollowAsync($"{Facet}[aria-current]");
        Assert.Equal(["乙 梭梭林"], page.TextsOf(Result));
        Assert.Equal(["取消有效性：已废止或失效 ✕"], page.TextsOf(".chosen a"));
    }

    [Fact]
    public async Task NothingInTheChosenRange_SaysSoAndKeepsTheChoice()
    {
        await _library.PublishAsync("榛鸡", "榛鸡保护。", formed: "2015-01-01");

        var page = await _visitor.GetPageAsync("/search?q=榛鸡&year=2016&agency=NOWHERE");
        Assert.Contains("所选的范围内没有结果", page.VisibleText);
        Assert.Equal(3, page.TextsOf(".chosen a").Count);
        Assert.Single((await page.FollowAsync(".chosen__all")).TextsOf(Result));
    }

    [Fact]
    public async Task Agency_TakesInThoseBelow_AndShowsThemAsATree()
    {
        await AddAgenciesAsync();
        await _library.PublishAsync("甲 旱獭", "旱獭。", agency: "TSTP");
        await _library.PublishAsync("乙 旱獭", "旱獭。", agency: "TSTP1");
        await _library.PublishAsync("丙 旱獭", "旱獭。", agency: "TSTP11");
        await _library.PublishAsync("丁 旱獭", "旱獭。", agency: Library.OtherAgencyId);

        var page = await SearchAsync("旱獭");
        Assert.Contains("测试县人民政府 3篇", page.TextsOf(Facet));
        Assert.Equal(["测试县林业局 2篇"], page.TextsOf($".facets__list .facets__list {Facet}"));
        page = await page.FollowAsync($"{Facet}[href$='agency=TSTP']");
        Assert.Equal(3, page.TextsOf(Result).Count);
        page = await page.FollowAsync($"{Facet}[href$='agency=TSTP1']");
        Assert.Equal(["取消发布机关：测试县林业局 ✕"], page.TextsOf(".chosen a"));
        Assert.Equal(2, page.TextsOf(Result).Count);
        Assert.Contains("测试县林业站 1篇", page.TextsOf(Facet));
        Assert.Contains("测试市财政局 1篇", page.TextsOf(Facet));
    }

    [Fact]
    [Trait("rule", "R-20")]
    [Trait("rule", "R-24")]
    public async Task TopicCategoryAndIssue_AreFacets()
    {
        var issue = (await portal.PublishNoticeAsync("测试公报2019年第1号")).ItemId;
        await PublishAsync("甲 沙棘", "沙棘。", "GAA", "20-1", issue);
        await PublishAsync("乙 沙棘", "沙棘。", "GAB", "20-5", null);

        var page = await SearchAsync("沙棘");
        Assert.Equal(["甲 沙棘"], (await page.FollowAsync($"{Facet}[href*='issue={issue}']")).TextsOf(Result));
        Assert.Contains("测试公报2019年第1号 1篇", page.TextsOf(Facet));
        Assert.Equal(["乙 沙棘"], (await page.FollowAsync($"{Facet}[href*='topic=GAB']")).TextsOf(Result));
        Assert.Equal(["甲 沙棘"], (await page.FollowAsync($"{Facet}[href*='category=20-1']")).TextsOf(Result));

        await portal.WithdrawAsync(issue);
        Assert.DoesNotContain("测试公报2019年第1号", (await SearchAsync("沙棘")).Html);
    }

    [Fact]
    public async Task Order_ByNumber_IsAgencyCodeYearAndSerial()
    {
        await _library.PublishAsync("丁", "驼绒藜。", formed: "2020-01-01");
        await _library.PublishAsync("丙", "驼绒藜。", "测政〔2019〕2号", "2019-03-01");
        await _library.PublishAsync("甲", "驼绒藜。", "测办〔2019〕10号", "2019-02-01");
        await _library.PublishAsync("乙", "驼绒藜。", "测政〔2018〕11号", "2018-01-01");
        await _library.PublishAsync("零", "驼绒藜。", "测办〔2019〕9号", "2019-06-01");

        var page = await SearchAsync("驼绒藜");
        page = await page.FollowAsync(".search-orders a[href*='sort=number']");
        Assert.Equal(["零", "甲", "乙", "丙", "丁"], page.TextsOf(Result));
        Assert.Equal(["丁", "零", "丙", "甲", "乙"], (await page.FollowAsync(".search-orders a[href*='sort=newest']")).TextsOf(Result));
        // The order stays while the results are narrowed.
        Assert.Equal(["零", "甲", "丙"], (await page.FollowAsync($"{Facet}[href*='year=2019']")).TextsOf(Result));
    }

    [Fact]
    public async Task Feed_HasWhatThePageHas_WithEveryFilter()
    {
        await _library.PublishAsync("甲 柽柳", "柽柳。", formed: "2015-01-01");
        await _library.PublishAsync("乙 柽柳", "柽柳。", formed: "2016-01-01", agency: Library.OtherAgencyId);
        await _library.PublishAsync("丙 柽柳", "柽柳。", formed: "2017-01-01", validity: Validity.Expired);

        Assert.Equal(["甲 柽柳", "乙 柽柳"], await FeedAsync("q=柽柳&year=2015&year=2016"));
        Assert.Equal(["乙 柽柳"], await FeedAsync($"q=柽柳&agency={Library.OtherAgencyId}&validity=current&type={Library.Type}"));
        Assert.Equal(["丙 柽柳"], await FeedAsync("q=柽柳&validity=ended"));
        Assert.Empty(await FeedAsync("q=柽柳&topic=XXX"));
    }

    [Fact]
    public async Task NothingFound_CarriesTheWordsIntoTheRequestForm()
    {
        var page = await SearchAsync("鹈鹕栖息地清册");
        var form = await page.FollowAsync("a[href*='wanted=']");
        Assert.Equal("鹈鹕栖息地清册", form.Find("[name='Input.Subject']").GetAttribute("value"));

        form = await (await SearchAsync("测鸟办〔2044〕7号")).FollowAsync("a[href*='wanted=']");
        Assert.Equal("测鸟办〔2044〕7号", form.Find("[name='Input.DocumentNumber']").GetAttribute("value"));
    }

    private async Task<IReadOnlyList<string>> FeedAsync(string query)
    {
        using var response = await _visitor.GetAsync("/search/feed?" + query);
        var feed = System.Xml.Linq.XDocument.Parse(await response.Content.ReadAsStringAsync());
        var atom = feed.Root!.Name.Namespace;
        return [.. feed.Root.Elements(atom + "entry").Select(e => e.Element(atom + "title")!.Value).OrderDescending(StringComparer.Ordinal)];
    }

    private Task<string> PublishAsync(string title, string text, string topic, string category, string? issue) => portal.Host.InScopeAsync(async services =>
    {
        var store = services.GetRequiredService<IContentStore>();
        List<object> parts =
        [
            new TitlePart(title), new MarkdownBodyPart(text), new OfficialDocumentPart { Topic = topic, FormedOn = new(2019, 4, 30) },
            new DisclosureRecordPart { Category = category },
        ];
        if (issue is not null)
        {
            parts.Add(new PrintedInPart(issue, "市政府文件", 1, 3));
        }

        var version = await store.CreateAsync(new(Library.Type, Library.AgencyId, new ContentData([.. parts])));
        await store.PublishAsync(version.ItemId);
        return version.ItemId;
    });

    private Task AddAgenciesAsync() => portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        if (!await db.Set<Agency>().AnyAsync(a => a.Id == "TSTP"))
        {
            db.Add(new Agency { Id = "TSTP", Name = "测试县人民政府", ShortName = "测试县" });
            db.Add(new Agency { Id = "TSTP1", Name = "测试县林业局", ShortName = "县林业局", ParentId = "TSTP" });
            db.Add(new Agency { Id = "TSTP11", Name = "测试县林业站", ShortName = "县林业站", ParentId = "TSTP1" });
            services.GetRequiredService<IAuditTrail>().Record("test.opened", nameof(FacetTests), "TSTP");
            await db.SaveChangesAsync();
        }
    });

    private Task<PortalPage> SearchAsync(string text) => _visitor.GetPageAsync($"/search?q={Uri.EscapeDataString(text)}");
}

[Trait("Database", "SQLite")]
public sealed class FacetTestsOnSqlite(SqlitePortal portal) : FacetTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class FacetTestsOnPostgres(PostgresPortal portal) : FacetTests(portal), IClassFixture<PostgresPortal>;

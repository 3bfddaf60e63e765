using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Livelihood.Content.Parts;
using Livelihood.Content.Publication;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Agencies;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.Search.Domain.Queries;
using Livelihood.Search.Querying;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Search;

/// <summary>What a reader finds on the search page, over HTTP. Every test uses words that occur nowhere else; the portal is shared.</summary>
public abstract class SearchTests(PortalFixture portal) : IAsyncLifetime
{
    private const string Result = ".search-result__title";
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
    public async Task Search_PublishedItem_IsFoundByTheNextQueryWithThePlaceMarked()
    {
        await _library.PublishAsync("交通工作方案", "## 一、总体要求\n\n统筹规划。\n\n## 二、重点任务\n\n打通城区断颈桥三条，方便出行。");

        var page = await SearchAsync("断颈桥");
        Assert.Equal(["交通工作方案"], page.TextsOf(Result));
        Assert.Equal(["断颈桥"], page.TextsOf(".search-result__passage mark"));
        Assert.Equal("二、重点任务", page.Find(".search-result__passage a").TextContent);

        var link = (IHtmlAnchorElement)page.Find(".search-result__passage a");
        var document = await page.FollowAsync(".search-result__passage a");
        Assert.Equal("断颈桥", document.Find("mark").TextContent);
        Assert.Equal("二、重点任务", document.Document.GetElementById(Uri.UnescapeDataString(new Uri(link.Href).Fragment.TrimStart('#')))?.TextContent);
    }

    [Fact]
    public async Task Search_Draft_IsNotFound()
    {
        var id = await _library.PublishAsync("河道管护", "清理垃圾。");
        await _library.ReviseAsync(id, "河道管护", "新增内容：蓝藻打捞。", publish: false);

        Assert.Empty((await SearchAsync("蓝藻")).TextsOf(Result));
        Assert.Single((await SearchAsync("清理垃圾")).TextsOf(Result));
    }

    [Fact]
    public async Task Search_RevisedItem_IsFoundByItsNewTextOnly()
    {
        var id = await _library.PublishAsync("热力管网", "改造旧锅炉房。");
        await _library.ReviseAsync(id, "热力管网", "改造换热站。");

        Assert.Empty((await SearchAsync("\"旧锅炉房\"")).TextsOf(Result));
        Assert.Single((await SearchAsync("换热站")).TextsOf(Result));
    }

    [Fact]
    public async Task Search_WithdrawnItem_IsNotFound()
    {
        var id = await _library.PublishAsync("撤回试验", "内容含有榫卯结构。");
        Assert.Single((await SearchAsync("榫卯")).TextsOf(Result));

        await _library.WithdrawAsync(id);

        var page = await SearchAsync("榫卯");
        Assert.Empty(page.TextsOf(Result));
        Assert.Contains("没有找到“榫卯”", page.VisibleText);
        Assert.Contains("/disclosure/requests/new?wanted=%E6%A6%AB%E5%8D%AF", page.Html);
    }

    [Theory]
    [InlineData("三测办[2035]88号")]
    [InlineData("三测办〔2035〕88号")]
    [InlineData("三测办（２０３５）８８号")]
    [InlineData("三测办2035 88")]
    [InlineData("2035 88")]
    [InlineData("2035年88号")]
    public async Task Search_DocumentNumberInAnySpelling_FindsThatDocumentFirst(string spelling)
    {
        if ((await SearchAsync("\"编号试验\"")).TextsOf(Result).Count == 0)
        {
            await _library.PublishAsync("工作要点", "编号试验。", "三测办〔2035〕88号", "2019-04-30");
            await _library.PublishAsync("关于三测办〔2035〕88号文件的补充通知 2035 88", "依照三测办〔2035〕88号执行。2035 88。", "三测办〔2036〕1号", "2020-01-01");
            await _library.PublishAsync("另一份文件", "正文。", "三测办〔2035〕188号", "2021-01-01");
        }

        var titles = (await SearchAsync(spelling)).TextsOf(Result);
        Assert.Equal("工作要点", titles[0]);
        Assert.Contains("关于三测办〔2035〕88号文件的补充通知 2035 88", titles);
        Assert.DoesNotContain("另一份文件", titles);
        Assert.Contains("另一份文件", (await SearchAsync("三测办〔2035〕 正文")).TextsOf(Result));
    }

    [Theory]
    [InlineData("三测办〔2043〕6号")]
    [InlineData("三测办2043年第6号")]
    [InlineData("三测办二〇四三年六号文件")]
    [InlineData("三测办 2043年第6号")]
    public async Task Search_NumberAmongWords_FindsThatDocumentFirstElseTheWords(string number)
    {
        if ((await SearchAsync("\"雪鸮栖息\"")).TextsOf(Result).Count == 0)
        {
            await _library.PublishAsync("巡护要点", "雪鸮栖息地巡护。", "三测办〔2043〕6号", "2019-04-30");
            await _library.PublishAsync("雪鸮巡护补充通知", "雪鸮栖息地依照三测办〔2043〕6号巡护。", "三测办〔2044〕1号", "2020-01-01");
            await _library.PublishAsync("雪鸮巡护 2043 6", "雪鸮栖息地巡护 2043年6号楼。", "三测办〔2045〕9号", "2021-01-01");
        }

        Assert.Equal(["巡护要点", "雪鸮巡护补充通知"], (await SearchAsync($"{number} 雪鸮")).TextsOf(Result));
        Assert.Equal(["巡护要点", "雪鸮巡护补充通知"], (await SearchAsync($"雪鸮 {number}")).TextsOf(Result));
        Assert.Equal(["巡护要点", "雪鸮巡护补充通知"], (await SearchAsync($"{number}雪鸮")).TextsOf(Result));
        Assert.Equal(["雪鸮巡护 2043 6"], (await SearchAsync($"雪鸮 -{number.Replace(" ", "", StringComparison.Ordinal)}")).TextsOf(Result));

        // A number that no document has does not hide what has the words.
        var without = await SearchAsync($"雪鸮栖息地 {number.Replace("6", "777", StringComparison.Ordinal).Replace("六", "七七七", StringComparison.Ordinal)}");
        Assert.Equal(3, without.TextsOf(Result).Count);
        Assert.Contains("这里没有文号是“三测办", without.VisibleText);
        Assert.Contains("/disclosure/requests/new?wanted=", without.Html);

        // One that a document has leads to it, whatever else was typed.
        var more = await SearchAsync($"{number} 绝无此鸟");
        Assert.Equal(["巡护要点", "雪鸮巡护补充通知"], more.TextsOf(Result));
        Assert.Contains("没有按“绝无此鸟”查找", more.VisibleText);
        Assert.DoesNotContain("这里没有文号", more.VisibleText);
        Assert.Empty((await SearchAsync("文号:三测办〔2043〕777号 雪鸮")).TextsOf(Result));
    }

    [Fact]
    public async Task Search_Words_AllMustBeThereElseTheTellingPart()
    {
        await _library.PublishAsync("养老服务", "新建日间照料中心，配备助餐设施。");
        await _library.PublishAsync("托育服务", "新建托育机构，配备助餐设施。");

        Assert.Equal(["养老服务"], (await SearchAsync("照料中心 助餐设施")).TextsOf(Result));
        var partial = await SearchAsync("照料中心 助餐设施 潜水艇");
        Assert.Contains("没有一篇同时含有所有的词", partial.VisibleText);
        Assert.Equal("养老服务", partial.TextsOf(Result)[0]);
        Assert.Equal(["托育服务"], (await SearchAsync("助餐设施 -照料中心")).TextsOf(Result));
    }

    [Fact]
    public async Task Search_ExactPhrase_IsNotFoundInPieces()
    {
        await _library.PublishAsync("驯鹿工作", "对高原驯鹿实施越冬救助，标准另行公布。");

        Assert.Single((await SearchAsync("高原驯鹿越冬救助标准是多少")).TextsOf(Result));
        Assert.Empty((await SearchAsync("\"高原驯鹿越冬救助标准\"")).TextsOf(Result));
        Assert.Single((await SearchAsync("\"高原驯鹿实施越冬救助\"")).TextsOf(Result));
    }

    [Fact]
    public async Task Search_PhraseWhoseTermsStandApartInMany_ShowsOnlyWhereTheyStandTogether()
    {
        await _library.PublishAsync("菌草试点", "推广菌草菇棚。", formed: "2019-01-01");
        for (var i = 0; i < 320; i++)
        {
            await _library.PublishAsync($"菌草第{i}批", "菇棚另建。", formed: "2018-01-01");
        }

        Assert.Equal(["菌草试点"], (await SearchAsync("\"菌草菇棚\"")).TextsOf(Result));
        Assert.Equal(["菌草试点"], (await _visitor.GetPageAsync("/search?q=\"菌草菇棚\"&sort=newest")).TextsOf(Result));
    }

    [Fact]
    public async Task Search_SingleCharacterAndMixedWords_AreFound()
    {
        await _library.PublishAsync("鹮类保护", "2031年建设7G驿站，保护朱鹮。");

        Assert.Single((await SearchAsync("鹮")).TextsOf(Result));
        Assert.Single((await SearchAsync("７Ｇ驿站")).TextsOf(Result));
        Assert.Single((await SearchAsync("\"2031年\"")).TextsOf(Result));
        Assert.Single((await SearchAsync("鹮 驿站")).TextsOf(Result));
        Assert.Empty((await SearchAsync("驿站 -鹮")).TextsOf(Result));
    }

    [Fact]
    public async Task Search_Facets_NarrowAndCount()
    {
        await _library.PublishAsync("甲 苜蓿种植", "苜蓿。", formed: "2017-01-01");
        await _library.PublishAsync("乙 苜蓿种植", "苜蓿。", formed: "2018-01-01", agency: Library.OtherAgencyId);
        await _library.PublishAsync("丙 苜蓿种植", "苜蓿。", formed: "2018-06-01", validity: Validity.Repealed);

        var page = await SearchAsync("苜蓿");
        Assert.Equal(["乙 苜蓿种植", "甲 苜蓿种植", "丙 苜蓿种植"], page.TextsOf(Result));
        Assert.Contains("2018年 2篇", page.TextsOf(".facets__link"));
        var narrowed = await page.FollowAsync(".facets__link[href*='year=2018']");
        Assert.Equal(["乙 苜蓿种植", "丙 苜蓿种植"], narrowed.TextsOf(Result));
        Assert.Contains("2017年 1篇", narrowed.TextsOf(".facets__link"));
        Assert.Contains("测试市财政局 1篇", narrowed.TextsOf(".facets__link"));
        Assert.Equal(["丙 苜蓿种植", "乙 苜蓿种植", "甲 苜蓿种植"], (await _visitor.GetPageAsync("/search?q=苜蓿&sort=newest")).TextsOf(Result));
        Assert.Equal(["丙 苜蓿种植"], (await _visitor.GetPageAsync("/search?q=苜蓿&validity=ended")).TextsOf(Result));
    }

    [Fact]
    public async Task Search_ManyResults_ArePagedWithoutDoubleOrGap()
    {
        for (var i = 1; i <= 23; i++)
        {
            await _library.PublishAsync($"花椒第{i}批", "花椒基地。", formed: $"2019-03-{i:00}");
        }

        var first = await SearchAsync("花椒基地");
        Assert.Contains("共 23 篇，第 1 页，共 3 页", first.VisibleText);
        var titles = new List<string>(first.TextsOf(Result));
        titles.AddRange((await _visitor.GetPageAsync("/search?q=花椒基地&p=2")).TextsOf(Result));
        titles.AddRange((await _visitor.GetPageAsync("/search?q=花椒基地&p=3")).TextsOf(Result));
        Assert.Equal(23, titles.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(titles[20..], (await _visitor.GetPageAsync("/search?q=花椒基地&p=999999")).TextsOf(Result));
    }

    [Theory]
    [InlineData("断头路\" OR \"")]
    [InlineData("NEAR(断头 头路, 2)")]
    [InlineData("title : 断头路*")]
    [InlineData("'; DROP TABLE search_documents; --")]
    [InlineData("% _ \\ ' \" * ^ ( ) { } [ ]")]
    [InlineData("！？……《》")]
    [InlineData("\u202E断头路\u200F")]
    [InlineData("断头路\0")]
    [InlineData("-断头路")]
    [InlineData("!'&|:*<->")]
    public async Task Search_InputThatBreaksSearches_AnswersWithAPage(string text)
    {
        var page = await SearchAsync(text);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("搜索", page.Find("h1").TextContent);
        Assert.DoesNotContain(page.Find("html").OuterHtml, sign => char.GetUnicodeCategory(sign) is UnicodeCategory.Format);
    }

    [Fact]
    public async Task Search_TenThousandCharacters_SaysThatItCutThem()
    {
        var page = await SearchAsync(string.Concat(Enumerable.Repeat("查", 10_000)));

        Assert.Contains("查询词太长，只按前200个字查找", page.VisibleText);
    }

    [Fact]
    public async Task Search_NamedParts_NarrowByTitleAgencyAndDate()
    {
        await _library.PublishAsync("藏红花种植方案", "正文。", formed: "2018-05-01");
        await _library.PublishAsync("种植技术", "推广藏红花。", formed: "2020-05-01", agency: Library.OtherAgencyId);

        Assert.Equal(["藏红花种植方案"], (await SearchAsync("标题:藏红花")).TextsOf(Result));
        Assert.Equal(["种植技术"], (await SearchAsync("藏红花 发文机关:财政局")).TextsOf(Result));
        Assert.Equal(["种植技术"], (await SearchAsync("藏红花 日期:2019..2021")).TextsOf(Result));
        Assert.Empty((await SearchAsync("藏红花 日期:2021 发文机关:财政局")).TextsOf(Result));
        Assert.Contains("种植技术", (await SearchAsync("发文机关:财政局 日期:2020-05-01")).TextsOf(Result));
        Assert.Contains("不像日期", (await SearchAsync("藏红花 日期:昨天")).VisibleText);
    }

    [Fact]
    public async Task Advanced_FilledIn_LeadsToTheSameSearch()
    {
        await _library.PublishAsync("墨玉雕刻管理", "墨玉雕刻行业。", formed: "2018-05-01");

        Assert.Equal("高级搜索", (await _visitor.GetPageAsync("/search/advanced")).Find("h1").TextContent);
        var page = await _visitor.GetPageAsync("/search/advanced?Form.Title=墨玉雕刻&Form.From=2018&Form.To=2018");
        Assert.Equal(["墨玉雕刻管理"], page.TextsOf(Result));
    }

    [Fact]
    public async Task Search_FormerNameOfAnAgency_FindsTheNewOne()
    {
        await portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            if (!await db.Set<Agency>().AnyAsync(a => a.Id == "TST02"))
            {
                db.Add(new Agency
                {
                    Id = "TST02", Name = "测试市观鸟委员会", ShortName = "市观鸟委", FormerNames = [new("测试市候鸟保护办公室", "市候鸟办", null, new DateOnly(2019, 3, 31))],
                });
                services.GetRequiredService<IAuditTrail>().Record("test.opened", nameof(SearchTests), "TST02");
                await db.SaveChangesAsync();
            }
        });
        await _library.PublishAsync("湿地巡查", "由观鸟委牵头巡查。");

        var page = await SearchAsync("候鸟办 巡查");
        Assert.Equal(["湿地巡查"], page.TextsOf(Result));
        Assert.Contains("观鸟委", page.TextsOf("mark"));
    }

    [Fact]
    public async Task Search_InvalidParameters_AreIgnored()
    {
        var page = await _visitor.GetPageAsync("/search?q=%FF%FE断&year=abc&p=-5&sort=x&validity=x&type=&agency=%27");

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Suggest_Description_FindsItemsThatAreThere()
    {
        await _library.PublishAsync("水厂建设情况", "全市新建乡镇水厂七座，解决农村饮水安全。");

        var hits = await portal.Host.InScopeAsync(services => services.GetRequiredService<IPublishedSearch>()
            .SuggestAsync("本人想了解“新建乡镇水厂”的数量，以及2031年农村饮水工程的资金安排情况", 5));

        Assert.Equal("水厂建设情况", hits[0].Title);
        Assert.Contains("乡镇水厂", hits[0].Passage);
        Assert.Equal("测试市人民政府办公室", hits[0].Agency);
        Assert.Empty(await portal.Host.InScopeAsync(s => s.GetRequiredService<IPublishedSearch>().SuggestAsync("鞦韆韆鞦", 5)));

        // A number that no document has does not hide what the rest describes.
        Assert.NotEmpty(await portal.Host.InScopeAsync(s => s.GetRequiredService<IPublishedSearch>()
            .SuggestAsync("根据三测办〔2031〕9999号，本人想了解新建乡镇水厂的数量以及农村饮水工程的资金安排情况", 5)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Passages_AreNoMoreThanWereAskedFor(int most)
    {
        const string Body = "# 第一章\n\n楝树林场的管护。\n\n# 第二章\n\n楝树林场的经费。\n\n# 第三章\n\n楝树林场的考核。\n\n# 第四章\n\n楝树林场的附则。";
        await _library.PublishAsync($"林场管护办法之{most}", Body);

        var found = await portal.Host.InScopeAsync(services => services.GetRequiredService<ISearch>()
            .SearchAsync(new(QueryParser.Parse("楝树林场"), new SearchFilter()) { MostPassages = most }));

        Assert.All(found.Hits, hit => Assert.Equal(most, hit.Passages.Count));
        Assert.Contains(found.Hits, hit => hit.Entry.Title == $"林场管护办法之{most}");
    }

    private Task<PortalPage> SearchAsync(string text) => _visitor.GetPageAsync($"/search?q={Uri.EscapeDataString(text)}");
}

[Trait("Database", "SQLite")]
public sealed class SearchTestsOnSqlite(SqlitePortal portal) : SearchTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class SearchTestsOnPostgres(PostgresPortal portal) : SearchTests(portal), IClassFixture<PostgresPortal>;

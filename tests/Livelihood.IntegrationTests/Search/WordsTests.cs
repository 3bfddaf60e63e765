using System.Net;
using System.Text.Json;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.TestSupport;
using Xunit;

namespace Livelihood.IntegrationTests.Search;

/// <summary>What a half-remembering reader types is understood, over HTTP. Every test uses words that occur nowhere else.</summary>
public abstract class WordsTests(PortalFixture portal) : IAsyncLifetime
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
    public async Task Search_Traditional_FindsSimplifiedAndTheOtherWayRound()
    {
        await _library.PublishAsync("珊瑚礁保护规划", "红树林与珊瑚礁。");
        await _library.PublishAsync("臺灣獼猴觀測", "獼猴棲息地。");

        Assert.Equal(["珊瑚礁保护规划"], (await SearchAsync("珊瑚礁保護規劃")).TextsOf(Result));
        var page = await SearchAsync("猕猴栖息地");
        Assert.Equal(["臺灣獼猴觀測"], page.TextsOf(Result));
        Assert.Contains("獼猴棲息地", string.Concat(page.TextsOf(".search-result__passage mark")));
    }

    [Fact]
    public async Task Search_Question_FindsItsWordsApartAndSaysWhatWasLeftOut()
    {
        await _library.PublishAsync("采砂许可", "申请河道采砂许可的，到水利部门办理，许可证有效期一年。");

        Assert.Contains("采砂许可", (await SearchAsync("请问采砂许可证去哪里办理")).TextsOf(Result));
        var partial = await SearchAsync("河道采砂许可潜水艇");
        Assert.Contains("采砂许可", partial.TextsOf(Result));
        Assert.Contains("没有按“潜水艇”查找", partial.VisibleText);
    }

    [Fact]
    public async Task Search_PinyinOrASlip_ShowsWhatWasMeantAndSaysSo()
    {
        await _library.PublishAsync("雨林苔藓图鉴", "苔藓。");

        foreach (var typed in new[] { "yulintaixian", "yltxtj", "yulin taixian" })
        {
            var page = await SearchAsync(typed);
            Assert.Equal(["雨林苔藓图鉴"], page.TextsOf(Result));
            Assert.Contains("没有找到您输入的词，下面是“雨林苔藓", page.VisibleText);
        }

        Assert.Contains("您是不是要找：雨林苔藓", (await SearchAsync("雨林苔鲜")).VisibleText);
        Assert.Contains("没有找到“PQXZV”", (await SearchAsync("PQXZV")).VisibleText);
    }

    [Fact]
    public async Task Search_RealLatinWord_IsNotTakenForPinyin()
    {
        await _library.PublishAsync("空气质量与msss指数", "PM2.5 浓度与 msss 指数。");

        var page = await SearchAsync("msss");
        Assert.Equal(["空气质量与msss指数"], page.TextsOf(Result));
        Assert.DoesNotContain("没有找到您输入的词", page.VisibleText);
    }

    [Fact]
    public async Task Search_SlipThatSomeTextHas_OffersTheTitle()
    {
        await _library.PublishAsync("荧光水母养殖", "水母。");
        await _library.PublishAsync("养殖杂记", "有人写成荧光水姆。");

        var page = await SearchAsync("荧光水姆");
        Assert.Equal(["养殖杂记"], page.TextsOf(Result));
        Assert.Contains("您是不是要找：荧光水母", page.VisibleText);
    }

    [Fact]
    public async Task Suggest_TypedSoFar_AnswersWithTitlesAsJson()
    {
        await _library.PublishAsync("琥珀收藏指引", "琥珀。", "三测办〔2041〕77号");

        foreach (var typed in new[] { "琥珀", "收藏指", "hpsc", "hupo", "三测办[2041]77", "２０４１年７７号" })
        {
            var page = await _visitor.GetPageAsync($"/search/suggest?q={Uri.EscapeDataString(typed)}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            using var json = JsonDocument.Parse(page.Html);
            Assert.Contains("琥珀收藏指引", json.RootElement.EnumerateArray().Select(s => s.GetProperty("text").GetString()));
        }

        Assert.Equal("[]", (await _visitor.GetPageAsync("/search/suggest?q=" + new string('x', 500))).Html);
        Assert.Equal("[]", (await _visitor.GetPageAsync("/search/suggest")).Html);
    }

    [Fact]
    public async Task Suggest_WithdrawnItem_IsNotSuggested()
    {
        var id = await _library.PublishAsync("蜃景观测记录", "蜃景。");
        Assert.Contains("蜃景观测记录", (await _visitor.GetPageAsync("/search/suggest?q=sjgc")).Html);

        await _library.WithdrawAsync(id);
        Assert.Equal("[]", (await _visitor.GetPageAsync($"/search/suggest?q={Uri.EscapeDataString("蜃景")}")).Html);
    }

    private Task<PortalPage> SearchAsync(string text) => _visitor.GetPageAsync($"/search?q={Uri.EscapeDataString(text)}");
}

[Trait("Database", "SQLite")]
public sealed class WordsTestsOnSqlite(SqlitePortal portal) : WordsTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class WordsTestsOnPostgres(PostgresPortal portal) : WordsTests(portal), IClassFixture<PostgresPortal>;

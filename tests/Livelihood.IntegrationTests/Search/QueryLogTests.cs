using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.Search.QueryLog;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Search;

/// <summary>The log of queries: what editors learn from it, and what nobody learns.</summary>
public abstract class QueryLogTests(PortalFixture portal) : IAsyncLifetime
{
    private readonly Library _library = new(portal.Host);

    public async ValueTask InitializeAsync() => await _library.OpenAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Page_IsCountedOncePerAsker_WithoutFiltersAndPages()
    {
        await _library.PublishAsync("雕鸮", "雕鸮。");
        using var visitor = portal.NewVisitor();
        foreach (var address in new[] { "/search?q=雕鸮", "/search?q=雕鸮", "/search?q=雕鸮&year=2019", "/search?q=雕鸮&sort=newest", "/search?q=雕鸮&p=2", "/search?q=13800001234雕鸮" })
        {
            await visitor.GetPageAsync(address);
        }

        await WriteAsync();
        var kept = Assert.Single(await KeptAsync("雕鸮"));
        Assert.Equal(("雕鸮", 1, 0, 1), (kept.Text, kept.Times, kept.Missed, kept.Found));
    }

    [Fact]
    public async Task Click_IsCounted_WhereThePageIsOpenedFromTheSearchPage()
    {
        await _library.PublishAsync("鸢尾", "鸢尾。");
        using var visitor = portal.NewVisitor();
        var page = await visitor.GetPageAsync("/search?q=鸢尾");
        var link = ((IHtmlAnchorElement)page.Find(".search-result__title a")).Href;
        foreach (var from in new[] { null, "https://example.org/search?q=x", portal.Host.BaseAddress + "notices", page.Address.ToString() })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, link);
            request.Headers.Referrer = from is null ? null : new Uri(from);
            using var response = await visitor.SendRawAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        await WriteAsync();
        Assert.Equal(1, Assert.Single(await KeptAsync("鸢尾")).Clicks);
    }

    [Fact]
    public async Task Store_AddsUp_AndForgetsWhatIsOld()
    {
        await CountAsync("孢子植物", 2, found: 5, clicks: 1);
        await CountAsync("孢子植物", 1, found: 7, clicks: 0);
        var kept = Assert.Single(await KeptAsync("孢子植物"));
        Assert.Equal((3, 7, 1), (kept.Times, kept.Found, kept.Clicks));

        portal.Clock.Advance(TimeSpan.FromDays(181));
        await portal.Host.InScopeAsync(services => services.GetRequiredService<QueryLogStore>().ForgetAsync(default));
        Assert.Empty(await KeptAsync("孢子植物"));
    }

    [Fact]
    public async Task Console_ShowsWhatIsSoughtAndMissed_NotWhatFewAsk()
    {
        await CountAsync("=木蹄层孔菌", 4, found: 9, clicks: 2);
        await CountAsync("盐穗木", 3, found: 0, clicks: 0, missed: 3);
        await CountAsync("只有两人问的", 2, found: 0, clicks: 0, missed: 2);

        using var editor = await portal.Host.SignInAsync(Roles.Editor);
        var page = await editor.GetPageAsync("/console/search-queries");
        Assert.Contains("=木蹄层孔菌", page.VisibleText);
        Assert.Equal("盐穗木", page.Find("caption:contains('没有找到的') ~ tbody th").TextContent.Trim());
        Assert.DoesNotContain("只有两人问的", page.Html);
        Assert.Contains("最近 90 天", (await page.FollowAsync("a[href*='days=90']")).TextsOf("[aria-current=true]"));

        using var response = await editor.GetAsync("/console/search-queries?handler=Csv&days=90");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble, bytes.AsSpan(0, 3));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("\"'=木蹄层孔菌\",\"4\",\"0\",\"9\",\"2\"\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("只有两人问的", text, StringComparison.Ordinal);

        var useful = await portal.Host.InScopeAsync(async services =>
            (await services.GetRequiredService<QueryLogReport>().UsefulAsync(90, 10)).Select(q => q.Text).ToList());
        Assert.Contains("=木蹄层孔菌", useful);
        Assert.Empty(useful.Intersect(["盐穗木", "只有两人问的"]));
        using var stranger = portal.NewVisitor();
        Assert.Contains("/account/sign-in", (await stranger.GetPageAsync("/console/search-queries")).Address.AbsolutePath);
    }

    [Fact]
    public async Task Suggestions_OfferWhatSeveralAskedAndOpened()
    {
        await CountAsync("潮间带 藤壶", 3, found: 4, clicks: 1);
        await CountAsync("潮间带 无人点开", 3, found: 4, clicks: 0);
        await CountAsync("潮间带 只有两人", 2, found: 4, clicks: 2);
        await _library.PublishAsync("滩涂养护", "滩涂。");

        using var visitor = portal.NewVisitor();
        using var answer = JsonDocument.Parse((await visitor.GetPageAsync("/search/suggest?q=潮间")).Html);
        Assert.Equal(["潮间带 藤壶"], answer.RootElement.EnumerateArray().Select(s => s.GetProperty("text").GetString()));
    }

    private Task CountAsync(string text, int times, int found, int clicks, int missed = 0) => portal.Host.InScopeAsync(async services =>
    {
        var asked = services.GetRequiredService<AskedQueries>();
        for (var i = 0; i < times; i++)
        {
            asked.Asked(text, found, i < missed, Guid.NewGuid().ToString());
        }

        for (var i = 0; i < clicks; i++)
        {
            asked.Clicked(text, Guid.NewGuid().ToString());
        }

        await services.GetRequiredService<QueryLogStore>().WriteAsync();
    });

    private Task WriteAsync() => portal.Host.InScopeAsync(services => services.GetRequiredService<QueryLogStore>().WriteAsync());

    private Task<List<AskedQuery>> KeptAsync(string word) => portal.Host.InScopeAsync(services =>
        services.GetRequiredService<PortalDbContext>().Set<AskedQuery>().Where(a => a.Text.Contains(word)).ToListAsync());
}

[Trait("Database", "SQLite")]
public sealed class QueryLogTestsOnSqlite(SqlitePortal portal) : QueryLogTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class QueryLogTestsOnPostgres(PostgresPortal portal) : QueryLogTests(portal), IClassFixture<PostgresPortal>;

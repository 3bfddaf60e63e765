using System.Net;
using Livelihood.Content.Items;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Console;

public abstract class NavigationTests(PortalFixture portal)
{
    private const string List = "/console/navigation";

    [Fact]
    public async Task Change_IsSeenAtOnce_OnEveryPage()
    {
        using var manager = await portal.Host.SignInAsync(Roles.Administrator);
        using var citizen = portal.NewVisitor();
        Assert.DoesNotContain("各机关名录", (await citizen.GetPageAsync("/search")).TextsOf(".main-nav__link"));

        var list = await (await manager.GetPageAsync(List + "/main")).SubmitAsync("main form", Address("各机关名录", "/agencies"));
        Assert.Equal("各机关名录", (await citizen.GetPageAsync("/search")).TextsOf(".main-nav__link")[^1]);
        Assert.Equal("page", (await citizen.GetPageAsync("/agencies")).Find(".main-nav__link[href$='/agencies']").GetAttribute("aria-current"));

        var entry = list.Document.QuerySelectorAll("#form-main tbody tr")[^1].Id!["entry-".Length..];
        await list.SubmitAsync("#form-main", button: $"button[name=up][value='{entry}']");
        Assert.Equal("各机关名录", (await citizen.GetPageAsync("/no-such-page", HttpStatusCode.NotFound)).TextsOf(".main-nav__link")[^2]);

        await (await manager.GetPageAsync($"{List}/main/{entry}")).SubmitAsync("#delete");
        Assert.DoesNotContain("各机关名录", (await citizen.GetPageAsync("/search")).TextsOf(".main-nav__link"));
    }

    [Fact]
    public async Task Menu_ShowsTheEntriesBelowTheCurrentOne()
    {
        var page = await portal.NewVisitor().GetPageAsync("/columns/policy");

        Assert.Equal(["政策解读", "公开目录"], page.TextsOf(".sub-nav__link"));
        Assert.Equal("page", page.Find(".main-nav__link[href$='/columns/policy']").GetAttribute("aria-current"));
        Assert.Equal("true", (await page.FollowAsync(".sub-nav__link")).Find(".main-nav__link[href$='/columns/policy']").GetAttribute("aria-current"));
        Assert.Contains("无障碍说明", page.TextsOf(".site-footer__link"));
    }

    [Theory]
    [InlineData("坏的", "javascript:alert(1)", "以 / 开头")]
    [InlineData("坏的", "http://example.org/", "以 / 开头")]
    [InlineData("坏的", "/no-such-page", "没有“/no-such-page”这个页面")]
    [InlineData("坏的", "/columns/no-such", "没有“/columns/no-such”这个页面")]
    [InlineData("", "/gazettes", "请填写文字")]
    public async Task BadEntry_IsRefused_AndWhatWasTypedStays(string text, string address, string error)
    {
        using var manager = await portal.Host.SignInAsync(Roles.Publisher);
        var form = await manager.GetPageAsync(List + "/footer");

        var refused = await form.SubmitAsync("main form", Address(text, address));

        Assert.Contains(error, refused.Find(".govuk-error-summary").TextContent);
        Assert.Equal(address, refused.Find("#Address").GetAttribute("value"));
    }

    [Fact]
    public async Task SecondEditor_IsTold()
    {
        using var one = await portal.Host.SignInAsync(Roles.Administrator);
        using var two = await portal.Host.SignInAsync(Roles.Publisher);
        var seen = await two.GetPageAsync(List + "/footer");
        await (await one.GetPageAsync(List + "/footer")).SubmitAsync("main form", Address("先加的", "/documents"));

        var refused = await seen.SubmitAsync("main form", Address("后加的", "/gazettes"), expected: HttpStatusCode.Conflict);

        Assert.Contains("他人修改", refused.Find(".govuk-error-summary").TextContent);
    }

    [Fact]
    public async Task WithdrawnPage_LeavesTheMenu_AndTheConsoleSaysSo()
    {
        await portal.Host.InScopeAsync(services => services.GetRequiredService<IContentStore>().WithdrawAsync("5xbch09xkw2bw7y6n703y2p6gz", "测试撤下"));

        Assert.DoesNotContain("个人信息保护", (await portal.NewVisitor().GetPageAsync("/search")).TextsOf(".site-footer__link"));
        using var manager = await portal.Host.SignInAsync(Roles.Administrator);
        Assert.Contains("已失效", (await manager.GetPageAsync(List)).Find("#form-footer").TextContent);
    }

    [Fact]
    public async Task UnknownMenu_IsNotFound()
    {
        using var manager = await portal.Host.SignInAsync(Roles.Administrator);
        await manager.GetPageAsync(List + "/sidebar", HttpStatusCode.NotFound);
    }

    private static Dictionary<string, string> Address(string text, string address) =>
        new() { ["Text"] = text, ["Target"] = "Address", ["Address"] = address };
}

[Trait("Database", "SQLite")]
public sealed class NavigationTestsOnSqlite(SqlitePortal portal) : NavigationTests(portal), IClassFixture<SqlitePortal>;

[Trait("Database", "PostgreSQL")]
public sealed class NavigationTestsOnPostgres(PostgresPortal portal) : NavigationTests(portal), IClassFixture<PostgresPortal>;

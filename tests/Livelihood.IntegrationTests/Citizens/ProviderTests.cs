using System.Net;
using System.Security.Cryptography;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Citizens;

/// <summary>Sign-in by OpenID Connect, against a certified provider; the wrong tokens are its own with one thing changed.</summary>
public abstract class ProviderTests(CitizenPortal portal) : IAsyncLifetime
{
    private const string Account = CitizenSignIns.Account;
    private const string Callback = $"{Account}/unified";

    private readonly PortalVisitor _citizen = portal.NewVisitor();

    // The provider's clock is the machine's.
    public async ValueTask InitializeAsync()
    {
        portal.Clock.Set(TimeProvider.System.GetUtcNow());
        await portal.Provider.KnowAsync(portal.Host.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        _citizen.Dispose();
        portal.Clock.Set(ManualTimeProvider.DefaultStart);
        await portal.Provider.TamperAsync(null);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task ASubject_OpensItsOwnAccount_EveryTime_AndComesBackWhereItWanted()
    {
        var add = await SignInAsync(_citizen, "first", $"{Account}/add");
        Assert.Equal($"{Account}/add", add.Address.AbsolutePath);
        var settings = await _citizen.GetPageAsync($"{Account}/settings");
        Assert.Contains("登录邮箱 没有设置", settings.VisibleText);
        Assert.Contains("云岭统一身份认证 已经绑定", settings.VisibleText);
        Assert.Empty(PageFaults.Of(settings));
        Assert.Contains("用密码登录要先有登录邮箱", (await _citizen.GetPageAsync($"{Account}/security")).VisibleText);
        var before = await AccountsAsync();

        using var again = portal.NewVisitor();
        Assert.Equal(Account, (await SignInAsync(again, "first")).Address.AbsolutePath);
        Assert.Equal(before, await AccountsAsync());
        using var other = portal.NewVisitor();
        await SignInAsync(other, "second", "https://evil.example/");
        Assert.Equal(before + 1, await AccountsAsync());
        Assert.Equal(Account, (await other.GetPageAsync(Account)).Address.AbsolutePath);
        Assert.Equal("/account/sign-in", (await other.GetPageAsync("/console")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("no-nonce")]
    [InlineData("audience")]
    [InlineData("more-audiences")]
    [InlineData("issuer")]
    [InlineData("expired")]
    [InlineData("unsigned")]
    [InlineData("own-secret")]
    [InlineData("foreign-key")]
    public async Task AWrongToken_OpensNothing(string fault)
    {
        await portal.Provider.TamperAsync(fault);
        var page = await SignInAsync(_citizen, fault, expected: HttpStatusCode.BadRequest);
        Assert.Contains("云岭统一身份认证返回的身份凭据没有通过核对", page.VisibleText);
        Assert.Empty(PageFaults.Of(page));
        Assert.Equal($"{Account}/sign-in", (await _citizen.GetPageAsync(Account)).Address.AbsolutePath);

        // The same without the fault: what was refused was refused for it.
        await portal.Provider.TamperAsync(null);
        Assert.Equal(Account, (await _citizen.GetPageAsync($"{Callback}?handler=Start")).Address.AbsolutePath);
    }

    [Fact]
    public async Task AnAnswer_CountsOnce_AndOnlyInTheBrowserThatAsked()
    {
        await SignInAsync(_citizen, "replayed");
        var used = new Uri((await portal.Provider.SeenAsync()).Redirect);
        using var stranger = portal.NewVisitor();
        foreach (var visitor in new[] { _citizen, stranger })
        {
            var refused = await visitor.GetPageAsync(used.PathAndQuery, HttpStatusCode.BadRequest);
            Assert.Contains("登录不是从这个浏览器开始的", refused.VisibleText);
        }

        Assert.Equal($"{Account}/sign-in", (await stranger.GetPageAsync(Account)).Address.AbsolutePath);

        // The used code with a fresh state: the provider itself refuses it.
        await stranger.GetPageAsync($"{Callback}?handler=Start");
        var state = (await portal.Provider.SeenAsync()).State;
        var code = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(used.Query)["code"].ToString();
        var replayed = await stranger.GetPageAsync($"{Callback}?code={code}&state={state}", HttpStatusCode.BadRequest);
        Assert.Contains("凭据已经用过或者过期", replayed.VisibleText);

        await stranger.GetPageAsync($"{Callback}?handler=Start");
        Assert.Contains("登录不是从这个浏览器开始的", (await stranger.GetPageAsync($"{Callback}?code={code}&state=x{state}", HttpStatusCode.BadRequest)).VisibleText);
        await stranger.GetPageAsync($"{Callback}?handler=Start");
        state = (await portal.Provider.SeenAsync()).State;
        Assert.Contains("登录不是从这个浏览器开始的", (await stranger.GetPageAsync($"{Callback}?code={code}&state={state}&iss=https%3A%2F%2Felsewhere.example", HttpStatusCode.BadRequest)).VisibleText);
        await stranger.GetPageAsync($"{Callback}?handler=Start");
        state = (await portal.Provider.SeenAsync()).State;
        Assert.Contains("您取消了登录", (await stranger.GetPageAsync($"{Callback}?error=access_denied&state={state}", HttpStatusCode.BadRequest)).VisibleText);
        Assert.Equal($"{Account}/sign-in", (await stranger.GetPageAsync(Account)).Address.AbsolutePath);
    }

    [Fact]
    public async Task NewKeysOfTheProvider_AreFetched_WhenTheyAreMet()
    {
        await SignInAsync(_citizen, "before");
        await portal.Provider.RotateAsync();
        portal.Clock.Advance(TimeSpan.FromSeconds(61));
        using var after = portal.NewVisitor();
        Assert.Equal(Account, (await SignInAsync(after, "after")).Address.AbsolutePath);
    }

    [Fact]
    public async Task AProviderThatIsDown_IsSaidToBe_AndTheOtherWayStays()
    {
        var signIn = await _citizen.GetPageAsync($"{Account}/sign-in");
        portal.Clock.Advance(TimeSpan.FromHours(13)); // what is known of it has grown old
        await portal.Provider.SwitchAsync(isOn: false);
        try
        {
            var down = await _citizen.GetPageAsync(signIn.Find("main a[href*=unified]").GetAttribute("href")!, HttpStatusCode.ServiceUnavailable);
            Assert.Contains("云岭统一身份认证系统暂时连接不上", down.VisibleText);
            Assert.Contains("改用邮箱验证码登录", down.VisibleText);
            Assert.Empty(PageFaults.Of(down));
            Assert.Equal($"{Account}/sign-in", (await down.FollowAsync("main a[href*=sign-in]")).Address.AbsolutePath);
        }
        finally
        {
            await portal.Provider.SwitchAsync(isOn: true);
        }

        portal.Clock.Set(TimeProvider.System.GetUtcNow());
        await portal.Provider.TamperAsync("hang-up");
        Assert.Contains("暂时连接不上", (await SignInAsync(_citizen, "hung-up", expected: HttpStatusCode.ServiceUnavailable)).VisibleText);
    }

    [Fact]
    public async Task AnAccountByMail_IsBoundToTheIdentity_OnceForAll()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "bound@example.com");
        var settings = await _citizen.GetPageAsync($"{Account}/settings");
        await settings.FollowAsync("main a[href*=bind]");
        var bound = await LogInAsync(await _citizen.GetPageAsync($"{Callback}?handler=Start&bind=true"), "bound-subject");
        Assert.Contains("已经绑定云岭统一身份认证", bound.VisibleText);
        using var elsewhere = portal.NewVisitor();
        await SignInAsync(elsewhere, "bound-subject");
        Assert.Contains("bound@example.com", (await elsewhere.GetPageAsync($"{Account}/settings")).VisibleText);

        using var other = portal.NewVisitor();
        await portal.Host.SignInCitizenAsync(other, "other.bound@example.com");
        var taken = await LogInAsync(await other.GetPageAsync($"{Callback}?handler=Start&bind=true"), "bound-subject", HttpStatusCode.Conflict);
        Assert.Contains("这个身份已经用于另一个账号", taken.VisibleText);
    }

    [Fact]
    public async Task AnIdentity_IsUnbound_AsLongAsAnotherWayRemains()
    {
        await SignInAsync(_citizen, "leaving");
        var page = await (await _citizen.GetPageAsync($"{Account}/settings")).FollowAsync("main a[href*=unbind]");
        Assert.Empty(PageFaults.Of(page));
        Assert.Contains("唯一办法，不能解除", (await page.SubmitAsync("main form")).VisibleText);

        var address = await (await _citizen.GetPageAsync($"{Account}/address")).SubmitAsync("main form", new Dictionary<string, string> { ["Email"] = "leaving@example.com" });
        await portal.Host.TypeCodeAsync(address, "leaving@example.com");
        using var elsewhere = portal.NewVisitor();
        await SignInAsync(elsewhere, "leaving");
        var unbound = await (await _citizen.GetPageAsync($"{Account}/unbind")).SubmitAsync("main form");
        Assert.Contains("云岭统一身份认证 没有绑定", unbound.VisibleText);
        Assert.Contains("解除了云岭统一身份认证的绑定", (await portal.Host.MailsToAsync("leaving@example.com"))[^1].Body);
        Assert.Equal($"{Account}/sign-in", (await elsewhere.GetPageAsync(Account)).Address.AbsolutePath);
        using var later = portal.NewVisitor();
        await SignInAsync(later, "leaving");
        Assert.Contains("登录邮箱 没有设置", (await later.GetPageAsync($"{Account}/settings")).VisibleText);

        // To bind is to give the account away too.
        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal($"{Account}/confirm", (await _citizen.GetPageAsync($"{Callback}?handler=Start&bind=true")).Address.AbsolutePath);
    }

    [Fact]
    public async Task NothingOfTheSubject_IsKeptInClear()
    {
        await SignInAsync(_citizen, "very-personal-subject");
        var logins = await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<CitizenLogin>().AsNoTracking().ToListAsync());
        Assert.All(logins, l => Assert.Equal(SHA256.HashSizeInBytes * 2, l.SubjectHash.Length));
        Assert.DoesNotContain(logins, l => l.SubjectHash.Contains("very", StringComparison.Ordinal));
    }

    private static async Task<PortalPage> SignInAsync(PortalVisitor visitor, string subject, string? returnUrl = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var start = await visitor.GetPageAsync($"{Account}/sign-in" + (returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}"));
        return await LogInAsync(await start.FollowAsync("main a[href*=unified]"), subject, expected);
    }

    // The provider's own page.
    private static Task<PortalPage> LogInAsync(PortalPage page, string subject, HttpStatusCode expected = HttpStatusCode.OK) =>
        page.SubmitAsync("form", new Dictionary<string, string> { ["login"] = subject, ["password"] = "any" }, expected: expected);

    private Task<int> AccountsAsync() => portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<CitizenAccount>().CountAsync());
}

[Trait("Database", "SQLite")]
[Collection(CitizensOnSqlite.Name)]
public sealed class ProviderOnSqlite(SqliteCitizenPortal portal) : ProviderTests(portal);

[Trait("Database", "PostgreSQL")]
[Collection(CitizensOnPostgres.Name)]
public sealed class ProviderOnPostgres(PostgresCitizenPortal portal) : ProviderTests(portal);

using System.Net;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Citizens;

/// <summary>A citizen's account from the first code to its end.</summary>
public abstract class CitizenSignInTests(PortalFixture portal) : IDisposable
{
    private const string Account = CitizenSignIns.Account;

    private readonly PortalVisitor _citizen = portal.NewVisitor();

    public void Dispose()
    {
        _citizen.Dispose();
        portal.Clock.Set(ManualTimeProvider.DefaultStart);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task ANewAddressAndAKnownOne_GetTheSameAnswer_AndTheCodeOpensOneAccount()
    {
        var first = await _citizen.AskForCodeAsync("lark@example.com");
        Assert.Equal(0, await AccountsAsync());
        Assert.Empty(PageFaults.Of(first));
        var mail = Assert.Single(await portal.Host.MailsToAsync("lark@example.com"));
        Assert.True(mail.IsForgotten);
        Assert.Contains("10分钟内有效", mail.Body);
        var list = await portal.Host.TypeCodeAsync(first, "lark@example.com");
        Assert.Equal(Account, list.Address.AbsolutePath);
        Assert.Empty(PageFaults.Of(list));
        Assert.Equal("no-store", list.Headers.CacheControl!.ToString());
        Assert.Equal(1, await AccountsAsync());

        using var elsewhere = portal.NewVisitor();
        var known = await elsewhere.AskForCodeAsync(" LARK@example.com ");
        Assert.Equal(first.VisibleText, known.VisibleText);
        Assert.Equal(Account, (await portal.Host.TypeCodeAsync(known, "lark@example.com")).Address.AbsolutePath);
        Assert.Equal(1, await AccountsAsync());

        // Who is signed in is not asked again.
        Assert.Equal(Account, (await elsewhere.GetPageAsync($"{Account}/sign-in")).Address.AbsolutePath);
    }

    [Fact]
    public async Task ACode_BearsFiveTries_AndThenIsOfNoUse()
    {
        var page = await _citizen.AskForCodeAsync("crow@example.com");
        var right = await portal.Host.CodeSentToAsync("crow@example.com");
        var wrong = right == "000000" ? "000001" : "000000";
        Assert.Contains("请填写邮件里的6位数字", (await TypeAsync(page, "12")).VisibleText);
        foreach (var left in new[] { 4, 3, 2, 1 })
        {
            Assert.Contains($"还可以试{left}次", (await TypeAsync(page, wrong)).VisibleText);
        }

        Assert.Contains("已经失效", (await TypeAsync(page, wrong)).VisibleText);
        Assert.Contains("已经失效", (await TypeAsync(page, right)).VisibleText);
        Assert.Equal($"{Account}/sign-in", (await _citizen.GetPageAsync(Account)).Address.AbsolutePath);
        Assert.Equal(5, await EntriesAsync("citizen.code-wrong"));

        var again = await page.SubmitAsync("main form[action*=Again]");
        Assert.Contains("又发了一个验证码", again.VisibleText);
        Assert.Equal(Account, (await portal.Host.TypeCodeAsync(again, "crow@example.com")).Address.AbsolutePath);
    }

    [Fact]
    public async Task ACode_OpensOnce_ForTenMinutes_InTheBrowserThatAskedForIt()
    {
        var late = await _citizen.AskForCodeAsync("kite@example.com");
        var code = await portal.Host.CodeSentToAsync("kite@example.com");
        using var stranger = portal.NewVisitor();
        using var told = await stranger.PostAsync($"{Account}/code", new Dictionary<string, string> { ["Code"] = code }, tokenFrom: $"{Account}/sign-in");
        Assert.Equal($"{Account}/sign-in", told.RequestMessage!.RequestUri!.AbsolutePath);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal($"{Account}/sign-in", (await TypeAsync(late, code)).Address.AbsolutePath);

        await portal.Host.InScopeAsync(async services =>
        {
            var codes = services.GetRequiredService<CitizenCodes>();
            var id = (await codes.SendAsync("kite@example.com", CodePurpose.SignIn, account: null))!.Value;
            var digits = await portal.Host.CodeSentToAsync("kite@example.com");
            var right = (await codes.TryAsync(id, CodePurpose.SignIn, digits)).Right;
            Assert.NotNull(right);
            Assert.True(await codes.UseAsync(right));
            Assert.False(await codes.UseAsync(right));
            Assert.Equal(new(null, 0), await codes.TryAsync(right.Id, CodePurpose.SignIn, digits));
            Assert.Equal(new(null, 0), await codes.TryAsync(right.Id, CodePurpose.NewAddress, digits));
        });
    }

    [Fact]
    public async Task AnAddress_GetsFiveCodesAnHour()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal($"{Account}/code", (await _citizen.AskForCodeAsync("swan@example.com")).Address.AbsolutePath);
        }

        Assert.Contains("一小时内已经向这个邮箱发送5次验证码", (await _citizen.AskForCodeAsync("swan@example.com")).VisibleText);
        Assert.Equal(5, (await portal.Host.MailsToAsync("swan@example.com")).Count);
        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal($"{Account}/code", (await _citizen.AskForCodeAsync("swan@example.com")).Address.AbsolutePath);
    }

    [Fact]
    public async Task ManyGuessesAtOnce_CountTogether()
    {
        await _citizen.AskForCodeAsync("rook@example.com");
        var id = await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<CitizenCode>().OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => portal.Host.InScopeAsync(services =>
            services.GetRequiredService<CitizenCodes>().TryAsync(id, CodePurpose.SignIn, $"{i:D6}"))));
        Assert.True(answers.Count(a => a.TriesLeft > 0) <= 4);
        Assert.Equal(5, await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<CitizenCode>().Where(c => c.Id == id).Select(c => c.Tries).SingleAsync()));
    }

    [Fact]
    public async Task ASession_OpensNothingOfTheConsole_AndEndsAfterEightHoursWithoutUse()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "wren@example.com");
        Assert.Equal("/account/sign-in", (await _citizen.GetPageAsync("/console")).Address.AbsolutePath);
        Assert.Equal("/account/sign-in", (await _citizen.GetPageAsync("/account/two-factor")).Address.AbsolutePath);

        // Neither does the cookie under the name of the staff's.
        using var session = await SessionCookieAsync("wren2@example.com");
        var cookie = session.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(CitizenSession.Cookie + "=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        using var forger = portal.NewVisitor();
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/console") { Headers = { { "Cookie", "livelihood=" + cookie.Split('=', 2)[1].Split(';')[0] } } };
        using var refused = await forger.SendRawAsync(forged);
        Assert.Equal("/account/sign-in", refused.RequestMessage!.RequestUri!.AbsolutePath);

        portal.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(Account, (await _citizen.GetPageAsync(Account)).Address.AbsolutePath);
        portal.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(Account, (await _citizen.GetPageAsync(Account)).Address.AbsolutePath);
        portal.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal($"{Account}/sign-in", (await _citizen.GetPageAsync(Account)).Address.AbsolutePath);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task ASignIn_LeadsNowhereElse(string returnUrl)
    {
        Assert.Equal(Account, (await portal.Host.SignInCitizenAsync(_citizen, $"owl{returnUrl.Length}@example.com", returnUrl)).Address.AbsolutePath);
        Assert.Equal(portal.Host.BaseAddress.Authority, (await _citizen.GetPageAsync($"{Account}/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}")).Address.Authority);
    }

    [Fact]
    public async Task ASignOut_NeedsTheForm_AndEndsTheSession()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "gull@example.org");
        var page = await _citizen.GetPageAsync($"{Account}/sign-out");
        Assert.Equal(Account, (await _citizen.GetPageAsync(Account)).Address.AbsolutePath);
        Assert.Contains("已经退出登录", (await page.SubmitAsync("main form")).VisibleText);
        Assert.Equal($"{Account}/sign-in", (await _citizen.GetPageAsync(Account)).Address.AbsolutePath);
    }

    [Fact]
    public async Task WhatChangesTheWayIn_AsksForAFreshSignIn()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "swift@example.com");
        var form = await _citizen.GetPageAsync($"{Account}/delete");
        portal.Clock.Advance(TimeSpan.FromMinutes(11));
        foreach (var guarded in new[] { "address", "delete", "security", "passkeys" })
        {
            var confirm = await _citizen.GetPageAsync($"{Account}/{guarded}");
            Assert.Equal($"{Account}/confirm?returnUrl={Uri.EscapeDataString($"{Account}/{guarded}")}", confirm.Address.PathAndQuery);
        }

        Assert.Equal($"{Account}/settings", (await _citizen.GetPageAsync($"{Account}/settings")).Address.AbsolutePath);

        // Who opened the form in time has ten minutes more for it, and no more.
        Assert.Contains("请先勾选", (await form.SubmitAsync("main form")).VisibleText);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        var again = await form.SubmitAsync("main form", new Dictionary<string, string> { ["IsSure"] = "true" });
        Assert.Contains("请再次登录", again.VisibleText);
        Assert.Contains("swift@example.com", again.VisibleText);
        Assert.Empty(PageFaults.Of(again));
        var opened = await portal.Host.TypeCodeAsync(await again.SubmitAsync("main form"), "swift@example.com");
        Assert.Equal($"{Account}/delete", opened.Address.AbsolutePath);
        Assert.Contains("账号已经删除", (await opened.SubmitAsync("main form", new Dictionary<string, string> { ["IsSure"] = "true" })).VisibleText);
    }

    [Fact]
    public async Task WhatWasTypedInAFormThatCameTooLate_IsThereAfterTheFreshSignIn()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "heron@example.com");
        var address = await _citizen.GetPageAsync($"{Account}/address");
        var security = await _citizen.GetPageAsync($"{Account}/security");
        var key = security.Find("main code").TextContent;
        portal.Clock.Advance(TimeSpan.FromMinutes(21));
        var confirm = await address.SubmitAsync("main form", new Dictionary<string, string> { ["Email"] = "heron.new@example.com" });
        Assert.Contains("您填写的内容已经留下", confirm.Find("body").TextContent);
        Assert.Contains("请再次登录", confirm.VisibleText);
        await security.SubmitAsync("main form", new Dictionary<string, string> { ["Secret"] = "几个不相干的词 tea lamp", ["Code"] = "123456" });

        var opened = await portal.Host.TypeCodeAsync(await confirm.SubmitAsync("main form"), "heron@example.com");
        Assert.Equal($"{Account}/address", opened.Address.AbsolutePath);
        Assert.Equal("heron.new@example.com", opened.Find("[name=Email]").GetAttribute("value"));
        Assert.Equal("", (await _citizen.GetPageAsync($"{Account}/address")).Find("[name=Email]").GetAttribute("value") ?? ""); // given back once

        // The key that an app holds already; not the password.
        security = await _citizen.GetPageAsync($"{Account}/security");
        Assert.Equal(key, security.Find("main code").TextContent);
        Assert.Equal("", security.Find("[name=Secret]").GetAttribute("value") ?? "");
        Assert.NotEqual(key, (await _citizen.GetPageAsync($"{Account}/security")).Find("main code").TextContent);
    }

    [Fact]
    public async Task ANewAddress_ProvesItself_EndsOtherSessions_AndTheOldOneIsTold()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "ibis@example.com");
        using var elsewhere = portal.NewVisitor();
        await portal.Host.SignInCitizenAsync(elsewhere, "ibis@example.com");
        using var other = portal.NewVisitor();
        await portal.Host.SignInCitizenAsync(other, "taken@example.com");

        var taken = await ChangeAsync("taken@example.com");
        Assert.Contains("这个邮箱已经有一个账号", taken.VisibleText);
        await _citizen.GetPageAsync($"{Account}/address?again=true");
        var done = await ChangeAsync("ibis.new@example.com");
        Assert.Equal($"{Account}/settings", done.Address.AbsolutePath);
        Assert.Contains("ibis.new@example.com", done.VisibleText);
        var told = (await portal.Host.MailsToAsync("ibis@example.com"))[^1];
        Assert.Contains("登录邮箱已经更换", told.Subject);
        Assert.DoesNotContain("ibis.new", told.Body);
        Assert.Equal($"{Account}/sign-in", (await elsewhere.GetPageAsync(Account)).Address.AbsolutePath);
        Assert.Equal($"{Account}/settings", (await _citizen.GetPageAsync($"{Account}/settings")).Address.AbsolutePath);

        async Task<PortalPage> ChangeAsync(string address)
        {
            var form = await (await _citizen.GetPageAsync($"{Account}/address?again=true")).SubmitAsync("main form", new Dictionary<string, string> { ["Email"] = address });
            return await form.SubmitAsync("main form", new Dictionary<string, string> { ["Code"] = await portal.Host.CodeSentToAsync(address) });
        }
    }

    [Fact]
    public async Task WhatIsKept_TellsNoAddress_AndTheChainHolds()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "quetzal@example.com");
        await portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var accounts = await db.Set<CitizenAccount>().AsNoTracking().ToListAsync();
            var codes = await db.Set<CitizenCode>().AsNoTracking().ToListAsync();
            var entries = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Action.StartsWith("citizen.")).ToListAsync();
            Assert.DoesNotContain(accounts, a => $"{a.Address}{a.AddressHash}".Contains("quetzal", StringComparison.Ordinal));
            Assert.DoesNotContain(codes, c => $"{c.Address}{c.AddressHash}{c.CodeHash}".Contains("quetzal", StringComparison.Ordinal));
            Assert.DoesNotContain(entries, e => $"{e.Details}{e.SubjectId}{e.Actor}".Contains("quetzal", StringComparison.Ordinal) || e.Details.Contains('@'));
            var signedIn = entries.Last(e => e.Action == "citizen.signed-in");
            Assert.Equal(("citizen:" + signedIn.SubjectId, nameof(CitizenAccount)), (signedIn.Actor, signedIn.SubjectType));
            Assert.Null((await AuditChain.VerifyAsync(db)).BrokenAt);
        });
    }

    [Fact]
    public async Task EveryForm_WantsItsToken_AndNoOneSignedOutGetsFurther()
    {
        string[] pages = [.. portal.Host.PublicPages().Where(p => p.StartsWith(Account, StringComparison.Ordinal))];
        Assert.True(pages.Length >= 7, string.Join(' ', pages));
        await portal.Host.SignInCitizenAsync(_citizen, "stork@example.com");
        using var stranger = portal.NewVisitor();
        foreach (var page in pages)
        {
            using var answer = await _citizen.PostAsync(page, new Dictionary<string, string>());
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest, $"{page} answered {answer.StatusCode} to a form without its token.");
            using var closed = await stranger.PostAsync(page, new Dictionary<string, string>(), tokenFrom: $"{Account}/sign-in");
            Assert.StartsWith($"{Account}/", closed.RequestMessage!.RequestUri!.AbsolutePath);
        }
    }

    [Theory]
    [InlineData("sign-in", CitizenPortal.CodesPerHour)]
    public async Task OneNetworkAddress_CannotAskForCodesWithoutEnd_AndStaffAreNotTouched(string page, int most)
    {
        using var http = From("127.0.0.9");
        for (var i = 0; i < most; i++)
        {
            using var answer = await http.PostAsync($"{Account}/{page}", content: null);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var refused = await http.PostAsync($"{Account}/{page}", content: null);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using var staff = await http.PostAsync("/account/sign-in", content: null);
        Assert.Equal(HttpStatusCode.BadRequest, staff.StatusCode);
    }

    private HttpClient From(string address) => new(OwnAddress.Handler(IPAddress.Parse(address))) { BaseAddress = portal.Host.BaseAddress };

    // The answer that brings the session, not followed.
    private async Task<HttpResponseMessage> SessionCookieAsync(string address)
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = portal.Host.BaseAddress };
        var form = await http.GetStringAsync($"{Account}/sign-in");
        using var asked = await http.PostAsync($"{Account}/sign-in", new FormUrlEncodedContent([new("Email", address), new("__RequestVerificationToken", Token(form))]));
        var page = await http.GetStringAsync($"{Account}/code");
        return await http.PostAsync($"{Account}/code", new FormUrlEncodedContent([new("Code", await portal.Host.CodeSentToAsync(address)), new("__RequestVerificationToken", Token(page))]));

        static string Token(string html) => html.Split("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"", 2)[1].Split('"')[0];
    }

    private static Task<PortalPage> TypeAsync(PortalPage page, string code) => page.SubmitAsync("main form", new Dictionary<string, string> { ["Code"] = code });

    private async Task<int> AccountsAsync()
    {
        var hash = portal.Services.GetRequiredService<CitizenSecrets>().HashOfAddress("lark@example.com");
        return await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<CitizenAccount>().CountAsync(a => a.AddressHash == hash));
    }

    private Task<int> EntriesAsync(string action) => portal.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var last = await db.Set<AuditEntry>().Where(e => e.Action == action).OrderByDescending(e => e.Sequence).Select(e => e.SubjectId).FirstAsync();
        return await db.Set<AuditEntry>().CountAsync(e => e.Action == action && e.SubjectId == last);
    });
}

[Trait("Database", "SQLite")]
[Collection(CitizensOnSqlite.Name)]
public sealed class CitizenSignInOnSqlite(SqliteCitizenPortal portal) : CitizenSignInTests(portal);

[Trait("Database", "PostgreSQL")]
[Collection(CitizensOnPostgres.Name)]
public sealed class CitizenSignInOnPostgres(PostgresCitizenPortal portal) : CitizenSignInTests(portal);

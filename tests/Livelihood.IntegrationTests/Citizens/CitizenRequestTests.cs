using System.Net;
using Livelihood.Disclosure.Citizens;
using Livelihood.IntegrationTests.Disclosure;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Citizens;

/// <summary>The requests that a citizen's account collects.</summary>
public abstract class CitizenRequestTests(PortalFixture portal) : IDisposable
{
    private const string Account = CitizenSignIns.Account;
    private const string Mine = "/disclosure/requests/mine";

    private readonly PortalVisitor _citizen = portal.NewVisitor();

    public void Dispose()
    {
        _citizen.Dispose();
        portal.Clock.Set(ManualTimeProvider.DefaultStart);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task ARequestFiledWhileSignedIn_IsListed_AndOpensWithoutItsCode_ForItsAccountAlone()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "heron@example.com");
        Assert.Contains("这里还没有申请", (await _citizen.GetPageAsync(Account)).VisibleText);
        var filed = await Requests.FileAsync(_citizen, new(Requests.Form("鹭的申请")) { ["Input.Email"] = "heron.mail@example.com" });
        using var handler = await portal.Host.SignInAsync(Roles.Handler);
        var unconfirmed = await _citizen.GetPageAsync(Account);
        Assert.Contains("等机关确认收到", unconfirmed.VisibleText);
        Assert.DoesNotContain("最迟答复日期", unconfirmed.VisibleText);
        await Requests.ConfirmAsync(handler, filed.Number);

        var list = await _citizen.GetPageAsync(Account);
        Assert.Contains("共1件", list.VisibleText);
        Assert.Contains("鹭的申请", list.VisibleText);
        Assert.Contains("机关正在办理", list.VisibleText);
        Assert.Contains("2026年3月30日，还有20个工作日", list.VisibleText);
        Assert.Empty(PageFaults.Of(list));
        var opened = await list.FollowAsync("main a[href*='/account/citizen/requests/']");
        Assert.Equal(Mine, opened.Address.AbsolutePath);
        Assert.Contains(filed.Number, opened.VisibleText);
        Assert.Contains("您可以办理", opened.VisibleText);

        // The address in the request and the account's are both written to, each once; the account's also had the codes that signed in.
        Assert.Equal(2, (await portal.Host.MailsToAsync("heron.mail@example.com")).Count);
        var toAccount = await portal.Host.MailsToAsync("heron@example.com");
        var ofRequest = toAccount.Where(mail => mail.Subject.Contains(filed.Number, StringComparison.Ordinal)).ToList();
        Assert.Equal([$"政府信息公开申请已登记（{filed.Number}）", $"政府信息公开申请已确认收到（{filed.Number}）"], ofRequest.Select(mail => mail.Subject));
        Assert.All(ofRequest, mail => Assert.Contains($"/disclosure/requests/status?number={filed.Number}", mail.Body));
        Assert.DoesNotContain(toAccount, mail => mail.Body.Contains(filed.Code, StringComparison.Ordinal));

        using var other = portal.NewVisitor();
        await portal.Host.SignInCitizenAsync(other, "egret@example.com");
        Assert.DoesNotContain(filed.Number, (await other.GetPageAsync(Account)).Html);
        await other.GetPageAsync($"{Account}/requests/{filed.Number}", HttpStatusCode.NotFound);
        Assert.Equal("/disclosure/requests/status", (await other.GetPageAsync(Mine)).Address.AbsolutePath);
        using var nobody = portal.NewVisitor();
        Assert.Equal($"{Account}/sign-in", (await nobody.GetPageAsync($"{Account}/requests/{filed.Number}")).Address.AbsolutePath);
    }

    [Fact]
    public async Task AnEarlierRequest_IsAddedByNumberAndCode()
    {
        var filed = await Requests.FileAsync(_citizen, Requests.Form("早先的申请"));
        await portal.Host.SignInCitizenAsync(_citizen, "plover@example.com");
        var form = await _citizen.GetPageAsync($"{Account}/add");
        Assert.Empty(PageFaults.Of(form));
        Assert.Equal(["请填写回执编号", "请填写查询码"], (await AddAsync(" ", "")).TextsOf(".govuk-error-summary li"));
        Assert.Contains("没有找到这件申请", (await AddAsync(filed.Number, "0000-0000-0000")).VisibleText);
        Assert.Contains("没有找到这件申请", (await AddAsync("SMX-ZFB-2026-999999", filed.Code)).VisibleText);
        Assert.Contains("这里还没有申请", (await _citizen.GetPageAsync(Account)).VisibleText);

        var list = await AddAsync(filed.Number.ToLowerInvariant(), filed.Code);
        Assert.Equal(Account, list.Address.AbsolutePath);
        Assert.Contains($"已添加申请 {filed.Number}", list.VisibleText);
        Assert.Contains("早先的申请", list.VisibleText);
        Assert.Contains("已经在这里", (await AddAsync(filed.Number, filed.Code)).VisibleText);
        Assert.Contains("共1件", (await _citizen.GetPageAsync(Account)).VisibleText);

        Task<PortalPage> AddAsync(string number, string code) => form.SubmitAsync("main form", new Dictionary<string, string> { ["Number"] = number, ["Code"] = code });
    }

    [Fact]
    public async Task WhatWasTyped_SurvivesTheSignIn_InThatBrowserAlone()
    {
        var form = await _citizen.GetPageAsync("/disclosure/requests/new?whole=true&organisation=true");
        var typed = new Dictionary<string, string>
        {
            ["Input.Agency"] = Requests.Agency,
            ["Input.Subject"] = "填了一半的“申请”<b>",
            ["Input.Description"] = "第一行\n第二行",
            ["Input.Form"] = "Electronic",
            ["Input.Kind"] = "Social",
            ["Input.Name"] = "某某学会",
        };
        var signIn = await form.SubmitAsync("main form", typed, "button[formaction*=Keep]");
        Assert.Equal($"{Account}/sign-in", signIn.Address.AbsolutePath);
        var code = await signIn.SubmitAsync("main form", new Dictionary<string, string> { ["Email"] = "avocet@example.com" });
        var restored = await portal.Host.TypeCodeAsync(code, "avocet@example.com");

        Assert.Equal("/disclosure/requests/new", restored.Address.AbsolutePath);
        Assert.Contains("您登录前填写的内容已经恢复", restored.VisibleText);
        Assert.Equal("no-store", restored.Headers.CacheControl!.ToString());
        Assert.Equal("填了一半的“申请”<b>", restored.Find("[name='Input.Subject']").GetAttribute("value"));
        Assert.Equal("第一行\n第二行", restored.Find("[name='Input.Description']").TextContent.Trim().ReplaceLineEndings("\n"));
        Assert.True(restored.Find("[name='Input.Form'][value=Electronic]").HasAttribute("checked"));
        Assert.Equal("某某学会", restored.Find("[name='Input.Name']").GetAttribute("value"));
        Assert.Empty(PageFaults.Of(restored));
        using var stranger = portal.NewVisitor();
        Assert.DoesNotContain("某某学会", (await stranger.GetPageAsync("/disclosure/requests/new?kept=true")).Html);
        await portal.Host.InScopeAsync(async services =>
        {
            var drafts = await services.GetRequiredService<PortalDbContext>().Set<CitizenDraft>().AsNoTracking().ToListAsync();
            Assert.DoesNotContain(drafts, d => d.Sealed.Contains("申请", StringComparison.Ordinal));
            Assert.Single(drafts);
        });

        var check = await restored.SubmitAsync("main form", new Dictionary<string, string>
        {
            ["Input.Delivery"] = "PickUp", ["Input.ContactPerson"] = "联系人乙", ["Input.IdentityKind"] = "UnifiedCreditCode", ["Input.IdentityNumber"] = "914112000000000ABM", ["Input.Phone"] = Requests.Phone,
        });
        var filed = Requests.Read(await check.SubmitAsync("main form", button: "button[formaction*=File]"));
        Assert.Contains(filed.Number, (await _citizen.GetPageAsync(Account)).VisibleText);
        Assert.Equal(0, await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<CitizenDraft>().CountAsync()));
        Assert.DoesNotContain("某某学会", (await _citizen.GetPageAsync("/disclosure/requests/new?kept=true")).Html);
    }

    [Fact]
    public async Task ARequestTakenOffTheList_StaysInTheRegister_AndItsCodeStillOpensIt()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "quail@example.com");
        var filed = await Requests.FileAsync(_citizen);
        var list = await _citizen.GetPageAsync(Account);
        await list.FollowAsync($"main a[href$='/requests/{filed.Number}']");
        var page = await list.FollowAsync("main a[href$='/remove']");
        Assert.Empty(PageFaults.Of(page));
        using var other = portal.NewVisitor();
        await portal.Host.SignInCitizenAsync(other, "rail@example.com");
        await other.GetPageAsync(page.Address.AbsolutePath, HttpStatusCode.NotFound);

        Assert.Contains("这里还没有申请", (await page.SubmitAsync("main form")).VisibleText);
        await _citizen.GetPageAsync($"{Account}/requests/{filed.Number}", HttpStatusCode.NotFound);
        Assert.Equal("/disclosure/requests/status", (await _citizen.GetPageAsync(Mine)).Address.AbsolutePath);
        Assert.Contains("待机关确认", (await Requests.AskAsync(_citizen, filed.Number, filed.Code)).VisibleText);
        var added = await (await _citizen.GetPageAsync($"{Account}/add")).SubmitAsync("main form", new Dictionary<string, string> { ["Number"] = filed.Number, ["Code"] = filed.Code });
        Assert.Contains("已添加申请", added.Html);
    }

    [Fact]
    public async Task ADeletedAccount_IsGone_AndItsRequestsAreNot()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "dodo@example.com");
        var filed = await Requests.FileAsync(_citizen);
        var page = await _citizen.GetPageAsync($"{Account}/delete");
        Assert.Contains("请先勾选", (await page.SubmitAsync("main form")).VisibleText);
        Assert.Contains("账号已经删除", (await page.SubmitAsync("main form", new Dictionary<string, string> { ["IsSure"] = "true" })).VisibleText);
        Assert.Equal($"{Account}/sign-in", (await _citizen.GetPageAsync(Account)).Address.AbsolutePath);
        Assert.Contains("待机关确认", (await Requests.AskAsync(_citizen, filed.Number, filed.Code)).VisibleText);
        Assert.Equal(0, await portal.Host.InScopeAsync(services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            return db.Set<CollectedRequest>().CountAsync(c => !db.Set<CitizenAccount>().Any(a => a.Id == c.AccountId));
        }));

        await portal.Host.SignInCitizenAsync(_citizen, "dodo@example.com");
        Assert.Contains("这里还没有申请", (await _citizen.GetPageAsync(Account)).VisibleText);
    }

    [Fact]
    public async Task AFormSentTwice_IsOneRequest_InTheListOnce()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "twin@example.com");
        var check = await Requests.CheckAsync(_citizen, Requests.Form("双份"));
        var first = Requests.Read(await check.SubmitAsync("main form", button: "button[formaction*=File]"));
        var second = Requests.Read(await check.SubmitAsync("main form", button: "button[formaction*=File]"));
        Assert.Equal(first.Number, second.Number);
        Assert.Contains("共1件", (await _citizen.GetPageAsync(Account)).VisibleText);
    }
}

[Trait("Database", "SQLite")]
[Collection(CitizensOnSqlite.Name)]
public sealed class CitizenRequestsOnSqlite(SqliteCitizenPortal portal) : CitizenRequestTests(portal);

[Trait("Database", "PostgreSQL")]
[Collection(CitizensOnPostgres.Name)]
public sealed class CitizenRequestsOnPostgres(PostgresCitizenPortal portal) : CitizenRequestTests(portal);

using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Citizens.Passkeys;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Citizens;

/// <summary>Passkeys: added, used and removed, and what does not open an account.</summary>
public abstract class PasskeyTests(PortalFixture portal) : IDisposable
{
    private const string Account = CitizenSignIns.Account;

    private readonly PortalVisitor _citizen = portal.NewVisitor();
    private readonly SoftPasskey _key = new(portal.Host.BaseAddress);

    public void Dispose()
    {
        _citizen.Dispose();
        _key.Dispose();
        portal.Clock.Set(ManualTimeProvider.DefaultStart);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task APasskey_OpensTheAccount_WithoutMailAndSecondFactor_UntilItIsRemoved()
    {
        var page = await AddAsync("finch@example.com", "我的手机");
        Assert.Contains("我的手机", page.VisibleText);
        Assert.Contains("还没有用过", page.VisibleText);
        Assert.Empty(PageFaults.Of(page));
        Assert.Contains("添加了一个通行密钥", (await portal.Host.MailsToAsync("finch@example.com"))[^1].Body);
        Assert.Contains("1个，用指纹", (await _citizen.GetPageAsync($"{Account}/settings")).VisibleText);

        using var elsewhere = portal.NewVisitor();
        var opened = await SignInAsync(elsewhere, _key, $"{Account}/add");
        Assert.Equal($"{Account}/add", opened.Address.AbsolutePath);
        Assert.Contains("finch@example.com", (await elsewhere.GetPageAsync(Account)).VisibleText);
        Assert.Contains("最近用于登录", (await elsewhere.GetPageAsync($"{Account}/passkeys")).VisibleText);

        // A proof as good as any: what asks for a fresh sign-in is open.
        Assert.Equal($"{Account}/delete", (await elsewhere.GetPageAsync($"{Account}/delete")).Address.AbsolutePath);

        var removed = await (await _citizen.GetPageAsync($"{Account}/passkeys")).SubmitAsync("main form[action*=Remove]");
        Assert.Contains("通行密钥已经删除", removed.Html);
        Assert.Equal($"{Account}/sign-in", (await elsewhere.GetPageAsync(Account)).Address.AbsolutePath);
        Assert.Contains("没有打开账号", (await SignInAsync(elsewhere, _key)).VisibleText);
    }

    [Fact]
    public async Task WhatIsNotThePasskeysOwnAnswer_OpensNothing()
    {
        await AddAsync("wren@example.com", "");
        using var thief = portal.NewVisitor();
        using var forger = new SoftPasskey(portal.Host.BaseAddress);
        using var phisher = new SoftPasskey(portal.Host.BaseAddress) { Origin = "https://evil.example" };
        var options = await OptionsAsync(thief, $"{Account}/passkey");
        forger.Create(await OptionsAsync(_citizen, $"{Account}/passkeys"));
        await RefusedAsync(thief, forger.Get(options)); // another key for the same account
        await RefusedAsync(thief, "{}");
        await RefusedAsync(thief, "no JSON");

        var answer = _key.Get(await OptionsAsync(thief, $"{Account}/passkey"));
        await OptionsAsync(thief, $"{Account}/passkey");
        await RefusedAsync(thief, answer); // the answer to another challenge
        using var other = portal.NewVisitor();
        await RefusedAsync(other, answer); // in a browser that was not asked
        _key.IsVerifying = false;
        await RefusedAsync(thief, _key.Get(await OptionsAsync(thief, $"{Account}/passkey"))); // nobody's finger
        _key.IsVerifying = true;
        var late = _key.Get(await OptionsAsync(thief, $"{Account}/passkey"));
        portal.Clock.Advance(TimeSpan.FromMinutes(6));
        await RefusedAsync(thief, late);

        var refused = await MakeAsync(_citizen, phisher, "");
        Assert.Contains("没有通过核对", refused.VisibleText);
        Assert.Equal($"{Account}/passkeys", (await SignInAsync(thief, _key, $"{Account}/passkeys")).Address.AbsolutePath);
        Assert.Single(await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<CitizenPasskey>().ToListAsync(TestContext.Current.CancellationToken)));
    }

    private async Task<PortalPage> AddAsync(string address, string name)
    {
        await portal.Host.SignInCitizenAsync(_citizen, address);
        return await MakeAsync(_citizen, _key, name);
    }

    /// <summary>What the page's script does to add a passkey.</summary>
    private static async Task<PortalPage> MakeAsync(PortalVisitor visitor, SoftPasskey key, string name)
    {
        var credential = key.Create(await OptionsAsync(visitor, $"{Account}/passkeys"));
        return await (await visitor.GetPageAsync($"{Account}/passkeys"))
            .SubmitAsync("form[data-passkey=create]", new Dictionary<string, string> { ["Name"] = name, ["Credential"] = credential });
    }

    private static async Task<PortalPage> SignInAsync(PortalVisitor visitor, SoftPasskey key, string? returnUrl = null) =>
        await SendAsync(visitor, key.Get(await OptionsAsync(visitor, $"{Account}/passkey")), returnUrl);

    private static async Task<PortalPage> SendAsync(PortalVisitor visitor, string credential, string? returnUrl = null) =>
        await (await visitor.GetPageAsync($"{Account}/passkey" + (returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}")))
            .SubmitAsync("form[data-passkey=get]", new Dictionary<string, string> { ["Credential"] = credential });

    private static async Task RefusedAsync(PortalVisitor visitor, string credential)
    {
        Assert.Contains("没有打开账号", (await SendAsync(visitor, credential)).VisibleText);
        Assert.Equal($"{Account}/sign-in", (await visitor.GetPageAsync(Account)).Address.AbsolutePath);
    }

    private static async Task<string> OptionsAsync(PortalVisitor visitor, string page)
    {
        using var answer = await visitor.PostAsync($"{page}?handler=Options", new Dictionary<string, string>(), tokenFrom: page);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}

[Trait("Database", "SQLite")]
[Collection(CitizensOnSqlite.Name)]
public sealed class PasskeysOnSqlite(SqliteCitizenPortal portal) : PasskeyTests(portal);

[Trait("Database", "PostgreSQL")]
[Collection(CitizensOnPostgres.Name)]
public sealed class PasskeysOnPostgres(PostgresCitizenPortal portal) : PasskeyTests(portal);

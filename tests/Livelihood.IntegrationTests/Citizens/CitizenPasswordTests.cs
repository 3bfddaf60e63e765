using Livelihood.IntegrationTests.Fixtures;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Citizens.Domain;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Citizens;

/// <summary>Password and second factor of citizens.</summary>
public abstract class CitizenPasswordTests(PortalFixture portal) : IDisposable
{
    private const string Account = CitizenSignIns.Account;
    private const string Password = "几个不相干的词 tea lamp";

    private readonly PortalVisitor _citizen = portal.NewVisitor();

    public void Dispose()
    {
        _citizen.Dispose();
        portal.Clock.Set(ManualTimeProvider.DefaultStart);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task PasswordAndSecondFactor_AreSetTogether_AskedTogether_AndTakenAwayTogether()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "finch@example.com");
        using var elsewhere = portal.NewVisitor();
        await portal.Host.SignInCitizenAsync(elsewhere, "finch@example.com");
        var page = await _citizen.GetPageAsync($"{Account}/security");
        Assert.Empty(PageFaults.Of(page));
        var key = OneTimePasswords.BytesOf(page.TextsOf("main code").Single().Replace(" ", ""));
        var wrong = await SetAsync(page, "short", "000000");
        Assert.Equal(["密码至少要有12个字符；可以用几个词或者一句话，不要求大小写、数字或者符号"], wrong.TextsOf(".govuk-error-summary li"));
        Assert.Equal(page.TextsOf("main code"), wrong.TextsOf("main code"));
        Assert.Contains("动态验证码不正确", (await SetAsync(wrong, Password, Code(key) == "000000" ? "000001" : "000000")).VisibleText);
        var done = await SetAsync(wrong, Password, Code(key));
        var recovery = done.TextsOf("main code");
        Assert.Equal(RecoveryCode.Count, recovery.Distinct().Count());
        Assert.Empty(PageFaults.Of(done));
        Assert.Equal($"{Account}/sign-in", (await elsewhere.GetPageAsync(Account)).Address.AbsolutePath);
        Assert.Equal(Account, (await _citizen.GetPageAsync(Account)).Address.AbsolutePath);
        Assert.Contains("已经设置密码", (await portal.Host.MailsToAsync("finch@example.com"))[^1].Body);

        // By password: the code that set it up is used up, the next one opens.
        var factor = await PasswordAsync(elsewhere, Password);
        Assert.Equal($"{Account}/factor", factor.Address.AbsolutePath);
        Assert.Empty(PageFaults.Of(factor));
        Assert.Equal($"{Account}/sign-in", (await elsewhere.GetPageAsync(Account)).Address.AbsolutePath);
        Assert.Contains("已经用过", (await TypeAsync(factor, Code(key))).VisibleText);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(Account, (await TypeAsync(factor, Code(key))).Address.AbsolutePath);

        // By mail it is asked too; a recovery code stands in once.
        using var third = portal.NewVisitor();
        factor = await portal.Host.SignInCitizenAsync(third, "finch@example.com");
        Assert.Equal($"{Account}/factor", factor.Address.AbsolutePath);
        Assert.Equal(Account, (await TypeAsync(factor, recovery[0].ToLowerInvariant())).Address.AbsolutePath);
        Assert.Contains("恢复码还有9个", (await third.GetPageAsync($"{Account}/settings")).VisibleText);
        Assert.Equal($"{Account}/factor", (await TypeAsync(await PasswordAsync(_citizen, Password), recovery[0])).Address.AbsolutePath);

        var clear = await third.GetPageAsync($"{Account}/security");
        Assert.Contains("动态验证码不正确", (await TypeAsync(clear, "000000")).VisibleText);
        Assert.Contains("已经取消", (await TypeAsync(clear, recovery[1])).VisibleText);
        using var fourth = portal.NewVisitor();
        Assert.Equal(Account, (await portal.Host.SignInCitizenAsync(fourth, "finch@example.com")).Address.AbsolutePath);
        Assert.Contains("没有设置过密码", (await PasswordAsync(portal.NewVisitor(), Password)).VisibleText);
    }

    [Fact]
    public async Task FiveWrongTries_CloseThePassword_NotTheMail_AndTheAnswerTellsNothing()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "pipit@example.com");
        var page = await _citizen.GetPageAsync($"{Account}/security");
        var key = OneTimePasswords.BytesOf(page.TextsOf("main code").Single().Replace(" ", ""));
        await SetAsync(page, Password, Code(key));
        using var stranger = portal.NewVisitor();
        var unknown = (await PasswordAsync(stranger, "wrong password", "nobody@example.com")).VisibleText;
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(unknown, (await PasswordAsync(stranger, "wrong password", "pipit@example.com")).VisibleText);
        }

        Assert.Equal(unknown, (await PasswordAsync(stranger, Password, "pipit@example.com")).VisibleText);
        portal.Clock.Advance(TimeSpan.FromMinutes(15));
        var factor = await PasswordAsync(stranger, Password, "pipit@example.com");
        Assert.Equal($"{Account}/factor", factor.Address.AbsolutePath);

        // The second factor bears five tries as well, whoever knows the password.
        for (var i = 0; i < 5; i++)
        {
            await TypeAsync(factor, "000000");
        }

        Assert.Contains("动态验证码不正确", (await TypeAsync(factor, Code(key))).VisibleText);
        portal.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal($"{Account}/sign-in", (await TypeAsync(factor, Code(key))).Address.AbsolutePath);
    }

    [Fact]
    public async Task WhatIsKept_IsHashedOrEncrypted()
    {
        await portal.Host.SignInCitizenAsync(_citizen, "siskin@example.com");
        var page = await _citizen.GetPageAsync($"{Account}/security");
        var text = page.TextsOf("main code").Single().Replace(" ", "");
        var codes = (await SetAsync(page, Password, Code(OneTimePasswords.BytesOf(text)))).TextsOf("main code");
        var account = await portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<CitizenAccount>().AsNoTracking()
            .Where(a => a.PasswordHash != null).OrderByDescending(a => a.Id).FirstAsync());
        Assert.DoesNotContain("tea lamp", account.PasswordHash);
        Assert.DoesNotContain(text, account.TotpKey);
        Assert.DoesNotContain(Convert.ToBase64String(OneTimePasswords.BytesOf(text)), account.TotpKey);
        Assert.Equal(RecoveryCode.Count, account.RecoveryCodes.Count);
        Assert.Empty(account.RecoveryCodes.Intersect(codes));
    }

    private string Code(byte[] key) => Totp.CodeOf(key, Totp.StepOf(portal.Clock.GetUtcNow()));

    private static Task<PortalPage> SetAsync(PortalPage page, string password, string code) =>
        page.SubmitAsync("main form", new Dictionary<string, string> { ["Secret"] = password, ["Code"] = code });

    private static Task<PortalPage> TypeAsync(PortalPage page, string code) =>
        page.SubmitAsync("main form", new Dictionary<string, string> { ["Code"] = code });

    private static async Task<PortalPage> PasswordAsync(PortalVisitor visitor, string password, string address = "finch@example.com") =>
        await (await visitor.GetPageAsync($"{Account}/password")).SubmitAsync("main form", new Dictionary<string, string> { ["Email"] = address, ["Secret"] = password });
}

[Trait("Database", "SQLite")]
[Collection(CitizensOnSqlite.Name)]
public sealed class CitizenPasswordsOnSqlite(SqliteCitizenPortal portal) : CitizenPasswordTests(portal);

[Trait("Database", "PostgreSQL")]
[Collection(CitizensOnPostgres.Name)]
public sealed class CitizenPasswordsOnPostgres(PostgresCitizenPortal portal) : CitizenPasswordTests(portal);

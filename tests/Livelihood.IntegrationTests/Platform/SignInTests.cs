using System.Net;
using System.Security.Cryptography;
using Livelihood.IntegrationTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Platform;

public abstract class SignInTests(PortalFixture portal)
{
    [Fact]
    public async Task Console_WithoutSignIn_LeadsToTheForm_AndBack()
    {
        var account = await portal.Host.CreateStaffAsync(Roles.Editor);
        var visitor = portal.NewVisitor();

        var form = await visitor.GetPageAsync("/console");
        Assert.Equal("/account/sign-in", form.Address.AbsolutePath);
        var console = await form.SubmitAsync("main form", Fields(account.UserName, account.Password));

        Assert.Equal("/console", console.Address.AbsolutePath);
        Assert.Contains("您好", console.VisibleText);
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_SaysSo_AndKeepsTheName()
    {
        var account = await portal.Host.CreateStaffAsync(Roles.Editor);
        var form = await portal.NewVisitor().GetPageAsync("/account/sign-in");

        var page = await form.SubmitAsync("main form", Fields(account.UserName, "不是这个密码"));

        Assert.Contains("账号或者密码不正确", page.VisibleText);
        Assert.Equal(account.UserName, page.Find("#UserName").GetAttribute("value"));
    }

    [Fact]
    public async Task SignIn_AfterFiveFailures_IsLocked_EvenWithTheRightPassword()
    {
        var account = await portal.Host.CreateStaffAsync(Roles.Editor);
        var page = await portal.NewVisitor().GetPageAsync("/account/sign-in");
        for (var i = 0; i < 5; i++)
        {
            page = await page.SubmitAsync("main form", Fields(account.UserName, $"不是这个密码{i}"));
        }

        page = await page.SubmitAsync("main form", Fields(account.UserName, account.Password));

        Assert.Contains("账号已锁定", page.VisibleText);
    }

    [Fact]
    public async Task SignIn_LeadsNowhereElse()
    {
        var account = await portal.Host.CreateStaffAsync(Roles.Editor);
        var form = await portal.NewVisitor().GetPageAsync("/account/sign-in?returnUrl=https://example.org/");

        var page = await form.SubmitAsync("main form", Fields(account.UserName, account.Password));

        Assert.Equal(portal.Host.BaseAddress.Authority, page.Address.Authority);
    }

    [Fact]
    public async Task SecondFactor_OnceSetUp_IsAskedFor_AndARecoveryCodeWorksOnce()
    {
        var account = await portal.Host.CreateStaffAsync(Roles.Handler);
        var visitor = portal.NewVisitor();
        await (await visitor.GetPageAsync("/account/sign-in")).SubmitAsync("main form", Fields(account.UserName, account.Password));
        var setUp = await visitor.GetPageAsync("/account/two-factor");
        using var picture = await visitor.GetAsync("/account/two-factor?handler=Qr");
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        var key = setUp.TextsOf("main code").Single().Replace(" ", "");

        var wrong = await setUp.SubmitAsync("main form", new Dictionary<string, string> { ["Code"] = "000000" });
        Assert.Contains("验证码不正确", wrong.VisibleText);
        var done = await wrong.SubmitAsync("main form", new Dictionary<string, string> { ["Code"] = Totp(key) });
        var recovery = done.TextsOf("main code");
        Assert.Equal(10, recovery.Count);

        var second = await SignInAsync(account);
        Assert.Equal("/account/code", second.Address.AbsolutePath);
        var console = await second.SubmitAsync("main form", new Dictionary<string, string> { ["Code"] = Totp(key) });
        Assert.Equal("/console", console.Address.AbsolutePath);

        var third = await SignInAsync(account);
        Assert.Equal("/console", (await third.SubmitAsync("main form", new Dictionary<string, string> { ["Code"] = recovery[0] })).Address.AbsolutePath);
        var fourth = await SignInAsync(account);
        Assert.Contains("验证码不正确", (await fourth.SubmitAsync("main form", new Dictionary<string, string> { ["Code"] = recovery[0] })).VisibleText);
    }

    [Fact]
    public async Task SignOut_EndsTheSession_AndNeedsTheForm()
    {
        var visitor = await portal.Host.SignInAsync(Roles.Editor);
        await visitor.GetPageAsync("/account/sign-out");
        Assert.Equal("/console", (await visitor.GetPageAsync("/console")).Address.AbsolutePath);

        await (await visitor.GetPageAsync("/account/sign-out")).SubmitAsync("main form");

        Assert.Equal("/account/sign-in", (await visitor.GetPageAsync("/console")).Address.AbsolutePath);
    }

    [Theory]
    [InlineData(Roles.Handler, "SMX-JYJ", true, false, false)]
    [InlineData(Roles.Supervisor, "SMX", false, false, false)]
    [InlineData(Roles.Administrator, "SMX", false, false, false)]
    [InlineData(Roles.Handler, "SMX-ZFB", false, true, false)]
    public async Task Handling_ReachesOnesOwnAgencyAlone(string role, string agency, bool education, bool office, bool police) =>
        await ReachIs(role, agency, Permissions.HandleRequests, education, office, police);

    [Fact]
    public async Task Supervision_ReachesAllAgenciesBelow() =>
        await ReachIs(Roles.Supervisor, "SMX", Permissions.SuperviseRequests, true, true, true);

    private async Task ReachIs(string role, string agency, string permission, bool education, bool office, bool police)
    {
        var account = await portal.Host.CreateStaffAsync(role, agency);
        await portal.Host.InScopeAsync(async services =>
        {
            var found = await services.GetRequiredService<PortalDbContext>().Users.FirstAsync(a => a.UserName == account.UserName);
            var person = await services.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(found);
            var access = services.GetRequiredService<StaffAccess>();

            Assert.Equal(education, await access.MayAsync(person, permission, "SMX-JYJ"));
            Assert.Equal(office, await access.MayAsync(person, permission, "SMX-ZFB"));
            Assert.Equal(police, await access.MayAsync(person, permission, "SMX-GAJ"));
        });
    }

    private async Task<PortalPage> SignInAsync(StaffAccount account) =>
        await (await portal.NewVisitor().GetPageAsync("/account/sign-in")).SubmitAsync("main form", Fields(account.UserName, account.Password));

    private static Dictionary<string, string> Fields(string name, string password) =>
        new() { ["UserName"] = name, ["Password"] = password };

    // RFC 6238 with the parameters of authenticator apps: SHA-1, 30 seconds, 6 digits.
    private static string Totp(string base32)
    {
        var bits = string.Concat(base32.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var counter = BitConverter.GetBytes(IPAddress.HostToNetworkOrder(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30));
        var hash = HMACSHA1.HashData(key, counter);
        var at = hash[^1] & 0xF;
        var number = (((hash[at] & 0x7F) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3]) % 1_000_000;
        return number.ToString("000000");
    }
}

[Trait("Database", "SQLite")]
public sealed class SignInTestsOnSqlite(SqlitePortal portal) : SignInTests(portal), IClassFixture<SqlitePortal>
{
    [Fact]
    public async Task Console_WhereASecondFactorIsRequired_StaysClosedUntilItIsSetUp()
    {
        using var folder = new TemporaryFolder();
        await using var database = new SqliteTestDatabase();
        await using var host = PortalHost.Start(folder.Path, database, settings: new Dictionary<string, string>
        {
            ["Portal:RequireTwoFactor"] = "true",
        });
        var account = await host.CreateStaffAsync(Roles.Editor);
        var form = await host.NewVisitor().GetPageAsync("/account/sign-in");

        var page = await form.SubmitAsync("main form", new Dictionary<string, string>
        {
            ["UserName"] = account.UserName,
            ["Password"] = account.Password,
        });

        Assert.Equal("/account/two-factor", page.Address.AbsolutePath);
        Assert.Contains("进入工作台之前", page.VisibleText);
    }
}

[Trait("Database", "PostgreSQL")]
public sealed class SignInTestsOnPostgres(PostgresPortal portal) : SignInTests(portal), IClassFixture<PostgresPortal>;

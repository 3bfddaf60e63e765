using System.Text.RegularExpressions;
using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Citizens;
using Livelihood.Platform.Citizens.Data;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>A citizen's day with an account: begins a request, signs in, files it, finds it again, and guards the account.</summary>
public sealed partial class CitizenTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Account = CitizenSignIns.Account;

    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task A_citizen_signs_in_by_mail_files_and_finds_the_request_without_its_code(Width width, Scripts scripts)
    {
        var address = $"citizen-{width}@example.com".ToLowerInvariant();
        await using var citizen = await browser.OpenWindowAsync(width, scripts);
        var page = citizen.Page;
        await citizen.OpenAsync("/disclosure/requests/new?whole=true");
        await page.GetByLabel("信息的名称").FillAsync("断头路打通的工程进度");
        await page.GetByLabel("姓名").FillAsync("申请人甲");
        await citizen.FollowAsync(Button(page, "登录，保留已填的内容"), "sign-in");
        await page.GetByLabel("电子邮箱").FillAsync("nobody");
        await citizen.FollowAsync(Button(page, "发送验证码"), "sign-in-errors");
        await TypeCodeAsync(citizen, address);
        await Assertions.Expect(page.GetByText("您登录前填写的内容已经恢复")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("信息的名称")).ToHaveValueAsync("断头路打通的工程进度");
        await citizen.CheckAsync("restored");

        await page.GetByLabel("向哪个机关申请").SelectOptionAsync("SMX-ZFB");
        await page.GetByLabel("电子文档").CheckAsync();
        await page.GetByLabel("自己到机关领取").CheckAsync();
        await page.GetByLabel("证件号码").FillAsync("411200198001010011");
        await page.GetByLabel("联系电话").FillAsync("13800001234");
        await Button(page, "下一步：核对申请").ClickAsync();
        await Button(page, "提交申请").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("申请已登记");
        var number = await page.Locator(".receipt__code").First.InnerTextAsync();
        await citizen.FollowAsync(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "我的申请" }), "list");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("等机关确认收到");
        await citizen.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "断头路打通的工程进度" }), "request");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"申请 {number}");

        await page.GotoAsync(Account);
        await citizen.FollowAsync(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = RemoveFromList() }), "remove");
        await citizen.OpenAsync($"{Account}/add");
        await citizen.OpenAsync($"{Account}/settings");
        await citizen.FollowAsync(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = ChangeAddress() }), "address");
        await page.GetByLabel("新的电子邮箱").FillAsync("new-" + address);
        await citizen.FollowAsync(Button(page, "发送验证码"), "address-code");
        await BindAsync();
        await citizen.OpenAsync($"{Account}/unbind");
        await citizen.FollowAsync(Button(page, "解除绑定"), "unbound");
        await Assertions.Expect(page.GetByText("已经解除绑定")).ToBeVisibleAsync();
        await citizen.OpenAsync($"{Account}/delete");
        await citizen.FollowAsync(Button(page, "删除账号"), "delete-errors");
        await GuardAsync(citizen, address);
        await citizen.OpenAsync($"{Account}/sign-out");
        await citizen.FollowAsync(Button(page, "退出登录"), "signed-out");
        await page.GotoAsync(Account);
        Assert.Contains("/account/citizen/sign-in", page.Url);
    }

    [Fact]
    public async Task A_citizen_adds_a_passkey_and_signs_in_with_it_also_where_a_fresh_sign_in_is_asked_for()
    {
        await using var citizen = await browser.OpenWindowAsync(Width.Phone);
        var page = citizen.Page;
        await PlugInPasskeyAsync(page);

        // A passkey belongs to a name, not to a number.
        var account = new UriBuilder(browser.Host.BaseAddress) { Host = "localhost", Path = Account }.Uri;
        await page.GotoAsync($"{account}/sign-in");
        await TypeCodeAsync(citizen, "passkey@example.com");
        await citizen.OpenAsync($"{account}/passkeys");
        await page.GetByLabel("名称").FillAsync("我的手机");
        await citizen.FollowAsync(Button(page, "添加"), "added");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("我的手机");
        await citizen.OpenAsync($"{account}/settings");
        await page.GotoAsync($"{account}/sign-out");
        await Button(page, "退出登录").ClickAsync();
        await citizen.FollowAsync(Button(page, "用通行密钥登录"), "signed-in");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("我的申请");

        browser.Host.Clock.Advance(TimeSpan.FromMinutes(11));
        await citizen.OpenAsync($"{account}/address");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("请再次登录");
        await citizen.FollowAsync(Button(page, "用通行密钥登录"), "fresh");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("更换登录邮箱");
    }

    /// <summary>A device that holds passkeys, and whose owner always puts the finger on it.</summary>
    private static async Task PlugInPasskeyAsync(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>An identity of the provider, as the newest account would have bound it: the provider is another program.</summary>
    private Task BindAsync() => browser.Host.InScopeAsync(async services =>
    {
        var account = await services.GetRequiredService<PortalDbContext>().Set<CitizenAccount>().OrderByDescending(a => a.CreatedUtc).ThenByDescending(a => a.Id).FirstAsync();
        Assert.True(await services.GetRequiredService<CitizenAccounts>().BindAsync(account.Id, "https://provider.example", account.Id.ToString()));
    });

    private async Task TypeCodeAsync(BrowserWindow citizen, string address)
    {
        await citizen.Page.GetByLabel("电子邮箱").FillAsync(address);
        await citizen.FollowAsync(Button(citizen.Page, "发送验证码"), "code");
        await citizen.Page.GetByLabel("验证码").FillAsync(await browser.Host.CodeSentToAsync(address));
        await Button(citizen.Page, "登录").ClickAsync();
    }

    // Sets password and second factor up, and signs in with them.
    private async Task GuardAsync(BrowserWindow citizen, string address)
    {
        var page = citizen.Page;
        await citizen.OpenAsync($"{Account}/security");
        var key = (await page.Locator("main code").InnerTextAsync()).Replace(" ", "");
        await page.GetByLabel("新密码").FillAsync("几个不相干的词 tea lamp");
        await page.GetByLabel("应用显示的6位数字").FillAsync(OneTimePasswords.Of(key, browser.Host.Clock.GetUtcNow()));
        await citizen.FollowAsync(Button(page, "设置密码和动态验证码"), "recovery-codes");
        var recovery = await page.Locator("main code").First.InnerTextAsync();
        await citizen.OpenAsync($"{Account}/security");

        await page.GotoAsync($"{Account}/sign-out");
        await Button(page, "退出登录").ClickAsync();
        await citizen.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "用密码和动态验证码登录" }), "password");
        await page.GetByLabel("电子邮箱").FillAsync(address);
        await page.GetByLabel("密码", new() { Exact = true }).FillAsync("几个不相干的词 tea lamp");
        await citizen.FollowAsync(Button(page, "下一步：动态验证码"), "factor");
        await page.GetByLabel("动态验证码").FillAsync(recovery);
        await citizen.FollowAsync(Button(page, "登录"), "signed-in-by-password");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("我的申请");
    }

    // The second word is for those who hear the page; whether a space stands before it is the browser's affair.
    [GeneratedRegex("^更换 ?登录邮箱$")]
    private static partial Regex ChangeAddress();

    [GeneratedRegex("^从列表移除")]
    private static partial Regex RemoveFromList();

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}

using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>A citizen's way from the guide to the explained deadline, and the handler's confirmation, seen in a browser.</summary>
public sealed class DisclosureTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone, Scripts.On)]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    [InlineData(Width.Desk, Scripts.Off)]
    public async Task A_request_is_filed_confirmed_and_its_deadline_explained(Width width, Scripts scripts)
    {
        await using var citizen = await browser.OpenWindowAsync(width, scripts);
        var page = citizen.Page;
        await citizen.OpenAsync("/disclosure");
        await page.GetByRole(AriaRole.Button, new() { Name = "提出申请" }).ClickAsync();
        await citizen.CheckAsync("form");

        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对申请" }).ClickAsync();
        await citizen.CheckAsync("errors");
        await FillAsync(page);
        if (scripts == Scripts.On)
        {
            await Assertions.Expect(page.GetByText("这些信息已经公开")).ToBeVisibleAsync();
            await citizen.CheckAsync("suggestions");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对申请" }).ClickAsync();
        await Assertions.Expect(page.GetByText("这些信息已经公开")).ToBeVisibleAsync();
        await citizen.CheckAsync("check");
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("申请已登记");
        await citizen.CheckAsync("receipt");
        var codes = await page.Locator(".receipt__code").AllInnerTextsAsync();

        await ConfirmAsync(codes[0], width, scripts);
        await page.GetByRole(AriaRole.Link, new() { Name = "查询申请" }).First.ClickAsync();
        await citizen.CheckAsync("query");
        await page.GetByLabel("回执编号").FillAsync(codes[0]);
        await page.GetByLabel("查询码").FillAsync(codes[1]);
        await page.GetByRole(AriaRole.Button, new() { Name = "查询", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".deadline__date")).ToContainTextAsync("2026年3月30日");
        await page.Locator(".derivation summary").First.ClickAsync();
        await citizen.CheckAsync("status");
    }

    private static async Task FillAsync(IPage page)
    {
        await page.GetByLabel("向哪个机关申请").SelectOptionAsync("SMX-ZFB");
        await page.GetByLabel("信息的名称").PressSequentiallyAsync("断头路打通");
        await page.GetByLabel("电子文档").CheckAsync();
        await page.GetByLabel("自己到机关领取").CheckAsync();
        await page.GetByLabel("姓名").FillAsync("申请人甲");
        await page.GetByLabel("证件号码").FillAsync("411200198001010011");
        await page.GetByLabel("联系电话").FillAsync("13800001234");
    }

    private async Task ConfirmAsync(string number, Width width, Scripts scripts)
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Handler);
        await using var handler = await browser.OpenWindowAsync(width, scripts);
        var page = handler.Page;
        await page.GotoAsync("/account/sign-in?returnUrl=/console/disclosure");
        await page.GetByLabel("账号", new() { Exact = true }).FillAsync(account.UserName);
        await page.GetByLabel("密码").FillAsync(account.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("依申请公开工作列表");
        await handler.CheckAsync("work-list");
        await page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await handler.CheckAsync("unconfirmed");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认收到，今天起算答复期限" }).ClickAsync();
        await Assertions.Expect(page.Locator(".deadline__date")).ToContainTextAsync("2026年3月30日");
        await handler.CheckAsync("confirmed");
    }

    [Theory]
    [InlineData(Width.Phone)]
    [InlineData(Width.Desk)]
    public async Task The_calendar_is_read_and_changed_on_an_accessible_page(Width width)
    {
        var account = await browser.Host.CreateStaffAsync(Roles.Administrator, "SMX");
        await using var administrator = await browser.OpenWindowAsync(width);
        var page = administrator.Page;
        await page.GotoAsync("/account/sign-in?returnUrl=/console/calendar");
        await page.GetByLabel("账号", new() { Exact = true }).FillAsync(account.UserName);
        await page.GetByLabel("密码").FillAsync(account.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("放假", new() { Exact = true })).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("国庆节 2026-10-01 至 2026-10-07"));
        await administrator.CheckAsync("calendar");
    }
}

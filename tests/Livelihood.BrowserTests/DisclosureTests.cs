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
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task A_request_is_filed_confirmed_and_its_deadline_explained(Width width, Scripts scripts)
    {
        await using var citizen = await browser.OpenWindowAsync(width, scripts);
        var page = citizen.Page;
        await citizen.OpenAsync("/disclosure");
        await page.GetByRole(AriaRole.Button, new() { Name = "提出申请" }).ClickAsync();
        await AnswerEachQuestionAsync(citizen, width, scripts);
        await Assertions.Expect(page.GetByText("这些信息已经公开")).ToBeVisibleAsync();
        await citizen.CheckAsync("check");
        var (answers, offer) = (await page.Locator("main dl").First.BoundingBoxAsync(), await page.Locator("#published-title").BoundingBoxAsync());
        Assert.True(answers!.Y < offer!.Y, "What is to be checked stands first.");
        await page.Locator("button[formaction*='question=Contact']").ClickAsync();
        await page.GetByLabel("联系电话").FillAsync("010-62345678-801");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存，返回核对" }).ClickAsync();
        await Assertions.Expect(page.GetByText("01062345678-801")).ToBeVisibleAsync();
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
        if (width == Width.Phone)
        {
            await WithdrawAsync(citizen);
        }
    }

    private static async Task WithdrawAsync(BrowserWindow citizen)
    {
        var page = citizen.Page;
        await Assertions.Expect(page.GetByText("现在还不能投诉")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "撤回申请" }).ClickAsync();
        await citizen.CheckAsync("withdraw");
        await page.GetByLabel("撤回的原因").FillAsync("已经在网站上找到");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("核对：撤回申请");
        await citizen.CheckAsync("withdraw-check");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认撤回申请" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("已登记：撤回申请。");
        await citizen.CheckAsync("withdrawn");
    }

    // A question to a page. Every page is looked at on the phone; the desk looks at what scripts add.
    private static async Task AnswerEachQuestionAsync(BrowserWindow citizen, Width width, Scripts scripts)
    {
        var page = citizen.Page;
        var step = 1;
        await NextAsync();
        await NextAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("请选择向哪个机关申请");
        step--;
        await page.GetByLabel("向哪个机关申请").SelectOptionAsync("SMX-ZFB");
        await NextAsync();
        await page.GetByLabel("信息的名称").PressSequentiallyAsync("断头路打通");
        if (scripts == Scripts.On)
        {
            var suggested = page.Locator("[data-suggestions]");
            await Assertions.Expect(suggested).ToContainTextAsync("这些信息已经公开");
            await citizen.CheckAsync("suggestions");
            await suggested.GetByRole(AriaRole.Button, new() { Name = "没有解决" }).First.ClickAsync();
            await Assertions.Expect(suggested).ToContainTextAsync("谢谢，已经记下。请继续填写。");
        }

        await NextAsync();
        await Assertions.Expect(page.GetByText("这些信息已经公开")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "没有解决" }).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("谢谢，已经记下");
        await page.GetByLabel("电子文档").CheckAsync();
        await page.GetByLabel("自己到机关领取").CheckAsync();
        await NextAsync();
        await page.GetByLabel("我个人").CheckAsync();
        await NextAsync();
        await page.GetByLabel("姓名").FillAsync("申请人甲");
        await NextAsync();
        await page.GetByLabel("证件号码").FillAsync("411200198001010011");
        await NextAsync();
        await page.GetByLabel("联系电话").FillAsync("13800001234");
        await NextAsync();
        await NextAsync();
        await NextAsync();
        await LookAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对申请" }).ClickAsync();

        async Task LookAsync()
        {
            if (width == Width.Phone)
            {
                await citizen.CheckAsync($"step-{step}");
            }
        }

        async Task NextAsync()
        {
            await LookAsync();
            await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "下一步", Exact = true }).ClickAsync();
            step++;
        }
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
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task The_office_takes_a_request_from_correction_to_a_served_refusal_by_two_people(Width width, Scripts scripts)
    {
        await using var citizen = await browser.OpenWindowAsync(width, scripts);
        await citizen.OpenAsync("/disclosure/requests/new?whole=true");
        await FillAsync(citizen.Page);
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对申请" }).ClickAsync();
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        var number = await citizen.Page.Locator(".receipt__code").First.InnerTextAsync();

        await using var handler = await SignInAsync(Roles.Handler, width, scripts);
        await using var head = await SignInAsync(Roles.Head, width, scripts);
        await handler.OpenAsync($"/console/disclosure/{number}");
        await handler.FollowAsync(handler.Page.GetByRole(AriaRole.Button, new() { Name = "确认收到" }), "office-confirmed");

        await RecordAsync(handler, number, "告知补正", page => page.GetByLabel("需要补正的事项").FillAsync("请写明是哪一年"));
        await RecordAsync(handler, number, "登记收到补正", _ => Task.CompletedTask);
        await RecordAsync(handler, number, "提请延长答复期限", page => page.GetByLabel("延长的理由").FillAsync("需要查找档案"));
        await RecordAsync(head, number, "同意延长答复期限", _ => Task.CompletedTask);
        await RecordAsync(handler, number, "发出征求意见书", async page =>
        {
            await page.GetByLabel("第三方（第三十二条").CheckAsync();
            await page.GetByLabel("对方的姓名或者名称").FillAsync("第三方丙");
            await page.GetByLabel("涉及的信息").FillAsync("施工合同");
        });
        await RecordAsync(handler, number, "登记收到意见", page => page.GetByLabel("不同意公开", new() { Exact = true }).CheckAsync());

        await handler.OpenAsync($"/console/disclosure/{number}/record/replyProposed");
        await handler.Page.GetByLabel("保护第三方合法权益").CheckAsync();
        await handler.FollowAsync(handler.Page.GetByRole(AriaRole.Button, new() { Name = "下一步" }), "office-refusal");
        await handler.FollowAsync(handler.Page.GetByRole(AriaRole.Button, new() { Name = "下一步：看它的影响" }), "office-refusal-mistakes");
        await handler.Page.GetByLabel("理由").FillAsync("涉及商业秘密，第三方不同意公开");
        await handler.FollowAsync(handler.Page.GetByRole(AriaRole.Button, new() { Name = "下一步：看它的影响" }), "office-refusal-check");
        await handler.FollowAsync(handler.Page.GetByRole(AriaRole.Button, new() { Name = "确认登记" }), "office-proposed");
        await RecordAsync(head, number, "批准答复", _ => Task.CompletedTask);
        await RecordAsync(handler, number, "登记送达", page => page.GetByLabel("交邮").CheckAsync());
        await Assertions.Expect(handler.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("已办结");
        await Assertions.Expect(handler.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("结果：不予公开：保护第三方合法权益");
    }

    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task A_visitors_request_is_entered_at_the_counter_and_its_receipt_handed_over(Width width, Scripts scripts)
    {
        await using var handler = await SignInAsync(Roles.Handler, width, scripts);
        var page = handler.Page;
        await handler.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "登记当面、邮寄、传真、电子邮件的申请" }), "intake");
        await handler.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对" }), "intake-errors");
        await page.GetByLabel("当面提交").CheckAsync();
        await page.GetByLabel("信息的名称").FillAsync("柜台来的申请");
        await page.GetByLabel("纸质").CheckAsync();
        await page.GetByLabel("自己到机关领取").CheckAsync();
        await page.GetByLabel("姓名").FillAsync("申请人甲");
        await page.GetByLabel("证件号码").FillAsync("411200198001010011");
        await page.GetByLabel("通信地址").FillAsync("云岭市某路1号");
        await handler.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对" }), "intake-check");
        await Assertions.Expect(page.Locator(".deadline__date")).ToContainTextAsync("2026年3月30日");
        await handler.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "登记申请" }), "intake-receipt");
        await Assertions.Expect(page.Locator(".receipt__code")).ToHaveCountAsync(2);
    }

    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task An_annual_report_is_filled_in_checked_and_written_as_a_draft(Width width, Scripts scripts)
    {
        await using var head = await SignInAsync(Roles.Head, width, scripts);
        var page = head.Page;
        await head.OpenAsync("/console/disclosure-reports?year=2026");
        await head.FollowAsync(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "三门峡市人民政府办公室" }), "report");
        await head.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "填写其他数据和文字" }), "report-edit");
        await page.GetByLabel("本年制发件数").First.FillAsync("两件");
        await head.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "保存" }), "report-errors");
        await page.GetByLabel("本年制发件数").First.FillAsync("2");
        await head.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "保存" }), "report-saved");
        await Assertions.Expect(page.GetByText("2027年1月1日起才能发布")).ToBeVisibleAsync();
        await head.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "写入草稿，准备送审" }), "report-drafted");
        await head.OpenAsync("/console/disclosure-reports/SMX-ZFB/2026/requests?row=new");
    }

    private static async Task RecordAsync(BrowserWindow staff, string number, string action, Func<IPage, Task> fill)
    {
        await staff.Page.GotoAsync($"/console/disclosure/{number}");
        await staff.FollowAsync(staff.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = action, Exact = true }), $"office-{action}");
        await fill(staff.Page);
        await staff.FollowAsync(staff.Page.GetByRole(AriaRole.Button, new() { Name = "下一步：看它的影响" }), $"office-{action}-check");
        await staff.FollowAsync(staff.Page.GetByRole(AriaRole.Button, new() { Name = "确认登记" }), $"office-{action}-done");
        await Assertions.Expect(staff.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync($"申请 {number}");
    }

    private Task<BrowserWindow> SignInAsync(string role, Width width, Scripts scripts) => browser.SignInAsync(role, width, scripts, "/console/disclosure");

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

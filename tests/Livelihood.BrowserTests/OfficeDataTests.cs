using Livelihood.BrowserTests.Fixtures;
using Livelihood.Disclosure.Domain;
using Livelihood.Disclosure.Domain.Requesters;
using Livelihood.Disclosure.Register;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Agencies;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>The office's day by its calendar, and what administrators and heads decide by data, in a browser.</summary>
public sealed class OfficeDataTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task From_the_calendar_to_the_work_list_and_from_the_fee_to_the_channels(Width width, Scripts scripts)
    {
        await using var citizen = await browser.OpenWindowAsync(width, scripts);
        var number = await FileAsync(citizen);
        await using var handler = await browser.SignInAsync(Roles.Handler, width, scripts);
        await handler.OpenAsync($"/console/disclosure/{number}");
        await handler.FollowAsync(Button(handler, "确认收到，今天起算答复期限"), "confirmed");

        // The calendar leads to the list of a day, where number and deadline are seen at a glance.
        await handler.OpenAsync("/console/disclosure-calendar?month=2026-03");
        await handler.FollowAsync(handler.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^3月30日到期") }), "day");
        var row = handler.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = number });
        await Assertions.Expect(row).ToContainTextAsync("2026-03-30");
        var link = row.GetByRole(AriaRole.Link, new() { Name = number });
        Assert.InRange((await link.BoundingBoxAsync())!.Height, 1, 40);
        var due = (await row.GetByText("2026-03-30").First.BoundingBoxAsync())!;
        Assert.True(due.X + due.Width <= (await handler.Page.EvaluateAsync<int>("innerWidth")), "The deadline lies beyond the edge of the screen.");

        // What cannot be read is told beside its field; the calendar can be subscribed to.
        await handler.OpenAsync("/console/disclosure?due=2026-02-30");
        await handler.OpenAsync("/console/disclosure-calendar?month=2026-13");
        await Assertions.Expect(handler.Page.GetByLabel("月份，例如2026-03")).ToHaveValueAsync("2026-13");
        await handler.FollowAsync(handler.Page.GetByRole(AriaRole.Link, new() { Name = "在自己的日历程序里订阅" }), "subscription");
        await handler.FollowAsync(Button(handler, "生成订阅地址"), "subscription-made");
        await Assertions.Expect(handler.Page.Locator(".receipt__code")).ToContainTextAsync(".ics");
        await handler.FollowAsync(Button(handler, "停止订阅"), "subscription-ended");

        await using var administrator = await browser.SignInAsync(Roles.Administrator, width, scripts);
        await administrator.OpenAsync("/console/disclosure-fees");
        await administrator.FollowAsync(Button(administrator, "再加几档"), "fee-rows");
        await administrator.Page.GetByLabel("按量第2档，每页多少元").FillAsync("12");
        await administrator.FollowAsync(Button(administrator, "预览"), "fee-preview");
        await Assertions.Expect(administrator.Page.Locator("[aria-labelledby=preview-title]")).ToContainTextAsync("840元");
        await administrator.Page.GetByLabel("从哪一天起用").FillAsync("2027-01-01");
        await administrator.FollowAsync(Button(administrator, "保存新的一版"), "fee-saved");
        await administrator.OpenAsync("/console/letters/outcome-r1");

        await using var head = await browser.SignInAsync(Roles.Head, width, scripts);
        await head.OpenAsync("/console/disclosure-channels");
        await head.FollowAsync(head.Page.GetByRole(AriaRole.Link, new() { Name = "三门峡市人民政府办公室" }), "channels");
        await head.Page.GetByLabel("传真", new() { Exact = true }).CheckAsync();
        await head.Page.GetByLabel("传真号码").FillAsync(""); // the other width may have been here before
        await head.FollowAsync(Button(head, "保存"), "channels-refused");
        await head.Page.GetByLabel("传真号码").FillAsync("0000-1234567");
        await head.FollowAsync(Button(head, "保存"), "channels-saved");
        await Assertions.Expect(head.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "政府办公室" })).ToContainTextAsync("传真（0000-1234567）");

        await citizen.OpenAsync("/disclosure/requests/new?whole=true&correction=true");
        await handler.OpenAsync("/console/disclosure/intake?correction=true");
    }

    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task The_supervisors_day_from_the_register_of_all_agencies_to_a_decided_complaint_and_the_file(Width width, Scripts scripts)
    {
        var day = new DateOnly(2026, 3, 2);
        string[] late = [await LateAsync("SMX-ZFB", day), await LateAsync("SMX-KJJ", day)];
        browser.Host.Clock.Set(new(2026, 4, 2, 9, 30, 0, TimeSpan.FromHours(8)));
        try
        {
            await RecordAsync(late[0], EventSource.Requester, new ComplaintFiled(new(2026, 4, 2), "1", "期限已过，没有答复"));
            await using var supervisor = await browser.SignInAsync(Roles.Supervisor, width, scripts, "/console/disclosure", "SMX");
            var page = supervisor.Page;
            var main = page.GetByRole(AriaRole.Main);
            await supervisor.CheckAsync("register");
            await supervisor.FollowAsync(main.GetByRole(AriaRole.Link, new() { NameRegex = new("^已超期") }), "late");
            foreach (var number in late)
            {
                await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = number })).ToContainTextAsync("逾期");
            }

            await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = late[0] })).ToContainTextAsync("申请人2026-04-02有新动作");
            var file = await page.APIRequest.GetAsync((await main.GetByRole(AriaRole.Link, new() { Name = "CSV" }).GetAttributeAsync("href"))!);
            var csv = await file.TextAsync();
            Assert.All(late, number => Assert.Contains(number, csv));

            await supervisor.FollowAsync(main.GetByRole(AriaRole.Link, new() { NameRegex = new("^投诉待处理") }), "complaints");
            await supervisor.FollowAsync(main.GetByRole(AriaRole.Link, new() { Name = late[0] }), "complained-of");
            await supervisor.FollowAsync(main.GetByRole(AriaRole.Link, new() { Name = "登记投诉处理决定", Exact = true }), "decision");
            await page.GetByLabel("责令改正", new() { Exact = true }).CheckAsync();
            await page.GetByLabel("理由和要求").FillAsync("请在五个工作日内答复");
            await page.GetByLabel("改正的最后一天").FillAsync("2026-04-10");
            await supervisor.FollowAsync(Button(supervisor, "下一步：看它的影响"), "decision-check");
            await supervisor.FollowAsync(Button(supervisor, "确认登记"), "decided");
            await Assertions.Expect(main).ToContainTextAsync("责令改正。");
            await supervisor.OpenAsync("/console/disclosure?view=news");
            await Assertions.Expect(main).Not.ToContainTextAsync(late[0]);
            await supervisor.OpenAsync($"/console/disclosure-readings?number={late[0]}");
        }
        finally
        {
            browser.Host.Clock.Set(ManualTimeProvider.DefaultStart);
        }
    }

    /// <summary>A request that was received on a day and that nobody has answered since.</summary>
    private async Task<string> LateAsync(string agency, DateOnly day)
    {
        var number = await browser.Host.InScopeAsync(async services => (await services.GetRequiredService<RequestFiling>().FileAsync(
            new(
                (await services.GetRequiredService<IAgencyDirectory>().FindAsync(agency))!,
                new(RequesterKind.Natural, "申请人甲", null, IdentityDocumentKind.OtherPersonal, "K12345", "13800001234", null, "测试路1号", null, null),
                new("逾期的一件", null, null, WantedForm.Electronic, DeliveryWay.PickUp)),
            SubmissionKey.New())).Number);
        await RecordAsync(number, EventSource.Handler, new Confirmed(day));
        return number;
    }

    private Task RecordAsync(string number, EventSource by, RequestEvent happened) => browser.Host.InScopeAsync(services =>
        services.GetRequiredService<RequestRecording>().RecordAsync(new(number, BasedOn: null, new HashSet<EventSource> { by }, happened)));

    private static ILocator Button(BrowserWindow window, string name) => window.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task<string> FileAsync(BrowserWindow citizen)
    {
        var page = citizen.Page;
        await citizen.OpenAsync("/disclosure/requests/new?whole=true");
        await page.GetByLabel("向哪个机关申请").SelectOptionAsync("SMX-ZFB");
        await page.GetByLabel("信息的名称").FillAsync("断头路打通");
        await page.GetByLabel("电子文档").CheckAsync();
        await page.GetByLabel("自己到机关领取").CheckAsync();
        await page.GetByLabel("姓名").FillAsync("申请人甲");
        await page.GetByLabel("证件号码").FillAsync("411200198001010011");
        await page.GetByLabel("联系电话").FillAsync("13800001234");
        await page.GetByRole(AriaRole.Button, new() { Name = "下一步：核对申请" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
        await Assertions.Expect(page.Locator(".receipt__code").First).ToBeVisibleAsync();
        return (await page.Locator(".receipt__code").AllInnerTextsAsync())[0];
    }
}

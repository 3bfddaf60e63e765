using System.Text;
using Livelihood.BrowserTests.Fixtures;
using Livelihood.Platform.Accounts;
using Livelihood.TestSupport;
using Microsoft.Playwright;

namespace Livelihood.BrowserTests.Handbook;

/// <summary>What the chapters about disclosure on request describe, by those who do it.</summary>
internal sealed class HandbookOfficeWalk(BrowserFixture browser, HandbookAlbum album)
{
    private const string Console = "/console/disclosure";

    public async Task WalkAsync()
    {
        var office = await HandbookOffice.MakeAsync(browser.Host);
        await using var handler = await HandbookPerson.SignInAsync(browser, album, Roles.Handler, "经办人");
        await using var head = await HandbookPerson.SignInAsync(browser, album, Roles.Head, "负责人");
        await HandleAsync(handler, office);
        await BlackOutAsync(handler, office);
        await DecideAsync(head, office);
        await PublishAsync(handler, head, office);
        await WithholdAsync(handler, head, office);
        await WatchAsync(handler, head);
        await SuperviseAsync();
        await AdministerAsync();
    }

    private static async Task HandleAsync(HandbookPerson handler, HandbookOffice office)
    {
        await handler.GoAsync(Console);
        await handler.TakeAsync("work-list", handler.Main.Locator("nav.page-actions"), handler.Main.Locator("tbody tr").Nth(1));
        await handler.GoAsync(Console + "/intake");
        await handler.GoAsync($"{Console}/{office.Open}");
        await handler.TakeAsync("request", handler.Main.Locator("h1"), handler.Main.Locator(".deadline"));
        await handler.PressAsync("告知补正");
        await handler.Page.Locator("[name='Input[What]']").FillAsync("请写明是哪一条公路。");
        await handler.Page.Locator("[name='Input[Until]']").FillAsync("2026-03-16");
        await handler.PressAsync("下一步：看它的影响");
        await handler.TakeAsync("letter-preview", handler.Main.Locator("article.document .document__title"), handler.Main.Locator("article.document .document__body p").Nth(2));
        await handler.GoAsync($"{Console}/{office.Open}/record/replyProposed");
        await handler.GoAsync($"{Console}/{office.Open}/record/replyProposed?Option=partly");

        // A paper of the office's own, a letter by hand.
        await handler.GoAsync($"{Console}/{office.Open}/papers");
        await handler.Page.GetByLabel("本机关的", new() { Exact = false }).CheckAsync();
        await handler.Page.GetByLabel("选择文件", new() { Exact = true }).SetInputFilesAsync(
            new FilePayload { Name = "意见.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("同意公开。") });
        await handler.PressAsync("添加");
        await handler.GoAsync($"{Console}/{office.Open}/papers");
        await handler.GoAsync($"{Console}/{office.Open}/letters/write/9");
        await handler.Page.Locator("[name='Input[To]']").FillAsync("档案室");
        await handler.Page.Locator("[name='Input[Task]']").FillAsync("查找2025年的安排。");
        await handler.Page.Locator("[name='Input[Until]']").FillAsync("2026-03-10");
        await handler.OpenFirstAsync("main form button");
        await handler.GoAsync($"{Console}/{office.Replied}");
        await handler.GoAsync("/console/disclosure-reports");
        await handler.GoAsync($"/console/disclosure-reports/{StaffAccounts.DefaultAgency}/2026");
        await handler.PressAsync("填写其他数据和文字");
        await handler.GoAsync("/disclosure/requests/status");
    }

    private static async Task BlackOutAsync(HandbookPerson handler, HandbookOffice office)
    {
        await handler.GoAsync($"{Console}/{office.Open}");
        await handler.PressAsync("添加文件：原样提供，或者涂黑");
        await handler.Page.Locator("[name=Name]").FillAsync("经费安排");
        await handler.Page.Locator("[name=Text]").FillAsync("养护经费共八十万元。联系人是养护站的某某。");
        await handler.PressAsync("读入，下一步：选择要涂黑的文字");
        await handler.Page.Locator("[name=Passage]").FillAsync("养护站的某某");
        await handler.Page.Locator("[name=Ground]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await handler.Page.Locator("[name=Reason]").FillAsync("第三方的姓名");
        await handler.PressAsync("涂黑");
        await handler.PressAsync("制作PDF");
    }

    private static async Task DecideAsync(HandbookPerson head, HandbookOffice office)
    {
        foreach (var number in new[] { office.Proposed, office.Reasoned, office.Served })
        {
            await head.GoAsync($"{Console}/{number}");
        }
    }

    private static async Task PublishAsync(HandbookPerson handler, HandbookPerson head, HandbookOffice office)
    {
        await handler.GoAsync($"{Console}/{office.Served}");
        await handler.PressAsync("拟写公开的答复");
        await handler.Page.Locator("[name=Title]").FillAsync("公园绿化的年度预算");
        await handler.Page.Locator("[name=Category]").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await handler.Page.Locator("[name=Summary]").FillAsync("公园绿化的年度预算已经答复。");
        await handler.PressAsync("保存，请负责人同意");
        await head.GoAsync($"{Console}/{office.Served}/answer");
        await head.GoAsync("/disclosure/log");
    }

    private static async Task WithholdAsync(HandbookPerson handler, HandbookPerson head, HandbookOffice office)
    {
        const string Register = "/console/disclosure-withheld";
        await handler.GoAsync($"{Console}/{office.Refused}");
        await handler.GoAsync(Register + "/waiting");
        await handler.GoAsync(Register);
        await handler.PressAsync("手工登记一项");
        await handler.GoAsync($"{Register}/new?request={office.Refused}");
        await handler.Page.Locator("[name='Input.Title']").FillAsync("停车收费方案的讨论");
        await handler.PressAsync("登记");
        var entry = new Uri(handler.Page.Url).AbsolutePath;
        await handler.PressAsync("提前评估的日期");
        await handler.GoAsync(entry + "/edit");
        await handler.GoAsync(entry);
        await handler.PressAsync("评估");
        await handler.Page.Locator("[name=Result][value=Disclose]").CheckAsync();
        await handler.Page.Locator("[name=Reason]").FillAsync("方案已经公布，讨论结束。");
        await handler.PressAsync("提出评估结果，请负责人确认");
        await head.GoAsync(entry);
        await head.PressAsync("确认评估结果");
        await handler.GoAsync(entry);
        await handler.PressAsync("拟写公开的内容");
        await handler.GoAsync(entry + "/published");
        await handler.GoAsync(Register);
    }

    private static async Task WatchAsync(HandbookPerson handler, HandbookPerson head)
    {
        await handler.GoAsync("/console/disclosure-calendar?month=2026-03");
        await handler.TakeAsync("office-calendar", handler.Main.Locator("h1"), handler.Main.Locator(".month-sheet"));
        await handler.PressAsync("在自己的日历程序里订阅");
        await handler.PressAsync("生成订阅地址");
        await head.GoAsync("/console");
        await head.GoAsync("/console/disclosure-subscription");
        await head.GoAsync("/console/disclosure-channels");
        await head.GoAsync("/console/disclosure-reminders");
    }

    private async Task SuperviseAsync()
    {
        await using var supervisor = await HandbookPerson.SignInAsync(browser, album, Roles.Supervisor, "主管部门");
        await supervisor.GoAsync("/console/disclosure-readings");
    }

    private async Task AdministerAsync()
    {
        await using var administrator = await HandbookPerson.SignInAsync(browser, album, Roles.Administrator, "系统管理员");
        await administrator.GoAsync("/console/disclosure-fees");
        await administrator.GoAsync("/console/disclosure-review-times");
        await administrator.GoAsync("/console/letters");
        await administrator.GoAsync("/console/letters/letter-3");
        await administrator.GoAsync("/console/disclosure-keeping");
        await administrator.TakePageAsync("keeping");
    }
}

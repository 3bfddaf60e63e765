using Livelihood.BrowserTests.Fixtures;
using Livelihood.Content.Items;
using Livelihood.Content.Workflow;
using Livelihood.Disclosure.Data;
using Livelihood.Disclosure.Domain;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Livelihood.BrowserTests;

/// <summary>A partly disclosed answer, from the black boxes over the requester's download to the log that everybody reads.</summary>
public sealed class PublicLogTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Subject = "南环桥检测报告";

    [Theory]
    [InlineData(Width.Phone, Scripts.Off)]
    [InlineData(Width.Desk, Scripts.On)]
    public async Task An_answer_is_blacked_out_given_proposed_agreed_to_and_read_by_everybody(Width width, Scripts scripts)
    {
        var subject = $"{Subject}（{(int)width}）";
        using var citizen = browser.Host.NewVisitor();
        using var handler = await browser.Host.SignInAsync(Roles.Handler);
        using var head = await browser.Host.SignInAsync(Roles.Head);
        var (number, code) = await FileAsync(citizen, subject);
        await (await handler.GetPageAsync($"/console/disclosure/{number}")).SubmitAsync("main form[action*=Confirm]");
        await using var office = await SignInAsync(Roles.Handler, width, scripts);
        await BlackOutAsync(office, number);
        await RecordAsync(handler, number, "replyProposed?Option=partly", new() { ["Input[Information]"] = "报告一份，部分涂黑" });
        await RecordAsync(head, number, "replied", []);
        await RecordAsync(handler, number, "served", new() { ["Input[Way]"] = "InPerson" });

        await using var reader = await browser.OpenWindowAsync(width, scripts);
        await ProposeAsync(reader, number, code);
        await DraftAsync(office, number);
        await using var second = await SignInAsync(Roles.Head, width, scripts);
        await second.OpenAsync($"/console/disclosure/{number}/answer");
        await second.FollowAsync(second.Page.GetByRole(AriaRole.Button, new() { Name = "退回修改" }), "return-without-reason");
        await second.FollowAsync(second.Page.GetByRole(AriaRole.Button, new() { Name = "同意公开，送保密审查" }), "agreed");
        await WithholdAsync(office, second, subject);
        await StepAsync(Roles.Reviewer, subject, ContentEvent.Clear);
        await StepAsync(Roles.Publisher, subject, ContentEvent.Publish);

        await reader.OpenAsync("/disclosure/log?q=南环桥");
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Link, new() { Name = subject }), "public-answer");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("申请人甲");
        await FillAsync(width);
        await reader.OpenAsync("/disclosure/figures");
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await reader.FollowAsync(reader.Page.GetByRole(AriaRole.Button, new() { Name = "查看" }), "figures");
    }

    private static async Task BlackOutAsync(BrowserWindow office, string number)
    {
        var page = office.Page;
        await office.OpenAsync($"/console/disclosure/{number}/files");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "读入，下一步" }), "files-empty");
        await page.GetByLabel("文件的名称").FillAsync("检测报告");
        await page.GetByLabel("或者粘贴文字").FillAsync("南环桥检测报告\n检测单位：乙测试公司。联系人电话13912345678。\n结论：桥面完好。");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "读入，下一步" }), "file");
        await page.GetByLabel("一段文字").FillAsync("乙测试公司");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "涂黑", Exact = true }), "file-without-ground");
        await page.GetByLabel("不公开的依据").SelectOptionAsync("r3_4");
        await page.GetByLabel("理由").FillAsync("第三方的名称");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "涂黑", Exact = true }), "file-passage");
        await page.GetByLabel("联系人电话13912345678。").CheckAsync();
        await page.GetByLabel("不公开的依据").SelectOptionAsync("r3_4");
        await page.GetByLabel("理由").FillAsync("第三方的电话");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "涂黑", Exact = true }), "file-sentence");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "制作PDF" }), "file-made");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "随答复提供给申请人" }), "file-given");
        await office.OpenAsync($"/console/disclosure/{number}");
    }

    private static async Task ProposeAsync(BrowserWindow reader, string number, string code)
    {
        var page = reader.Page;
        await page.GotoAsync("/disclosure/requests/status");
        await page.GetByLabel("回执编号").FillAsync(number);
        await page.GetByLabel("查询码").FillAsync(code);
        await reader.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "查询", Exact = true }), "given-file");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "检测报告（PDF，不公开的部分已涂黑）" })).ToBeVisibleAsync();
        await reader.FollowAsync(page.GetByRole(AriaRole.Link, new() { Name = "提议机关把它公开" }), "propose");
        await reader.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "提议公开这件答复" }), "proposed");
    }

    private static async Task DraftAsync(BrowserWindow office, string number)
    {
        var page = office.Page;
        await office.OpenAsync("/console/disclosure/answers");
        await office.FollowAsync(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = Subject }).First, "draft");
        var text = page.GetByLabel("内容", new() { Exact = true });
        var prefilled = await text.InputValueAsync();
        await text.FillAsync(prefilled + "\n申请人甲要的。");
        await page.GetByLabel("公开类别").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "保存，请负责人同意" }), "draft-personal");
        await text.FillAsync(prefilled + "\n监督电话13800000000。");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "保存，请负责人同意" }), "draft-numbers");
        await page.GetByLabel("已经核对").CheckAsync();
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "保存，请负责人同意" }), "drafted");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("等待负责人同意");
        await office.OpenAsync($"/console/disclosure/{number}");
    }

    /// <summary>What was blacked out is registered, reviewed by two people and written for the public .</summary>
    private static async Task WithholdAsync(BrowserWindow office, BrowserWindow head, string subject)
    {
        var page = office.Page;
        await office.OpenAsync("/console/disclosure-withheld/waiting");
        await office.FollowAsync(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { NameRegex = new(System.Text.RegularExpressions.Regex.Escape(subject)) }), "withheld-new");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }), "withheld-new-refused");
        await page.GetByLabel("信息的名称").FillAsync("检测单位的报价");
        await page.GetByLabel("不予公开的依据").SelectOptionAsync("r3_4");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }), "withheld-entry");
        var address = new Uri(page.Url).AbsolutePath;
        await office.OpenAsync(address + "/edit");
        await office.OpenAsync(address + "/earlier");
        await office.OpenAsync(address + "/review");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "提出评估结果，请负责人确认" }), "review-refused");
        await page.GetByLabel("部分可以公开", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("理由", new() { Exact = true }).FillAsync("总价已经公布，单价仍是商业秘密");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "提出评估结果，请负责人确认" }), "review-proposed");
        await head.OpenAsync(address);
        await head.FollowAsync(head.Page.GetByRole(AriaRole.Button, new() { Name = "退回评估结果" }), "review-return-refused");
        await head.FollowAsync(head.Page.GetByRole(AriaRole.Button, new() { Name = "确认评估结果" }), "review-confirmed");
        await Assertions.Expect(head.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("部分可以公开");
        await office.OpenAsync(address + "/published");
        await office.OpenAsync(address + "/draft");
        await office.FollowAsync(page.GetByRole(AriaRole.Button, new() { Name = "保存，送保密审查" }), "withheld-draft-refused");
        await office.OpenAsync("/console/disclosure-withheld?view=unpublished");
    }

    // What a chart is drawn from: requests of three years that ended in several ways.
    private Task<int> FillAsync(Width width) => browser.Host.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        string[] outcomes = ["r1", "r1", "r1", "r2", "r3_4", "r4_1", "r6_3"];
        for (var i = 0; i < 70; i++)
        {
            var received = new DateOnly(2024 + (i % 3), 1, 5).AddDays(i % 40);
            var ended = received.AddDays(10 + (i % 25));
            db.Add(new DisclosureRequest
            {
                Number = $"{(int)width}-{i}", AgencyId = i % 4 == 0 ? "SMX-KJJ" : StaffAccounts.DefaultAgency, Channel = Channel.Internet, Fingerprint = $"{(int)width}-{i}", CodeHash = "-",
                State = RequestState.Closed, ReceivedOn = received, DueOn = received.AddDays(30), EndedOn = ended, ServedOn = i % 7 == 6 ? null : ended,
                Outcome = outcomes[i % 7], TookWorkingDays = 7 + (i % 18),
            });
        }

        services.GetRequiredService<IAuditTrail>().Record("test.figures", nameof(DisclosureRequest), "-");
        return await db.SaveChangesAsync();
    });

    private static async Task<(string Number, string Code)> FileAsync(PortalVisitor citizen, string subject)
    {
        var form = await citizen.GetPageAsync("/disclosure/requests/new?whole=true");
        var check = await form.SubmitAsync("main form", new Dictionary<string, string>
        {
            ["Input.Agency"] = StaffAccounts.DefaultAgency, ["Input.Subject"] = subject, ["Input.Form"] = "Electronic", ["Input.Delivery"] = "PickUp",
            ["Input.Name"] = "申请人甲", ["Input.IdentityKind"] = "ResidentCard", ["Input.IdentityNumber"] = "411200198001010011", ["Input.Phone"] = "13800001234",
        });
        var codes = (await check.SubmitAsync("main form", button: "button[formaction*=File]")).TextsOf(".receipt__code");
        return (codes[0], codes[1]);
    }

    private static async Task RecordAsync(PortalVisitor staff, string number, string kind, Dictionary<string, string> fields)
    {
        var form = await staff.GetPageAsync($"/console/disclosure/{number}/record/{kind}");
        await (await form.SubmitAsync("main form", fields, "button[formaction*=Check]")).SubmitAsync("main form", button: "button[formaction*='handler=Record']");
    }

    private async Task StepAsync(string role, string title, ContentEvent step) => await browser.Host.ActAsync(await browser.Host.CreateStaffAsync(role), async (services, person) =>
    {
        var db = services.GetRequiredService<PortalDbContext>();
        var item = db.Set<ContentItem>().Single(one => one.Title == title);
        return await services.GetRequiredService<IContentWorkflow>().DoAsync(person, item.Id, item.Revision, step, new("可以公开"));
    });

    private Task<BrowserWindow> SignInAsync(string role, Width width, Scripts scripts) => browser.SignInAsync(role, width, scripts, "/console/disclosure");

}

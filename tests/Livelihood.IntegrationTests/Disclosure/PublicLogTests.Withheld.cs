using System.Net;
using Livelihood.Content.Workflow;
using Livelihood.Disclosure.WithheldInformation;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Audit;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure;

/// <summary>What is not disclosed, from its refusal through reviews to the public .</summary>
public abstract partial class PublicLogTests
{
    private const string Register = "/console/disclosure-withheld";

    [Fact]
    public async Task R_18_A_refused_request_is_registered_due_after_a_year_reviewed_by_two_people_and_becomes_public()
    {
        const string Agency = "SMX-MZJ";
        using var citizen = Portal.NewVisitor();
        var (handler, head, supervisor) = (await StaffAsync(Roles.Handler, Agency), await StaffAsync(Roles.Head, Agency), await StaffAsync(Roles.Supervisor, "SMX"));
        var number = await RefusedAsync(citizen, handler, head, Agency);
        Assert.Contains("还没有登记", (await handler.GetPageAsync($"/console/disclosure/{number}")).VisibleText);
        var id = await RegisterAsync(handler, number);

        // Each part of the list as its days come; the supervisor sees it too, others' staff nothing.
        foreach (var (day, views) in new[] { ("2026-12-31", "open"), ("2027-02-01", "open soon"), ("2027-03-02", "open due"), ("2027-03-03", "open late") })
        {
            Today(day);
            Assert.Equal(views, await PartsAsync(id));
        }

        await TodayAsync("2027-03-03");
        Assert.Contains("殡葬服务价格测算", (await supervisor.GetPageAsync($"{Register}?view=late&agency={Agency}")).VisibleText);
        var elsewhere = await StaffAsync(Roles.Handler, "SMX-GXJ");
        await elsewhere.GetPageAsync($"{Register}/{id}", HttpStatusCode.NotFound);
        Assert.DoesNotContain("殡葬", (await elsewhere.GetPageAsync(Register)).VisibleText);
        Assert.Contains("逾期1项", (await handler.GetPageAsync("/console/disclosure")).Find("[data-withheld]").TextContent);
        await ReviewAsync(handler, head, id);
        await PublishAsync(handler, id);
        string[] audited = ["entered", "review-proposed", "review-returned", "review-proposed", "review-confirmed", "publication-drafted"];
        Assert.Equal(audited.Select(action => $"withheld.{action}"), await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<AuditEntry>()
            .Where(e => e.SubjectType == nameof(WithheldEntry) && e.SubjectId == id).OrderBy(e => e.Sequence).Select(e => e.Action).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task R_18_The_interval_is_data_with_its_day_and_refused_content_stays_back_until_a_review_lets_it()
    {
        const string Agency = "SMX-GXJ";
        var (handler, head, administrator) = (await StaffAsync(Roles.Handler, Agency), await StaffAsync(Roles.Head, Agency), await StaffAsync(Roles.Administrator));
        await IntervalAsync(administrator);
        await TodayAsync("2028-01-10");

        // Content that did not pass: the handler, who sees no drafts, is told that there is some, and enters it by its address.
        var (editor, item) = await RefusedContentAsync(Agency);
        var waiting = await handler.GetPageAsync($"{Register}/waiting");
        Assert.Empty(PageFaults.Of(waiting));
        Assert.Contains("另有1项内容没有通过", waiting.VisibleText);
        Assert.DoesNotContain("应急物资储备地点", waiting.VisibleText);
        using (var both = await Portal.Host.SignInAsync(await AlsoHandlerAsync(editor, Agency)))
        {
            // Who edits besides sees the draft, and is led from it to the form.
            var prefilled = await (await both.GetPageAsync($"{Register}/waiting")).FollowAsync($"a[href*='{item}']");
            Assert.Equal(("应急物资储备地点", item), (prefilled.Find("#Input_Title").GetAttribute("value"), prefilled.Find("#ItemAddress").GetAttribute("value")));
        }

        await handler.GetPageAsync($"{Register}/new?item={item}", HttpStatusCode.NotFound);
        var form = await handler.GetPageAsync($"{Register}/new");
        Assert.Empty(PageFaults.Of(form));
        var typed = new Dictionary<string, string> { ["Input.Title"] = "应急物资储备", ["Input.Ground"] = "r3_3", ["Input.DecidedOn"] = "2028-01-05", ["ItemAddress"] = "/console/content/00000000000000000000000000" };
        Assert.Contains("没有这样的", (await form.SubmitAsync("main form", typed, expected: HttpStatusCode.UnprocessableEntity)).Find(".govuk-error-summary").TextContent);
        typed["ItemAddress"] = $"/console/content/{item}";
        var entry = await form.SubmitAsync("main form", typed);
        Assert.Contains("不迟于2028年7月5日", entry.VisibleText);
        Assert.DoesNotContain("另有", (await handler.GetPageAsync($"{Register}/waiting")).VisibleText);
        Assert.Contains("不予公开信息", (await SubmitRefusedAsync(editor, item)).Message);

        // A decision of before keeps the interval of its day; several mistakes are told together, and nothing typed is lost.
        var mistaken = await (await handler.GetPageAsync($"{Register}/new")).SubmitAsync("main form", new Dictionary<string, string> { ["Input.Title"] = "联系人13912345678", ["Input.DecidedOn"] = "明天" }, expected: HttpStatusCode.UnprocessableEntity);
        Assert.Equal(2, mistaken.TextsOf(".govuk-error-summary li").Count);
        mistaken = await mistaken.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Ground"] = "r3_6", ["Input.DecidedOn"] = "2027-12-31" }, expected: HttpStatusCode.UnprocessableEntity);
        Assert.Contains("13912345678", mistaken.TextsOf(".govuk-error-summary li").Single());
        Assert.Equal("联系人13912345678", mistaken.Find("#Input_Title").GetAttribute("value"));
        var other = await mistaken.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Title"] = "会议讨论记录", ["Origin"] = "内部系统" });
        Assert.Contains("不迟于2028年12月31日", other.VisibleText);
        await MendAsync(handler, head, other);

        // The head reviewed and another head confirmed: now it can be sent.
        var id = entry.Address.Segments[^1];
        await ActAsync(handler, id, "review", ("Result", "Disclose"), ("Reason", "储备地点已经变更"));
        await ConfirmAsync(head, id);
        Assert.Contains("还没有公开。内容的情况：草稿", (await handler.GetPageAsync($"{Register}/{id}")).VisibleText);
        await handler.GetPageAsync($"{Register}/{id}/draft", HttpStatusCode.NotFound);
        await Portal.Host.ActAsync(editor, (services, person) => StepOfAsync(services, person, item, ContentEvent.Submit));
    }

    /// <summary>In which parts of the list an entry stands today.</summary>
    private Task<string> PartsAsync(string id) => Portal.Host.InScopeAsync(async services =>
    {
        var list = services.GetRequiredService<WithheldList>();
        var found = new List<string>();
        foreach (var view in WithheldView.All)
        {
            var page = await list.PageAsync(new(Everything: true, new HashSet<string>()), view, agency: null, text: null, await list.DaysAsync(Cancellation), 1, Cancellation);
            found.AddRange(page.Entries.Any(entry => entry.Id == Guid.Parse(id)) ? [view.Key] : []);
        }

        return string.Join(' ', found);
    });

    private static async Task<string> RefusedAsync(PortalVisitor citizen, PortalVisitor handler, PortalVisitor head, string agency)
    {
        var filed = await Requests.FileAsync(citizen, Requests.Form("殡葬服务价格的测算，申请人甲要", agency));
        await Requests.ConfirmAsync(handler, filed.Number);
        await Office.RecordAsync(handler, filed.Number, "replyProposed", "r3_6", ("Reason", "还在讨论"));
        await Office.RecordAsync(head, filed.Number, "replied");
        Assert.DoesNotContain(filed.Number, (await handler.GetPageAsync($"{Register}/waiting")).VisibleText);
        await Office.RecordAsync(handler, filed.Number, "served", ("Way", "InPerson"), ("Proof", "签收"));
        return filed.Number;
    }

    private static async Task<string> RegisterAsync(PortalVisitor handler, string number)
    {
        Assert.Contains("申请1件", (await handler.GetPageAsync(Register)).VisibleText);
        var form = await (await handler.GetPageAsync($"{Register}/waiting")).FollowAsync($"a[href*='{number}']");
        Assert.Empty(PageFaults.Of(form));
        Assert.Equal(("r3_6", "2026-03-02"), (form.Find("#Input_Ground option[selected]").GetAttribute("value"), form.Find("#Input_DecidedOn").GetAttribute("value")));

        // The title tells of nobody, an earlier day says why; what was typed stays.
        var refused = await form.SubmitAsync("main form", new Dictionary<string, string> { ["Input.Title"] = $"{Requests.Name}要的价格测算" }, expected: HttpStatusCode.UnprocessableEntity);
        Assert.Contains("申请人的姓名", refused.Find(".govuk-error-summary").TextContent);
        var right = new Dictionary<string, string> { ["Input.Title"] = "殡葬服务价格测算" };
        refused = await refused.SubmitAsync("main form", new Dictionary<string, string>(right) { ["Earlier"] = "2026-9-1" }, expected: HttpStatusCode.UnprocessableEntity);
        Assert.Contains("为什么提前", refused.TextsOf(".govuk-error-summary li").Single());
        Assert.Equal("2026-9-1", refused.Find("#Earlier").GetAttribute("value"));
        var entry = await form.SubmitAsync("main form", right);
        Assert.Empty(PageFaults.Of(entry));
        Assert.Contains("不迟于2027年3月2日", entry.VisibleText);

        // Sent again, the same form enters nothing more; what is entered waits no longer.
        Assert.Equal(entry.Address, (await form.SubmitAsync("main form", right)).Address);
        Assert.Contains("在册，共 1 项", (await handler.GetPageAsync(Register)).VisibleText);
        Assert.DoesNotContain(number, (await handler.GetPageAsync($"{Register}/waiting")).VisibleText);
        Assert.Contains("殡葬服务价格测算", (await handler.GetPageAsync($"/console/disclosure/{number}")).Find("#withheld ~ ul").TextContent);
        return entry.Address.Segments[^1];
    }

    private async Task ReviewAsync(PortalVisitor handler, PortalVisitor head, string id)
    {
        var form = await handler.GetPageAsync($"{Register}/{id}/review");
        Assert.Empty(PageFaults.Of(form));
        Assert.Equal(2, (await form.SubmitAsync("main form", expected: HttpStatusCode.UnprocessableEntity)).TextsOf(".govuk-error-summary li").Count);
        var unread = await form.SubmitAsync("main form", new Dictionary<string, string> { ["Result"] = "Disclose", ["Reason"] = "定价", ["Next"] = "2027-06-01" }, expected: HttpStatusCode.UnprocessableEntity);
        Assert.Contains("不再评估", unread.TextsOf(".govuk-error-summary li").Single());
        unread = await unread.SubmitAsync("main form", new Dictionary<string, string> { ["Result"] = "Keep", ["Next"] = "", ["EarlierReason"] = "五月定价" }, expected: HttpStatusCode.UnprocessableEntity);
        Assert.Contains("请填写提前到哪一天", unread.TextsOf(".govuk-error-summary li").Single());
        await ActAsync(handler, id, "review", ("Result", "Keep"), ("Reason", "还没有定价"), ("Next", "2027-06-01"), ("EarlierReason", "五月定价"));
        var waiting = await head.GetPageAsync($"{Register}/{id}");
        Assert.Contains("不迟于2027年6月1日，比间隔提前：五月定价", waiting.Find("#pending-title ~ .govuk-inset-text").TextContent);
        await waiting.SubmitAsync("form:has([name=Reason])", expected: HttpStatusCode.UnprocessableEntity);
        await waiting.SubmitAsync("form:has([name=Reason])", new Dictionary<string, string> { ["Reason"] = "价格已经公布了" });
        Assert.Equal(HttpStatusCode.Conflict, (await waiting.SubmitAsync("form:has(button[formaction*=Confirm])", expected: HttpStatusCode.Conflict)).Status);
        Assert.Contains("价格已经公布了", (await handler.GetPageAsync($"{Register}/{id}")).Find("[data-withheld-history]").TextContent);

        // The head reviews, and so another head confirms.
        var own = await ActAsync(head, id, "review", ("Result", "Disclose"), ("Reason", "已经定价，过程结束"));
        Assert.Contains("请另一位负责人确认", own.VisibleText);
        using var forced = await head.PostAsync($"{Register}/{id}?handler=Confirm", new Dictionary<string, string> { ["Revision"] = "4" }, $"{Register}/{id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forced.StatusCode);
        Assert.Contains("待负责人确认1项", (await handler.GetPageAsync("/console/disclosure")).Find("[data-withheld]").TextContent);
        await ConfirmAsync(await StaffAsync(Roles.Head, "SMX-MZJ"), id);
    }

    private async Task PublishAsync(PortalVisitor handler, string id)
    {
        var entry = await handler.GetPageAsync($"{Register}/{id}");
        Assert.Contains("不再评估", entry.VisibleText);
        Assert.Contains("不会自动联系申请人", entry.VisibleText);
        Assert.Contains("殡葬", (await handler.GetPageAsync($"{Register}?view=unpublished")).VisibleText);
        Assert.DoesNotContain("殡葬", (await handler.GetPageAsync(Register)).Find("main").TextContent);

        var form = await entry.FollowAsync("a[href$=draft]");
        Assert.Empty(PageFaults.Of(form));
        var text = new Dictionary<string, string> { ["Category"] = "20-1", ["Summary"] = "价格怎样测算。", ["Text"] = $"{Requests.Name}问的：每项多少元。" };
        var refused = await form.SubmitAsync("main form", text, expected: HttpStatusCode.UnprocessableEntity);
        Assert.Contains("申请人的姓名", refused.Find(".govuk-error-summary").TextContent);
        text["Text"] = "每项多少元，怎样计算。";
        Assert.Contains("待保密审查", (await refused.SubmitAsync("main form", text)).VisibleText);
        Assert.Contains("请编辑在“内容”里撤回", (await handler.GetPageAsync($"{Register}/{id}/draft")).VisibleText);

        var item = await Portal.Host.InScopeAsync(services => services.GetRequiredService<PortalDbContext>().Set<WithheldEntry>().Where(e => e.Id == Guid.Parse(id)).Select(e => e.ItemId).SingleAsync(Cancellation));
        foreach (var (role, step) in new[] { (Roles.Reviewer, ContentEvent.Clear), (Roles.Publisher, ContentEvent.Publish) })
        {
            await Portal.Host.ActAsync(await Portal.Host.CreateStaffAsync(role, "SMX-MZJ"), (services, person) => StepOfAsync(services, person, item!, step));
        }

        var published = await handler.GetPageAsync($"{Register}/{id}");
        using var anybody = Portal.NewVisitor();
        Assert.Contains("每项多少元", (await anybody.GetPageAsync(published.Find("#publish-title ~ p a").GetAttribute("href")!)).VisibleText);
        Assert.DoesNotContain("殡葬", (await handler.GetPageAsync($"{Register}?view=unpublished")).VisibleText);
        Assert.Contains("殡葬", (await handler.GetPageAsync($"{Register}?view=disclosed&q=价格")).VisibleText);
    }

    private static async Task IntervalAsync(PortalVisitor administrator)
    {
        const string Times = "/console/disclosure-review-times";
        var page = await administrator.GetPageAsync(Times);
        Assert.Empty(PageFaults.Of(page));
        Assert.Contains("每12个月", page.Find("[data-in-force]").TextContent);
        Assert.Equal(2, (await page.SubmitAsync("main form", new Dictionary<string, string> { ["Months"] = "0", ["EffectiveOn"] = "x" }, expected: HttpStatusCode.UnprocessableEntity)).TextsOf(".govuk-error-summary li").Count);
        Assert.Contains("不能早于今天", (await page.SubmitAsync("main form", new Dictionary<string, string> { ["Months"] = "6", ["EffectiveOn"] = "2026-03-01" }, expected: HttpStatusCode.UnprocessableEntity)).Find(".govuk-error-summary").TextContent);
        var saved = await page.SubmitAsync("main form", new Dictionary<string, string> { ["Months"] = "６", ["EffectiveOn"] = "2028-01-01" });
        Assert.Contains("2028年1月1日起，每6个月评估一次", saved.VisibleText);
        Assert.Contains("别人保存了新的一版", (await page.SubmitAsync("main form", new Dictionary<string, string> { ["Months"] = "3", ["EffectiveOn"] = "2028-01-01" }, expected: HttpStatusCode.Conflict)).Find(".govuk-error-summary").TextContent);
    }

    private static async Task MendAsync(PortalVisitor handler, PortalVisitor head, PortalPage entry)
    {
        var id = entry.Address.Segments[^1];
        var form = await handler.GetPageAsync($"{Register}/{id}/edit");
        Assert.Empty(PageFaults.Of(form));
        Assert.Contains("没有改动", (await form.SubmitAsync("main form", new Dictionary<string, string> { ["Reason"] = "看看" }, expected: HttpStatusCode.UnprocessableEntity)).Find(".govuk-error-summary").TextContent);
        var mended = await form.SubmitAsync("main form", new Dictionary<string, string> { ["Input.DecidedOn"] = "2028-01-02", ["Input.Ground"] = "r3_5", ["Reason"] = "日期和依据填错了" });
        Assert.Contains("不迟于2028年7月2日", mended.VisibleText);
        Assert.Contains("原来的依据：属于四类过程性信息", mended.VisibleText);
        await form.SubmitAsync("main form", new Dictionary<string, string> { ["Reason"] = "旧的页面", ["Input.Title"] = "别的名称" }, expected: HttpStatusCode.Conflict);
        Assert.Contains("不迟于2028年3月1日", (await ActAsync(handler, id, "earlier", ("Next", "2028-3-1"), ("Reason", "会议结束"))).VisibleText);
        await handler.GetPageAsync($"{Register}/{id}/end", HttpStatusCode.Forbidden);
        Assert.Contains("已移出", (await ActAsync(head, id, "end", ("Reason", "登记了两次"))).VisibleText);
        Assert.Contains("会议讨论记录", (await handler.GetPageAsync($"{Register}?view=ended")).VisibleText);
    }
}

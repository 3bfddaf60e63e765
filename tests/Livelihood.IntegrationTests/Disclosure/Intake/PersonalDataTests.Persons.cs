using Livelihood.Disclosure.Persons;
using Livelihood.IntegrationTests.Host;
using Livelihood.Platform.Accounts;
using Livelihood.Platform.Data;
using Livelihood.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Livelihood.IntegrationTests.Disclosure.Intake;

public abstract partial class PersonalDataTests
{
    [Fact]
    public async Task R_36_6_R_44_The_same_person_and_the_same_question_are_shown_within_what_the_handler_may_see()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        Dictionary<string, string> Person(string subject, string identity = "11010519491231002X", string phone = "13800000003", string agency = Requests.Agency) =>
            new(Requests.Form(subject, agency)) { ["Input.IdentityNumber"] = identity, ["Input.Phone"] = phone };
        var before = await Requests.FileAsync(citizen, Person("翠鸟栖息地调查报告"));
        var another = await Requests.FileAsync(citizen, Person("学校食堂采购合同"));
        var elsewhere = await Requests.FileAsync(citizen, Person("翠鸟栖息地调查报告", agency: "SMX-CZJ"));
        var neighbour = await Requests.FileAsync(citizen, FormOf("E10000004", "13800000004", "翠鸟栖息地的调查报告全文"));
        var housemate = await Requests.FileAsync(citizen, FormOf("E10000005", "+86 138-0000-0003", "无关的事"));

        // The person comes with the old card of fifteen digits.
        var check = await (await handler.GetPageAsync("/console/disclosure/intake")).SubmitAsync("main form", new Dictionary<string, string>(Person("翠鸟栖息地调查报告", "110105491231002", "13800000009"))
        {
            ["Channel"] = "InPerson", ["Arrived"] = "2026-03-02",
        });
        Assert.Empty(PageFaults.Of(check));
        Assert.Contains(before.Number, check.Find("[aria-labelledby=repeated-title]").TextContent);
        Assert.Contains("第三十六条第六项", check.Find("[aria-labelledby=repeated-title]").TextContent);
        Assert.Contains(another.Number, check.Find("main details").TextContent);
        Assert.Equal([neighbour.Number], check.TextsOf("[aria-labelledby=similar-title] a"));
        Assert.DoesNotContain(elsewhere.Number, check.Html); // another agency's, which this handler does not see
        Assert.DoesNotContain(housemate.Number, check.Html);
        var filed = Requests.Read(await check.SubmitAsync("main form", button: "button[formaction*=File]"));

        // On the page of a request too, by the telephone alone where that is all.
        var page = await handler.GetPageAsync($"/console/disclosure/{filed.Number}");
        Assert.Empty(PageFaults.Of(page));
        Assert.Equal([before.Number], page.TextsOf("[aria-labelledby=repeated-title] a"));
        Assert.Equal([neighbour.Number], page.TextsOf("[aria-labelledby=similar-title] a"));
        Assert.Contains("只有联系电话相同", (await handler.GetPageAsync($"/console/disclosure/{housemate.Number}")).VisibleText);
        var supervisor = await StaffAsync(Roles.Supervisor, "SMX");
        Assert.DoesNotContain(before.Number, (await supervisor.GetPageAsync($"/console/disclosure/{filed.Number}")).VisibleText);

        // The database holds no number; requests from before get their keys, and twice over nothing changes.
        var (kept, made, again) = await Portal.Host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var id = await IdOfAsync(db, before.Number);
            var kept = await db.Set<PersonKeyRow>().AsNoTracking().Where(k => k.RequestId == id).OrderBy(k => k.Kind).Select(k => k.Hash).ToListAsync(Cancellation);
            await db.Set<PersonKeyRow>().Where(k => k.RequestId == id).ExecuteDeleteAsync(Cancellation);
            await db.Set<LikenessKeyRow>().Where(k => k.RequestId == id).ExecuteDeleteAsync(Cancellation);
            var backfill = services.GetRequiredService<PersonBackfill>();
            var (made, again) = (await backfill.RunAsync(Cancellation), await backfill.RunAsync(Cancellation));
            Assert.Equal(kept, await db.Set<PersonKeyRow>().AsNoTracking().Where(k => k.RequestId == id).OrderBy(k => k.Kind).Select(k => k.Hash).ToListAsync(Cancellation));
            return (kept, made, again);
        });
        Assert.All(kept, hash => Assert.Matches("^[0-9a-f]{64}$", hash));
        Assert.Equal((2, 0), (made, again)); // who, and what
        Assert.Equal([before.Number], (await handler.GetPageAsync($"/console/disclosure/{filed.Number}")).TextsOf("[aria-labelledby=repeated-title] a"));
    }

    [Fact]
    public async Task R_47_A_third_complaint_is_the_last_and_the_page_says_what_remains()
    {
        using var citizen = Portal.NewVisitor();
        var handler = await StaffAsync(Roles.Handler);
        var filed = await Requests.FileAsync(citizen, FormOf("E10000006", "13800000006", "拖了很久的事"));
        await Requests.ConfirmAsync(handler, filed.Number);
        await TodayAsync("2026-03-31");
        await Requests.AskAsync(citizen, filed.Number, filed.Code);
        for (var i = 0; i < 3; i++)
        {
            await Office.ConfirmAsync(await Office.CheckAsync(await citizen.GetPageAsync("/disclosure/requests/mine/complaintFiled"), ("Text", $"第{i + 1}次")));
        }

        var mine = await citizen.GetPageAsync("/disclosure/requests/mine");
        Assert.Contains("已经投诉3次，网上最多投诉3次", mine.VisibleText);
        var refused = await (await citizen.GetPageAsync("/disclosure/requests/mine/complaintFiled")).SubmitAsync(
            "main form", new Dictionary<string, string> { ["Input[Text]"] = "再一次" }, "button[formaction*=Check]", System.Net.HttpStatusCode.UnprocessableEntity);
        Assert.Contains("行政复议", refused.TextsOf(".govuk-error-summary li").Single());

        // What comes on paper is registered all the same.
        await Office.RecordAsync(await StaffAsync(Roles.Supervisor, "SMX"), filed.Number, "complaintFiled", ("On", "2026-03-31"), ("Text", "寄来的投诉信"));
    }
}
